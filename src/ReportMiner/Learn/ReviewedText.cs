using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>What there is to learn from one reviewed report.</summary>
/// <param name="Sha256">SHA-256 of the report's own file: what tells reports apart.</param>
/// <param name="Excerpt">Its text with all items as they were left; null where no lines were looked through.</param>
/// <param name="Names">What was decided on names.</param>
public sealed record ReviewedText(string Name, string Sha256, MarkedExcerpt? Excerpt, ImmutableArray<NameDecision> Names);
