using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>Puts what was recognized on a page among the runs of its text layer: each piece where it stands, in the type size of its line.</summary>
internal static class RecognizedText
{
    /// <summary>The name that runs from a picture have for their font.</summary>
    public const string Font = "ocr";

    /// <summary>How far the letters of the same line may be, in ems.</summary>
    private const double FarBeside = 4;

    /// <summary>Side bearing of letters in ems: a font's box is that much wider than its ink.</summary>
    private const double Bearing = 0.05;

    /// <summary>Heights of ink in ems: with Hangul, brackets or letters that go below the line, and without.</summary>
    private const double FullInk = 0.92;

    private const double LowInk = 0.72;

    /// <summary>Sizes as near as this are one size, measured in a picture.</summary>
    private const double NearSize = 1.18;

    /// <summary>Lower ink than this share of what the line's size asks for is small print, raised or not.</summary>
    private const double SmallInk = 0.75;

    /// <summary>A piece of writing with its box in points. <paramref name="Text"/> is null for a mark too small to be recognized.</summary>
    internal readonly record struct Piece(string? Text, double Confidence, double X0, double Y0, double X1, double Y1)
    {
        public double Height => Y1 - Y0;
    }

    public static PdfPage Fill(PdfPage page, PageWords words, IReadOnlyList<Piece> pieces)
    {
        pieces = WithColons(pieces);
        var layer = page.Runs.Where(r => !string.IsNullOrWhiteSpace(r.Text) && !r.Turned).ToList();
        var runs = pieces.Where(p => !string.IsNullOrEmpty(p.Text)).Select(p => Run(IsCircle(p.Text) ? p with { Confidence = 0 } : p, Beside(p, layer))).ToList();
        Settle(runs, layer);
        var lines = layer.Concat(runs).ToList();
        runs.AddRange(pieces.Where(p => p.Text is null).Select(p => Mark(p, Beside(p, lines))).OfType<PdfRun>());
        return runs.Count == 0 ? page : WordBreaks.Restore([page with { Runs = [.. page.Runs, .. runs] }], page.Number, [words.With(runs)])[0];
    }

    /// <summary>What tesseract, which knows no circled numbers, takes them for.</summary>
    private static bool IsCircle(string? text) => text is "®" or "©" or "@";

    /// <summary>Two points one above the other are a colon.</summary>
    private static List<Piece> WithColons(IReadOnlyList<Piece> pieces)
    {
        var rest = pieces.ToList();
        foreach (var upper in pieces.Where(p => p.Text is null))
        {
            var lower = rest.FindIndex(p => p.Text is null && p.Y0 > upper.Y1 && p.Y0 - upper.Y1 < 4 * upper.Height && Math.Max(p.X0, upper.X0) < Math.Min(p.X1, upper.X1) && p.Height < 2 * upper.Height);
            if (lower >= 0)
            {
                rest[lower] = new Piece(":", SmallMark.Confidence, Math.Min(upper.X0, rest[lower].X0), upper.Y0, Math.Max(upper.X1, rest[lower].X1), rest[lower].Y1);
                rest.Remove(upper);
            }
        }

        return rest;
    }

    /// <summary>The nearest run of the piece's line, or null.</summary>
    private static PdfRun? Beside(Piece piece, List<PdfRun> runs)
    {
        PdfRun? nearest = null;
        var least = double.MaxValue;
        foreach (var run in runs)
        {
            var away = Math.Max(run.X0 - piece.X1, piece.X0 - run.X1);
            if (away < least && away < FarBeside * run.Font.Size && Math.Min(run.Y1, piece.Y1) - Math.Max(run.Y0, piece.Y0) > 0.5 * Math.Min(run.Height, piece.Height))
            {
                (nearest, least) = (run, away);
            }
        }

        return nearest;
    }

    private static PdfRun Run(Piece piece, PdfRun? beside)
    {
        var text = piece.Text!.Replace('ㆍ', '·');
        var asked = text.Any(c => c is > '\u02FF' or '(' or ')' or '[' or ']' or '{' or '}' or 'g' or 'j' or 'p' or 'q' or 'y' or 'Q' or '/' or '|') ? FullInk : LowInk;
        var size = Math.Max(1, Math.Round(2 * piece.Height / asked) / 2);
        var run = new PdfRun(text, piece.X0 - (Bearing * size), piece.Y0, piece.X1 + (Bearing * size), piece.Y1, new PdfFont(Font, size, null), false) { Confidence = piece.Confidence };
        return beside is null || beside.Font.Size < 1 || size < SmallInk * beside.Font.Size
            ? run
            : run with { Y0 = beside.Y0, Y1 = beside.Y1, Font = beside.Font with { Name = Font }, Bold = beside.Bold };
    }

    /// <summary>A mark inside a piece that was read without it has no place among the characters of that piece.</summary>
    private static PdfRun? Mark(Piece piece, PdfRun? beside) =>
        beside is not null && (beside.Confidence == 1 || piece.X1 <= beside.X0 || piece.X0 >= beside.X1) && SmallMark.Of(piece.X0, piece.Y0, piece.X1, piece.Y1, beside.Y0, beside.Y1, beside.Font.Size) is { } mark
            ? Run(piece with { Text = mark, Confidence = SmallMark.Confidence, Y0 = beside.Y0, Y1 = beside.Y1 }, beside)
            : null;

    /// <summary>Sizes measured, not taken from the layer, differ from line to line; each becomes the one near it that most of the page is set in.</summary>
    private static void Settle(List<PdfRun> runs, List<PdfRun> layer)
    {
        ImmutableArray<double> sizes = [.. layer.Concat(runs).GroupBy(r => r.Font.Size).OrderByDescending(g => g.Sum(r => r.Text.Length)).ThenByDescending(g => g.Key).Select(g => g.Key)];
        var given = layer.Select(r => r.Font.Size).ToHashSet();
        for (var i = 0; i < runs.Count; i++)
        {
            var own = runs[i].Font.Size;
            if (!given.Contains(own))
            {
                runs[i] = runs[i] with { Font = runs[i].Font with { Size = sizes.First(s => Math.Max(s, own) <= NearSize * Math.Min(s, own)) } };
            }
        }
    }
}
