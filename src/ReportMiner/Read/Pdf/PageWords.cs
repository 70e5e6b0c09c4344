using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>The words of a page with their places, as <c>pdftotext -bbox</c> finds them by the gaps between characters.</summary>
internal sealed partial class PageWords
{
    /// <summary>A character of a row: where it begins and ends, and whether a word begins with it.</summary>
    internal readonly record struct Letter(char Sign, double X0, double X1, bool Opens);

    private readonly record struct Word(string Text, double X0, double Y0, double X1, double Y1);

    private readonly List<Word> _words = [];

    /// <summary>Reads the words of the pages, in the order of the pages.</summary>
    public static List<PageWords> Read(TextReader boxes)
    {
        var pages = new List<PageWords>();
        while (boxes.ReadLine() is { } line)
        {
            if (line.Contains("<page ", StringComparison.Ordinal))
            {
                pages.Add(new PageWords());
            }
            else if (pages.Count > 0 && Box().Match(line) is { Success: true } m)
            {
                var text = string.Concat(WebUtility.HtmlDecode(m.Groups[5].Value).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
                pages[^1]._words.Add(new Word(text, Number(m, 1), Number(m, 2), Number(m, 3), Number(m, 4)));
            }
        }

        return pages;
    }

    /// <summary>Where the words are.</summary>
    public IEnumerable<(double X0, double Y0, double X1, double Y1)> Boxes => _words.Select(w => (w.X0, w.Y0, w.X1, w.Y1));

    /// <summary>The words that stand where one of some runs stands.</summary>
    public PageWords Of(IEnumerable<PdfRun> runs)
    {
        var written = runs.Where(r => !string.IsNullOrWhiteSpace(r.Text)).ToList();
        return Of(_words.Where(w => written.Exists(r => IsAt(w, r))));
    }

    /// <summary>The words and those of some more runs.</summary>
    public PageWords With(IEnumerable<PdfRun> runs) =>
        Of(_words.Concat(runs.Select(r => new Word(r.Text.Replace(" ", "", StringComparison.Ordinal), r.X0, r.Y0, r.X1, r.Y1))));

    /// <summary>The letters that stand where a run stands, from left to right.</summary>
    public List<Letter> Along(PdfRun run)
    {
        var letters = new List<Letter>();
        foreach (var word in _words.Where(w => IsAt(w, run)).OrderBy(w => w.X0))
        {
            var each = (word.X1 - word.X0) / Math.Max(0.1, Ems.Of(word.Text));
            var x = word.X0;
            for (var i = 0; i < word.Text.Length; i++)
            {
                var end = x + (each * Ems.Of(word.Text[i]));
                letters.Add(new Letter(word.Text[i], x, end, i == 0));
                x = end;
            }
        }

        return letters;
    }

    private static PageWords Of(IEnumerable<Word> words)
    {
        var some = new PageWords();
        some._words.AddRange(words);
        return some;
    }

    private static bool IsAt(Word word, PdfRun run) => word.X1 > run.X0 - 1 && word.X0 < run.X1 + 1
        && Math.Min(word.Y1, run.Y1) - Math.Max(word.Y0, run.Y0) > 0.6 * Math.Min(word.Y1 - word.Y0, run.Height);

    private static double Number(Match match, int group) =>
        double.TryParse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex("""<word xMin="([-0-9.]{1,20})" yMin="([-0-9.]{1,20})" xMax="([-0-9.]{1,20})" yMax="([-0-9.]{1,20})">(.{1,400}?)</word>""", RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
