using ReportMiner.Read.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace ReportMiner.PdfPig;

/// <summary>Makes our letters of PdfPig's; those drawn neither filled nor stroked are left out, as poppler does.</summary>
internal sealed class PageLetters(FontFacts facts, PagePlace place)
{
    public List<PageLetter> Of(Page page)
    {
        var letters = new List<PageLetter>(page.Letters.Count);
        foreach (var letter in page.Letters)
        {
            if (letter.Value.Length > 0 && letter.GetFont() is { } font && letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip))
            {
                var known = facts.Of(font, page.Number);
                var text = known.IsLost ? "\uFFFD" : Written(letter.Value);
                var ((x0, y0), (x1, y1)) = (place.Map(letter.StartBaseLine), place.Map(letter.EndBaseLine));
                var turn = Turn(letter, x1 - x0, y1 - y0);
                var (from, to, at) = turn switch
                {
                    LetterTurn.Upwards => (-y0, -y1, x0),
                    LetterTurn.Downwards => (y0, y1, -x0),
                    LetterTurn.Over => (-x0, -x1, -y0),
                    _ => (x0, x1, y0),
                };
                var size = letter.PointSize;
                var style = Font(known.Name ?? FontFacts.NoName, size, Color(letter.FillColor));
                letters.Add(new PageLetter(text, turn, from, to, at, known.Ascent * size, known.Descent * size, style, known.Bold || PdfFont.IsBold(style.Name)));
            }
        }

        return letters;
    }

    /// <summary>Control characters are what some fonts call their space: no text, as with poppler, but a place where words part.</summary>
    private static string Written(string value) => value.Any(char.IsControl) ? string.Concat(value.Where(c => !char.IsControl(c))) : value;

    private static LetterTurn Turn(Letter letter, double right, double down) => letter.TextOrientation switch
    {
        TextOrientation.Horizontal => LetterTurn.Level,
        _ when Math.Abs(right) >= Math.Abs(down) => right < 0 ? LetterTurn.Over : LetterTurn.Level,
        _ => down < 0 ? LetterTurn.Upwards : LetterTurn.Downwards,
    };

    /// <summary>Poppler gives sizes in whole points.</summary>
    private static PdfFont Font(string name, double size, string color) => new(name, Math.Round(size, MidpointRounding.AwayFromZero), color);

    private static string Color(IColor? color)
    {
        if (color is null or PatternColor)
        {
            return "#000000";
        }

        var (r, g, b) = color.ToRGBValues();
        return $"#{Byte(r):x2}{Byte(g):x2}{Byte(b):x2}";
    }

    private static int Byte(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 255);
}
