using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Emit;

/// <summary>Makes the finished <see cref="Report"/>: gives every item its page and boxes, lowers the confidence of what stands on recognized characters, and turns UTF-16 offsets into code points.</summary>
internal static class ReportComposer
{
    public static Report Compose(
        Generator generator,
        double minConfidence,
        SegmentedReport segmented,
        Metadata metadata,
        Tags tags,
        ImmutableArray<Entity> entities,
        ImmutableArray<Recommendation> recommendations,
        FoundFacts facts)
    {
        var points = new CodePoints(segmented.Text);
        T Place<T>(T item)
            where T : TextItem => item with
            {
                Start = points[item.Start],
                End = points[item.End],
                Page = segmented.Places.PageOf(item.Start, item.End),
                Boxes = segmented.Places.BoxesOf(item.Start, item.End),
            };

        T Weigh<T>(T item)
            where T : ExtractedItem => segmented.Places.ConfidenceOf(item.Start, item.End) is < 1 and var sure
                ? Place(item) with { Confidence = Math.Round(item.Confidence * sure, 3) }
                : Place(item);

        var report = new Report
        {
            Generator = generator,
            Source = segmented.Source,
            Metadata = metadata,
            Text = segmented.Text,
            Pages = [.. segmented.Pages.Select(p => p with { Start = points[p.Start], End = points[p.End] })],
            Blocks = [.. segmented.Blocks.Select(Place)],
            Removed = segmented.Removed,
            Sections = [.. segmented.Sections.Select(Place)],
            Footnotes = [.. segmented.Footnotes.Select(f => Weigh(f) with { References = [.. f.References.Select(r => new TextSpan(points[r.Start], points[r.End]))] })],
            Tables = [.. segmented.Tables.Select(Weigh)],
            Figures = [.. segmented.Figures.Select(Weigh)],
            Mentions = [.. tags.Mentions.Select(Weigh)],
            Entities = entities,
            Dates = [.. tags.Dates.Select(Weigh)],
            Amounts = [.. tags.Amounts.Select(Weigh)],
            Recommendations = [.. recommendations.Select(Weigh)],
            Facts = [.. facts.Facts.Select(Weigh)],
            LeftFigures = facts.Left,
            Diagnostics = [.. segmented.Diagnostics, .. facts.Contradictions],
        };
        return ConfidenceFilter.Apply(report, minConfidence);
    }
}
