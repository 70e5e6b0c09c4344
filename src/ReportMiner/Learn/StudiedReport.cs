using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Tag.Entities;

namespace ReportMiner.Learn;

/// <summary>An annotated report as the stages before Tag see it, with what is known of it.</summary>
/// <param name="Lost">Annotated names that have no place in the segmented text.</param>
internal sealed record StudiedReport(
    string Name,
    SegmentedReport Report,
    Metadata Metadata,
    ImmutableArray<DateItem> Dates,
    ImmutableArray<Amount> Amounts,
    List<Stretch> Stretches,
    List<(int Start, int End, EntityType Type)>[] Names,
    ImmutableArray<MarkedRecommendation>? Recommendations,
    float Weight,
    int Lost)
{
    private ImmutableSortedDictionary<Lesson, bool[]> Unread { get; init; } = ImmutableSortedDictionary<Lesson, bool[]>.Empty;

    /// <summary>Its facts at their places; null where they are not annotated.</summary>
    public IReadOnlyList<PlacedFact>? Facts { get; init; }

    /// <summary>Whether somebody looked through all of a stretch of the text.</summary>
    public bool Teaches(Lesson lesson, int start, int end) => !Unread.TryGetValue(lesson, out var unread) || !unread.AsSpan(start, end - start).Contains(true);

    /// <summary>Whether somebody looked through all of the text.</summary>
    public bool TeachesAll(Lesson lesson) => Teaches(lesson, 0, Report.Text.Length);

    /// <summary>Puts the names and facts of an excerpt into its text.</summary>
    public static StudiedReport Of(MarkedExcerpt excerpt, SegmentedReport report, Metadata metadata, ImmutableArray<DateItem> dates, ImmutableArray<Amount> amounts)
    {
        var stretches = Stretch.Of(report);
        var names = stretches.Select(_ => new List<(int Start, int End, EntityType Type)>()).ToArray();
        var alignment = new TextAlignment(excerpt.Marked.Text, report.Text);
        var starts = stretches.Select(s => s.Start).ToList();
        var lost = 0;
        foreach (var mark in excerpt.Marked.Marks)
        {
            if (!Enum.TryParse<EntityType>(mark.Type, ignoreCase: true, out var type))
            {
                continue;
            }

            if (alignment.Find(mark.Start, mark.End) is var (start, end) &&
                starts.BinarySearch(start) is var at && (at < 0 ? ~at - 1 : at) is >= 0 and var s && end <= stretches[s].Start + stretches[s].Text.Length)
            {
                names[s].Add((start - stretches[s].Start, end - stretches[s].Start, type));
            }
            else
            {
                lost++;
            }
        }

        return new StudiedReport(excerpt.Name, report, metadata, dates, amounts, stretches, names, excerpt.Recommendations, excerpt.Weight, lost)
        {
            Facts = excerpt.Facts is null ? null : FactTrainer.Place(excerpt, report),
            Unread = excerpt.Unread.ToImmutableSortedDictionary(u => u.Key, u => Mark(u.Value.Select(l => excerpt.Marked.Lines[l - 1]), alignment, report.Text.Length)),
        };
    }

    /// <summary>Which characters of the segmented text stand on lines that nobody looked through.</summary>
    private static bool[] Mark(IEnumerable<(int Start, int End)> lines, TextAlignment alignment, int length)
    {
        var unread = new bool[length];
        foreach (var at in lines.SelectMany(l => Enumerable.Range(l.Start, l.End - l.Start)))
        {
            if (alignment.Find(at, at + 1) is var (start, end))
            {
                unread.AsSpan(start, end - start).Fill(true);
            }
        }

        return unread;
    }
}
