using System.Collections.Concurrent;
using System.Diagnostics;

namespace ReportMiner.Cli.Batch;

/// <summary>Listens to the pipeline and adds up how long each stage takes.</summary>
internal sealed class StageClock : IDisposable
{
    private readonly ConcurrentDictionary<string, TimeSpan> _stages = new(StringComparer.Ordinal);
    private readonly ActivityListener _listener;

    public StageClock()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PipelineTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = activity => _stages.AddOrUpdate(activity.OperationName, activity.Duration, (_, sum) => sum + activity.Duration),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The stages and their times, the longest first. Those that ran side by side count each in full.</summary>
    public IEnumerable<(string Stage, TimeSpan Time)> Stages =>
        _stages.Where(s => s.Key != PipelineTelemetry.ReportActivity).Select(s => (s.Key, s.Value)).OrderByDescending(s => s.Value);

    public void Clear() => _stages.Clear();

    public void Dispose() => _listener.Dispose();
}
