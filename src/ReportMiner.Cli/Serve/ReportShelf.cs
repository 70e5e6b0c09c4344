using System.Collections.Concurrent;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Review;
using ReportMiner.Cli.Serve.Views;

namespace ReportMiner.Cli.Serve;

/// <summary>The reports of the folder. A name is looked up among the files that were found in it and never made into a path.</summary>
internal sealed class ReportShelf
{
    /// <summary>As many reports stay in memory as people have open at a time.</summary>
    private const int MostOpen = 8;

    // Links are not followed: nothing outside the folder is shown or written to.
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly string _folder;
    private readonly EventStamps _stamps;
    private readonly ReviewedWriter _writer;
    private readonly ConcurrentDictionary<string, ReportDesk> _desks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ((long, DateTime, long) Stamp, ReportCard? Card)> _cards = new(StringComparer.Ordinal);
    private readonly LinkedList<ReportDesk> _open = [];

    public ReportShelf(string folder, EventStamps stamps, ReviewedWriter writer)
    {
        _folder = Path.TrimEndingDirectorySeparator(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder));
        (_stamps, _writer) = (stamps, writer);
    }

    /// <summary>How all reports stand, by name.</summary>
    public IReadOnlyList<ReportCard> Cards() => [.. Files().Select(CardOf).OfType<ReportCard>()];

    /// <summary>The desk of a report; null where there is none of the name.</summary>
    public ReportDesk? Open(string? name)
    {
        if (name is null || Files().All(f => f.Name != name))
        {
            return null;
        }

        var desk = _desks.GetOrAdd(name, n => new ReportDesk(n, PathOf(n), _stamps, _writer.Later));
        lock (_open)
        {
            _open.Remove(desk);
            _open.AddLast(desk);
            if (_open.Count > MostOpen)
            {
                _open.First!.Value.Close();
                _open.RemoveFirst();
            }
        }

        return desk;
    }

    /// <summary>Sees to it that what was decided before a sudden end is written as reviewed.</summary>
    public void CatchUp()
    {
        foreach (var (name, path) in Files())
        {
            var (events, written) = (new FileInfo(EventFile.Beside(path).Path), new FileInfo(ReviewedWriter.PathOf(path)));
            if (events.Exists && (!written.Exists || written.LastWriteTimeUtc <= events.LastWriteTimeUtc || written.LastWriteTimeUtc < File.GetLastWriteTimeUtc(path)))
            {
                _writer.Later(_desks.GetOrAdd(name, n => new ReportDesk(n, path, _stamps, _writer.Later)));
            }
        }
    }

    private IEnumerable<(string Name, string Path)> Files() => Directory.EnumerateFiles(_folder, "*.json", Below)
        .Where(f => !f.EndsWith(ReportFiles.ReviewedExtension, StringComparison.Ordinal))
        .Select(f => (Name: Path.GetRelativePath(_folder, f).Replace(Path.DirectorySeparatorChar, '/'), Path: f))
        .OrderBy(f => f.Name, StringComparer.Ordinal);

    private string PathOf(string name) => Path.Combine(_folder, name.Replace('/', Path.DirectorySeparatorChar));

    private ReportCard? CardOf((string Name, string Path) file)
    {
        var (output, events) = (new FileInfo(file.Path), new FileInfo(EventFile.Beside(file.Path).Path));
        var stamp = (output.Length, output.LastWriteTimeUtc, events.Exists ? events.Length : 0);
        if (_cards.TryGetValue(file.Name, out var known) && known.Stamp == stamp)
        {
            return known.Card;
        }

        var card = Read(file.Name, file.Path);
        _cards[file.Name] = (stamp, card);
        return card;
    }

    private ReportCard? Read(string name, string path)
    {
        var desk = _desks.GetOrAdd(name, n => new ReportDesk(n, path, _stamps, _writer.Later));
        var card = desk.Read() is { } state ? ReportCard.Of(state) : null;
        lock (_open)
        {
            if (!_open.Contains(desk))
            {
                desk.Close();
            }
        }

        return card;
    }
}
