using System.Collections.Immutable;
using ReportMiner.Cli.Review;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve;

/// <summary>One report under review. Other windows and other programs may work on it at the same time: the files are looked at before each answer.</summary>
/// <param name="name">Its path in the folder of the outputs.</param>
/// <param name="path">The output.</param>
/// <param name="stamps">Who works at it.</param>
/// <param name="changed">Is told when there are new events.</param>
internal sealed class ReportDesk(string name, string path, EventStamps stamps, Action<ReportDesk> changed)
{
    private readonly Lock _gate = new();
    private readonly EventFile _file = EventFile.Beside(path);
    private DeskState? _state;

    public string Name => name;

    public string Path => path;

    /// <summary>How things stand now; null where the output is none (any more).</summary>
    public DeskState? Read()
    {
        lock (_gate)
        {
            return Refresh();
        }
    }

    /// <summary>Takes decisions; when it returns, their events are on the disk. Null where the output is none.</summary>
    /// <param name="refused">Those that were not taken.</param>
    public DeskState? Take(ImmutableArray<DecisionRequest> decisions, string extraction, out ImmutableArray<Refusal> refused)
    {
        lock (_gate)
        {
            refused = [];
            if (Refresh() is not { } state)
            {
                return null;
            }

            if (state.Reviewed.ExtractionSha256 != extraction)
            {
                refused = [.. decisions.Select(d => new Refusal(d.Id, "rerun", "그 사이 보고서를 다시 추출했습니다", "the report was extracted anew meanwhile"))];
                return state;
            }

            var taker = new DecisionTaker(state, stamps);
            var reviewed = taker.Take(decisions);
            refused = taker.Refused;
            if (taker.Made.Count > 0)
            {
                if (new FileInfo(_file.Path).LinkTarget is not null)
                {
                    throw new IOException($"{_file.Path}: 링크에는 쓰지 않습니다 / is a link and not written to");
                }

                _file.Append(taker.Made);
                var bytes = state.EventBytes + taker.Made.Sum(m => ReviewEventJson.Write(m).Length + 1L);
                // Any other size: another program wrote too, or ended a torn line.
                _state = Size() == bytes ? state.Next(bytes, state.File with { Reviewed = reviewed, Events = [.. state.Events, .. taker.Made] }) : state;
                changed(this);
            }

            return Refresh();
        }
    }

    /// <summary>Lets go of what it holds in memory; it is read again when it is asked for.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _state = null;
        }
    }

    private DeskState? Refresh()
    {
        var output = new FileInfo(path);
        if (!output.Exists)
        {
            return _state = null;
        }

        var (stamp, size) = ((output.Length, output.LastWriteTimeUtc), Size());
        if (_state is { } state && state.Output == stamp)
        {
            if (state.EventBytes == size)
            {
                return state;
            }

            var (more, damage) = _file.Read();
            if (more.Length >= state.Events.Length && (state.Events.IsEmpty || more[state.Events.Length - 1].Id == state.Events[^1].Id))
            {
                changed(this);
                var reviewed = ReviewSession.Apply(state.Reviewed.Extraction, state.Reviewed.ExtractionSha256, more);
                return _state = state.Next(size, state.File with { Reviewed = reviewed, Events = more, Diagnostics = damage });
            }
        }

        return _state = ReviewFile.Read(path, name) is { } file ? DeskState.First(EventStamps.NewId(), stamp, size, file) : null;
    }

    private long Size() => new FileInfo(_file.Path) is { Exists: true } file ? file.Length : 0;
}
