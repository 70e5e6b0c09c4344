using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>What follows from a row.</summary>
internal sealed record RowResult(ImmutableArray<ReviewEvent> Events, ImmutableArray<ImportFinding> Findings);
