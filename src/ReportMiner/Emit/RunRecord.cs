using System.Collections.Immutable;
using System.Text.Json;

namespace ReportMiner.Emit;

/// <summary>What stands in an output folder, and which inputs failed: <c>out/run.json</c>. It holds no times and does not tell which run did what, so the same inputs give the same bytes.</summary>
public sealed record RunRecord
{
    /// <summary>Version of this shape, by semantic versioning.</summary>
    public const string CurrentSchemaVersion = "1.0.0";

    /// <summary>Version of this shape, by semantic versioning.</summary>
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The program's version.</summary>
    public string Version { get; init; } = ReportJson.Version;

    /// <summary>Number of inputs by status; all three are always there.</summary>
    public required ImmutableSortedDictionary<string, int> Statuses { get; init; }

    /// <summary>Number of pages read.</summary>
    public required int Pages { get; init; }

    /// <summary>Number of items by kind, over all reports.</summary>
    public required ImmutableSortedDictionary<string, int> Counts { get; init; }

    /// <summary>Number of diagnostics by severity, over all reports.</summary>
    public required ImmutableSortedDictionary<string, int> Diagnostics { get; init; }

    /// <summary>The inputs, by path in ordinal order.</summary>
    public required ImmutableArray<ReportOutcome> Reports { get; init; }

    /// <summary>Makes the record of a run, whatever order the reports were finished in.</summary>
    public static RunRecord Of(IEnumerable<ReportOutcome> outcomes)
    {
        ImmutableArray<ReportOutcome> reports = [.. outcomes.OrderBy(o => o.Path, StringComparer.Ordinal)];
        return new RunRecord
        {
            Statuses = ReportOutcome.Empty.AddRange(Enum.GetValues<ReportStatus>().Select(s =>
                KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(s.ToString()), reports.Count(r => r.Status == s)))),
            Pages = reports.Sum(r => r.Pages ?? 0),
            Counts = Sum(reports.Select(r => r.Counts)),
            Diagnostics = Sum(reports.Select(r => r.Diagnostics)),
            Reports = reports,
        };
    }

    /// <summary>Writes the record as UTF-8 JSON, in the form of the report's own.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ReportJson.Options);

    internal static ImmutableSortedDictionary<string, int> Sum(IEnumerable<ImmutableSortedDictionary<string, int>> counts) =>
        ReportOutcome.Empty.AddRange(counts.SelectMany(c => c).GroupBy(p => p.Key, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum(p => p.Value))));
}
