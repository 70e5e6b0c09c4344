using System.Collections.Immutable;
using ReportMiner.Learn;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Learning;

/// <summary>The lines of a reviewed report's text, and which of them somebody looked through.</summary>
internal sealed class ReviewedLines
{
    private readonly ReviewedReport _reviewed;
    private readonly List<int> _starts = [0];

    public ReviewedLines(ReviewedReport reviewed)
    {
        _reviewed = reviewed;
        var at = 0;
        foreach (var rune in reviewed.Extraction.Text.EnumerateRunes())
        {
            at++;
            if (rune.Value == '\n')
            {
                _starts.Add(at);
            }
        }
    }

    public int Count => _starts.Count;

    /// <summary>The lines, from 1, that teach nothing of a kind.</summary>
    public ImmutableArray<int> Unread(Lesson lesson)
    {
        var kind = lesson switch { Lesson.Names => ItemKind.Mention, Lesson.Recommendations => ItemKind.Recommendation, _ => ItemKind.Fact };
        var items = _reviewed.Items.Where(i => i.Kind == kind).ToList();
        var open = LinesOf(items.Where(i => i.Decision == Decision.Open));
        var decided = LinesOf(items.Where(i => i.Decision != Decision.Open));
        return [.. Enumerable.Range(1, Count).Where(l => open.Contains(l) || (!decided.Contains(l) && (open.Count > 0 || decided.Count == 0)))];
    }

    private HashSet<int> LinesOf(IEnumerable<ItemState> items) =>
        [.. items.SelectMany(i => Enumerable.Range(LineAt(i.Start), LineAt(Math.Max(i.Start, i.End - 1)) - LineAt(i.Start) + 1))];

    private int LineAt(int offset) => _starts.BinarySearch(offset) is var at && at >= 0 ? at + 1 : ~at;
}
