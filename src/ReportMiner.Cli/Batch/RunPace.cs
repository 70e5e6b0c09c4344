using System.Diagnostics;
using System.Globalization;

namespace ReportMiner.Cli.Batch;

/// <summary>How far a run is, how fast it goes and how long it will take. What was done already says nothing of speed.</summary>
internal sealed class RunPace(int total)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _finished;
    private int _processed;

    public int Total => total;

    public int Finished => _finished;

    public void Note(BatchResult result)
    {
        _finished++;
        _processed += result.Status == BatchStatus.Skipped ? 0 : 1;
    }

    public override string ToString()
    {
        var done = string.Create(CultureInfo.InvariantCulture, $"{_finished}/{total}");
        if (_processed == 0)
        {
            return done;
        }

        var each = _clock.Elapsed / _processed;
        var left = each * (total - _finished);
        var rate = 1 / each.TotalSeconds;
        var until = string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left.Minutes:D2}:{left.Seconds:D2}");
        return string.Create(CultureInfo.InvariantCulture, $"{done}, {rate:F2}건/초, {until} 남음 / {rate:F2} a second, {until} left");
    }
}
