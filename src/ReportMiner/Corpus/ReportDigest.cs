using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>What a corpus needs of one report: its rows without its text. Made in parallel, taken in one by one.</summary>
public sealed class ReportDigest
{
    internal ReportDigest(ReportRow report) => Report = report;

    /// <summary>The report's own row.</summary>
    public ReportRow Report { get; }

    internal ImmutableArray<DigestedName> Names { get; init; } = [];

    internal ImmutableArray<FactRow> Facts { get; init; } = [];

    /// <summary>What each fact says a figure of; null where that is not told well enough to be compared.</summary>
    internal ImmutableArray<string?> Figures { get; init; } = [];

    internal ImmutableArray<RecommendationRow> Recommendations { get; init; } = [];

    internal ImmutableArray<DateRow> Dates { get; init; } = [];

    internal ImmutableArray<MoneyStatement> Money { get; init; } = [];
}

/// <summary>An entity of one report.</summary>
/// <param name="Name">Its name over all reports.</param>
/// <param name="Key">What joins it with those of other reports; null where nothing does.</param>
/// <param name="Forms">Its names as printed and how often.</param>
/// <param name="First">Its first mention.</param>
internal sealed record DigestedName(EntityType Type, BookName Name, string? Key, ImmutableArray<EntityForm> Forms, Mention First);
