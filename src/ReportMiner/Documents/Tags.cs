using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>Names, dates and amounts of a report, in reading order, none overlapping another.</summary>
internal sealed record Tags(ImmutableArray<Mention> Mentions, ImmutableArray<DateItem> Dates, ImmutableArray<Amount> Amounts);
