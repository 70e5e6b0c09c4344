using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Resources;
using ReportMiner.Tag;
using ReportMiner.Tag.Entities;
using ReportMiner.Tag.Recommendations;

namespace ReportMiner.Learn;

/// <summary>Measures the taggers of a models folder on annotated reports.</summary>
internal sealed class TaggerMeasure(ResourceDirectory resources)
{
    private readonly EntityTagger _names = new(resources, TagEngine.Both);
    private readonly RecommendationTagger _recommendations = new(resources, TagEngine.Both);
    private readonly StatementTrainer _statements = new(resources);
    private readonly FactFinder _facts = new(resources);

    /// <summary>The names, dates and amounts that are found in a report.</summary>
    public Tags TagsOf(StudiedReport report) => Overlaps.Settle(_names.Tag(report.Report), report.Dates, report.Amounts);

    /// <summary>Adds what is found in a report, and what of it is right.</summary>
    /// <param name="tags">What <see cref="TagsOf"/> gives.</param>
    public void Measure(EvaluationBuilder builder, StudiedReport report, Tags tags)
    {
        builder.Begin(report.Name, report.Report.Text);
        FoundComparison.Compare(builder, report, tags.Mentions.Select(m =>
        {
            var s = report.Stretches.FindLastIndex(s => s.Start <= m.Start);
            return (s, m.Start - report.Stretches[s].Start, m.End - report.Stretches[s].Start, m.Type, m.Confidence);
        }));
        if (report.Recommendations is not null)
        {
            var statements = _statements.Read(report, tags);
            FoundComparison.Compare(builder, statements, _recommendations.Find(statements.Studied));
        }

        if (report.Facts is not null)
        {
            FactComparison.Compare(builder, report, _facts.Find(report.Report, report.Metadata, tags).Facts);
        }
    }
}
