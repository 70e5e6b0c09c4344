namespace ReportMiner.Cli.Batch;

/// <summary>Finds the files that have arrived since it last looked: those that are new or changed, and still since then. Looking again and again works on network folders too, where nobody tells of changes.</summary>
/// <param name="find">Lists the files that are there.</param>
internal sealed class Arrivals(Func<IReadOnlyList<BatchItem>> find)
{
    private readonly Dictionary<string, BatchItem> _taken = new(StringComparer.Ordinal);
    private Dictionary<string, State> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, State> _done = new(StringComparer.Ordinal);

    /// <summary>All that arrived so far.</summary>
    public IReadOnlyCollection<BatchItem> Taken => _taken.Values;

    /// <summary>Looks once.</summary>
    public IReadOnlyList<BatchItem> Next()
    {
        var before = _seen;
        var now = find().Select(i => (Item: i, State: State.Of(i.Path))).Where(f => f.State is not null).ToList();
        _seen = now.ToDictionary(f => f.Item.Path, f => f.State!, StringComparer.Ordinal);
        var arrived = now.Where(f => before.GetValueOrDefault(f.Item.Path) == f.State && _done.GetValueOrDefault(f.Item.Path) != f.State).ToList();
        foreach (var (item, state) in arrived)
        {
            _done[item.Path] = state!;
            _taken[item.Path] = item;
        }

        return [.. arrived.Select(f => f.Item)];
    }

    /// <summary>By what one sees that a file, or what is known of it, is not the same any more.</summary>
    private sealed record State(long Length, DateTime Written, DateTime? Known)
    {
        public static State? Of(string path)
        {
            var (file, known) = (new FileInfo(path), new FileInfo(InputFinder.SidecarOf(path)));
            return file.Exists ? new State(file.Length, file.LastWriteTimeUtc, known.Exists ? known.LastWriteTimeUtc : null) : null;
        }
    }
}
