using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Gives runs back the spaces that <c>pdftohtml</c> loses where a typesetter drew them narrow: <c>pdftotext -bbox</c>
/// parts the same characters into words by their gaps.
/// </summary>
internal static partial class WordBreaks
{
    private const double SamePlace = 1.5;

    private readonly record struct Word(string Text, double X0, double Y0, double X1);

    public static bool Lacks(ImmutableArray<PdfPage> pages) => pages.Any(p => p.Runs.Any(r => Glued().IsMatch(r.Text)));

    public static ImmutableArray<PdfPage> Restore(ImmutableArray<PdfPage> pages, TextReader boxes)
    {
        var words = new List<List<Word>>();
        while (boxes.ReadLine() is { } line)
        {
            if (line.Contains("<page ", StringComparison.Ordinal))
            {
                words.Add([]);
            }
            else if (words.Count > 0 && Box().Match(line) is { Success: true } m)
            {
                words[^1].Add(new Word(string.Concat(WebUtility.HtmlDecode(m.Groups[4].Value).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))), Number(m, 1), Number(m, 2), Number(m, 3)));
            }
        }

        return [.. pages.Select(p => p.Number > words.Count ? p : p with { Runs = [.. p.Runs.Select(r => Restore(r, words[p.Number - 1]))] })];
    }

    private static PdfRun Restore(PdfRun run, List<Word> words)
    {
        if (!Glued().IsMatch(run.Text))
        {
            return run;
        }

        var joined = new StringBuilder();
        var starts = new HashSet<int>();
        foreach (var word in words.Where(w => Math.Abs(w.Y0 - run.Y0) < SamePlace && w.X1 > run.X0 - 1 && w.X0 < run.X1 + 1).OrderBy(w => w.X0))
        {
            starts.Add(joined.Length);
            joined.Append(word.Text);
        }

        var at = joined.ToString().IndexOf(run.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (at < 0)
        {
            return run;
        }

        var text = new StringBuilder(run.Text.Length + starts.Count);
        foreach (var c in run.Text)
        {
            if (c != ' ' && text.Length > 0 && text[^1] != ' ' && starts.Contains(at))
            {
                text.Append(' ');
            }

            at += c == ' ' ? 0 : 1;
            text.Append(c);
        }

        return run with { Text = text.ToString() };
    }

    private static double Number(Match match, int group) =>
        double.TryParse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex("""<word xMin="([-0-9.]{1,20})" yMin="([-0-9.]{1,20})" xMax="([-0-9.]{1,20})" yMax="[-0-9.]{1,20}">(.{1,400}?)</word>""", RegexOptions.CultureInvariant)]
    private static partial Regex Box();

    /// <summary>Korean words are seldom this long: the run has likely lost spaces.</summary>
    [GeneratedRegex("[가-힣,.()]{14}", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();
}
