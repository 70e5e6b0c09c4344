using System.Collections.Immutable;
using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Emit;

/// <summary>How an input fared.</summary>
public enum ReportStatus
{
    /// <summary>Processed; its outputs are written.</summary>
    Ok,

    /// <summary>Could not be processed; the code and the sentences say why.</summary>
    Failed,

    /// <summary>Passed over, and why is said. A report whose outputs are up to date is <see cref="Ok"/>, whichever run wrote them.</summary>
    Skipped,
}

/// <summary>What a run remembers of one input: small, so that a run over thousands of reports keeps none of them in memory.</summary>
public sealed record ReportOutcome
{
    /// <summary>The input's path relative to the run's input folder, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>How it fared.</summary>
    public required ReportStatus Status { get; init; }

    /// <summary>The report's title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Number of pages, or null.</summary>
    public int? Pages { get; init; }

    /// <summary>The failure's stable code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Why it failed or was skipped, in Korean, or null.</summary>
    public string? Korean { get; init; }

    /// <summary>Why it failed or was skipped, in English, or null.</summary>
    public string? English { get; init; }

    /// <summary>The files written, relative to the output folder, with <c>/</c>, in ordinal order.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>Number of items by kind: the types of names, DATE, AMOUNT, RECOMMENDATION, and the report's parts.</summary>
    public ImmutableSortedDictionary<string, int> Counts { get; init; } = Empty;

    /// <summary>Number of recommendations by category.</summary>
    public ImmutableSortedDictionary<string, int> Recommendations { get; init; } = Empty;

    /// <summary>Number of amounts by kind.</summary>
    public ImmutableSortedDictionary<string, int> Amounts { get; init; } = Empty;

    /// <summary>Number of diagnostics by severity.</summary>
    public ImmutableSortedDictionary<string, int> Diagnostics { get; init; } = Empty;

    internal static ImmutableSortedDictionary<string, int> Empty { get; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Sums up what became of one input.</summary>
    /// <param name="path">Relative path of the input, with <c>/</c>.</param>
    /// <param name="outcome">The report, or why there is none. It is not kept.</param>
    /// <param name="outputs">The files written for it, relative to the output folder, with <c>/</c>.</param>
    public static ReportOutcome Of(string path, Outcome<Report> outcome, IEnumerable<string> outputs)
    {
        if (!outcome.Succeeded)
        {
            return NotDone(path, ReportStatus.Failed, outcome.Failure);
        }

        var report = outcome.Value;
        return new ReportOutcome
        {
            Path = path,
            Status = ReportStatus.Ok,
            Title = report.Metadata.Title,
            Pages = report.Source.Pages,
            Outputs = [.. outputs.Order(StringComparer.Ordinal)],
            Counts = CountItems(report),
            Recommendations = Tally(report.Recommendations.Select(r => r.Category)),
            Amounts = Tally(report.Amounts.Select(a => Name(a.Kind))),
            Diagnostics = Tally(report.Diagnostics.Select(d => Name(d.Severity))),
        };
    }

    /// <summary>Notes an input that was passed over.</summary>
    public static ReportOutcome Skipped(string path, ReportFailure reason) => NotDone(path, ReportStatus.Skipped, reason);

    private static ReportOutcome NotDone(string path, ReportStatus status, ReportFailure reason) =>
        new() { Path = path, Status = status, Code = reason.Code, Korean = reason.Korean, English = reason.English };

    private static ImmutableSortedDictionary<string, int> CountItems(Report report)
    {
        var counts = Tally(report.Mentions.Select(m => m.Type.ToString().ToUpperInvariant())).ToBuilder();
        void Count(string kind, int number)
        {
            if (number > 0)
            {
                counts[kind] = number;
            }
        }

        Count("DATE", report.Dates.Length);
        Count("AMOUNT", report.Amounts.Length);
        Count("RECOMMENDATION", report.Recommendations.Length);
        Count("FACT", report.Facts.Length);
        Count("sections", report.Sections.Length);
        Count("footnotes", report.Footnotes.Length);
        Count("tables", report.Tables.Length);
        Count("figures", report.Figures.Length);
        return counts.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, int> Tally(IEnumerable<string> names) =>
        Empty.AddRange(names.CountBy(n => n, StringComparer.Ordinal));

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
