using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Recommendations;

/// <summary>A report's statements with what the rules make of them.</summary>
/// <param name="Taken">The statements the rules alone would take.</param>
/// <param name="Lean">Whether the report as a whole announces (above 0) or advises.</param>
internal sealed record StudiedStatements(
    SegmentedReport Report,
    Metadata Metadata,
    Tags Tags,
    ImmutableArray<Statement> Statements,
    ImmutableArray<StatementScore> Scores,
    ImmutableArray<int> Taken,
    double Lean)
{
    private readonly Dictionary<string, Section> _sections = Report.Sections.ToDictionary(s => s.Id, StringComparer.Ordinal);

    /// <summary>The share of the statements that the rules alone would take.</summary>
    public double Share => Statements.IsEmpty ? 0 : (double)Taken.Length / Statements.Length;

    /// <summary>Titles of the section a statement stands in and those around it.</summary>
    public IEnumerable<string> Headings(Statement statement) => CategoryClassifier.Headings(statement.Block.Section, _sections);

    /// <summary>The kinds of names, dates and amounts in a statement, each once; of dates also whether they lie ahead.</summary>
    public IEnumerable<(uint Kind, uint Ahead)> Inside(Statement statement)
    {
        var kinds = new SortedSet<(uint, uint)>();
        foreach (var mention in TextSpans.Within(Tags.Mentions, statement.Start, statement.End))
        {
            kinds.Add(((uint)mention.Type, 0));
        }

        foreach (var date in TextSpans.Within(Tags.Dates, statement.Start, statement.End))
        {
            kinds.Add((20 + (uint)date.Kind, StatementScorer.IsAhead(date, Metadata.Published) ? 1u : 0));
        }

        foreach (var amount in TextSpans.Within(Tags.Amounts, statement.Start, statement.End))
        {
            kinds.Add((30 + (uint)amount.Kind, 0));
        }

        return kinds;
    }
}
