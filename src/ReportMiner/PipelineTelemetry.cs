using System.Diagnostics;
using System.Diagnostics.Metrics;
using ReportMiner.Documents;
using ReportMiner.Emit;

namespace ReportMiner;

/// <summary>
/// What listeners of System.Diagnostics are told: an activity a report and one a stage below it, and their figures.
/// Never a word of a report, nor its name. Where nobody listens nothing is measured.
/// </summary>
public static class PipelineTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "ReportMiner";

    /// <summary>Name of the activity that holds a report's stages.</summary>
    public const string ReportActivity = "report";

    private static readonly ActivitySource Source = new(Name, ReportJson.Version);
    private static readonly Meter Meter = new(Name, ReportJson.Version);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("reportminer.stage.duration", "s", "Time a stage took for a report.");
    private static readonly Counter<long> Reports = Meter.CreateCounter<long>("reportminer.reports", "{report}", "Reports by what became of them.");
    private static readonly Counter<long> Pages = Meter.CreateCounter<long>("reportminer.pages", "{page}", "Pages read.");

    /// <summary>Does a stage's work, and measures it if somebody listens.</summary>
    public static T Stage<T>(string stage, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var started = Durations.Enabled ? Stopwatch.GetTimestamp() : 0;
        using var activity = Source.StartActivity(stage);
        var result = work();
        if (started != 0)
        {
            Durations.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, KeyValuePair.Create<string, object?>("stage", stage));
        }

        return result;
    }

    internal static Outcome<Report> Report(Func<Outcome<Report>> work)
    {
        using var activity = Source.StartActivity(ReportActivity);
        var outcome = work();
        Reports.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome.Succeeded ? "read" : outcome.Failure.Code));
        if (outcome.Succeeded)
        {
            Pages.Add(outcome.Value.Pages.Length);
            activity?.SetTag("reportminer.pages", outcome.Value.Pages.Length);
        }
        else
        {
            activity?.SetStatus(ActivityStatusCode.Error, outcome.Failure.Code);
        }

        return outcome;
    }
}
