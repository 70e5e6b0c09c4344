using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Finds the title among the lines of a cover: the largest print of a page, the first heading of a text.</summary>
internal sealed class CoverTitle(Regex label, Regex titleEnd, Regex continues, Regex notTitle, Regex subtitle)
{
    private const int LongestTitle = 90;
    private readonly Regex _label = label;
    private readonly Regex _titleEnd = titleEnd;
    private readonly Regex _continues = continues;
    private readonly Regex _notTitle = notTitle;
    private readonly Regex _subtitle = subtitle;

    public (string? Title, string? Subtitle) Find(ImmutableArray<SourceLine> cover, Func<string, bool> isPublisher)
    {
        foreach (var line in cover)
        {
            if (_label.Match(line.Text) is { Success: true } match)
            {
                return (match.Groups["v"].Value.Trim(), null);
            }
        }

        var sized = cover.Any(l => l.FontSize > 0);
        var (first, last) = sized ? LargestPrint(cover, isPublisher) : FirstHeading(cover, isPublisher);
        if (first < 0)
        {
            return (null, null);
        }

        var title = string.Join(' ', cover[first..(last + 1)].Select(l => Clean(l.Text)));
        return title.Length > LongestTitle ? (null, null) : (title, SubtitleAfter(cover, last));
    }

    public static string Clean(string text) => Regex.Replace(text.Trim().TrimStart('#').Replace("**", ""), @"\s+", " ", RegexOptions.NonBacktracking).Trim(' ', '|', '\uFEFF');

    /// <summary>The lines of the largest print that can be a title, with those of the same size straight after.</summary>
    private (int First, int Last) LargestPrint(ImmutableArray<SourceLine> cover, Func<string, bool> isPublisher)
    {
        var first = -1;
        for (var i = 0; i < cover.Length; i++)
        {
            if (IsCandidate(cover[i].Text, isPublisher) && (first < 0 || cover[i].FontSize > cover[first].FontSize * 1.02))
            {
                first = i;
            }
        }

        var last = first;
        while (last >= 0 && last + 1 < cover.Length
            && cover[last + 1].Page == cover[first].Page
            && cover[last + 1].FontSize >= cover[first].FontSize * 0.95
            && IsCandidate(cover[last + 1].Text, isPublisher))
        {
            last++;
        }

        // Print no larger than the rest is running text, not a title.
        return first >= 0 && (last - first > 3 || cover.Count(l => l.FontSize >= cover[first].FontSize * 0.98) > Math.Max(4, cover.Length / 2)) ? (-1, -1) : (first, last);
    }

    /// <summary>The first heading of markdown; else the first short line that ends as titles do.</summary>
    private (int First, int Last) FirstHeading(ImmutableArray<SourceLine> cover, Func<string, bool> isPublisher)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < cover.Length; i++)
            {
                var heading = cover[i].Hint == LineHint.Heading || cover[i].Text.TrimStart().StartsWith('#');
                if (IsCandidate(cover[i].Text, isPublisher) && (pass == 0 ? heading : i < 12 && _titleEnd.IsMatch(Clean(cover[i].Text))))
                {
                    return (i, i + 1 < cover.Length && _continues.IsMatch(Clean(cover[i].Text)) && IsCandidate(cover[i + 1].Text, isPublisher) ? i + 1 : i);
                }
            }
        }

        return (-1, -1);
    }

    private bool IsCandidate(string text, Func<string, bool> isPublisher)
    {
        var clean = Clean(text);
        return clean.Length is > 3 and <= LongestTitle && !_notTitle.IsMatch(clean) && !_subtitle.IsMatch(clean) && !isPublisher(clean);
    }

    private string? SubtitleAfter(ImmutableArray<SourceLine> cover, int last)
    {
        for (var i = last + 1; i < Math.Min(cover.Length, last + 3); i++)
        {
            if (_subtitle.Match(Clean(cover[i].Text)) is { Success: true } match)
            {
                return (match.Groups["v"].Success ? match.Groups["v"] : match.Groups["w"]).Value.Trim();
            }
        }

        return null;
    }
}
