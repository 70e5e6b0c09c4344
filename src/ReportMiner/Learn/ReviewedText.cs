using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>What there is to learn from one reviewed report.</summary>
/// <param name="Sha256">SHA-256 of the report's own file: what tells reports apart.</param>
/// <param name="Decisions">SHA-256 of the decisions that were made on it.</param>
/// <param name="Excerpt">Its text with all items as they were left.</param>
/// <param name="Names">What was decided on names.</param>
public sealed record ReviewedText(string Name, string Sha256, string Decisions, MarkedExcerpt Excerpt, ImmutableArray<NameDecision> Names);
