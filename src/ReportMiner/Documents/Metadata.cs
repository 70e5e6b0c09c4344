using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>What is known of the report as a publication.</summary>
/// <param name="Published">EDTF date: <c>2023</c>, <c>2023-04</c> or <c>2023-04-14</c>; null if unknown.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record Metadata(
    string? Title,
    string? Subtitle,
    ImmutableArray<string> Publishers,
    ImmutableArray<string> Authors,
    string? Published,
    string? ReportNumber,
    string Language);

/// <summary>The file beside a report, <c>REPORT.ext.meta.json</c>; what it gives wins over what the text says. Null members are not given.</summary>
public sealed record KnownMetadata(
    string? Title = null,
    string? Subtitle = null,
    ImmutableArray<string>? Publishers = null,
    ImmutableArray<string>? Authors = null,
    string? Published = null,
    string? ReportNumber = null,
    string? Language = null);
