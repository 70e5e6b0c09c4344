using System.Text;
using System.Text.RegularExpressions;

namespace ReportMiner.Cli.Batch;

/// <summary>
/// What is finished in an output folder, a line a document: <c>run.journal.jsonl</c>, and beside it one of each process
/// that worked on a share, <c>run.journal.NAME.jsonl</c>. Lines are only ever appended, and are on the disk when
/// <see cref="Append"/> returns; one that was cut off is as if it had not been written. Thread-safe.
/// </summary>
internal sealed partial class Journal : IDisposable
{
    private const string Whole = "run.journal.jsonl";

    private readonly OutputFolder _folder;
    private readonly string _name;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JournalEntry>> _entries = new(StringComparer.Ordinal);
    private FileStream? _file;

    private Journal(OutputFolder folder, string name) => (_folder, _name) = (folder, name);

    /// <summary>Reads all journals of a folder and opens one to append to.</summary>
    /// <param name="share">The share of the work this process does, <c>1-of-4</c>; null for the whole.</param>
    public static Journal Open(OutputFolder folder, string? share = null)
    {
        var journal = new Journal(folder, share is null ? Whole : $"run.journal.{share}.jsonl");
        Directory.CreateDirectory(folder.Root);
        foreach (var entry in Paths(folder).SelectMany(Lines).Select(BatchJson.Read<JournalEntry>).OfType<JournalEntry>())
        {
            journal.Add(entry);
        }

        return journal;
    }

    /// <summary>What earlier runs say of a document, the last first: shares may have done it more than once.</summary>
    public IReadOnlyList<JournalEntry> Of(string target)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(target, out var entries) ? [.. Enumerable.Reverse(entries)] : [];
        }
    }

    /// <summary>The last of every document, by target in ordinal order.</summary>
    public IReadOnlyList<JournalEntry> Last()
    {
        lock (_gate)
        {
            return [.. _entries.Values.Select(e => e[^1]).OrderBy(e => e.Target, StringComparer.Ordinal)];
        }
    }

    /// <summary>Writes an entry, in place of all others of the document.</summary>
    public void Append(JournalEntry entry)
    {
        lock (_gate)
        {
            _file ??= OpenFile();
            _file.Write(Encoding.UTF8.GetBytes(BatchJson.Line(entry) + "\n"));
            _file.Flush(flushToDisk: true);
            _entries.Remove(entry.Target);
            Add(entry);
        }
    }

    /// <summary>Takes an entry of an earlier run as the one that holds.</summary>
    public void Confirm(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries[entry.Target] = [entry];
        }
    }

    /// <summary>Makes one sorted file of all, so that a folder has the same bytes however often the work was stopped. Nobody else may be writing.</summary>
    /// <param name="stands">Whether an entry is kept.</param>
    public void Compact(Func<JournalEntry, bool> stands)
    {
        lock (_gate)
        {
            Dispose();
            foreach (var gone in Last().Where(e => !stands(e)))
            {
                _entries.Remove(gone.Target);
            }

            _folder.Write(Whole, Encoding.UTF8.GetBytes(string.Concat(Last().Select(e => BatchJson.Line(e) + "\n"))));
            foreach (var share in Paths(_folder).Skip(1).ToList())
            {
                File.Delete(share);
            }
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    /// <summary>The journals that are there, the whole one first: it is older than the shares beside it.</summary>
    private static IEnumerable<string> Paths(OutputFolder folder) =>
        Directory.EnumerateFiles(folder.Root, "run.journal*.jsonl").Where(f => Share().IsMatch(Path.GetFileName(f)))
            .OrderBy(f => Path.GetFileName(f) != Whole).ThenBy(f => f, StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string path)
    {
        // Other shares may be at work.
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private void Add(JournalEntry entry)
    {
        if (!_entries.TryGetValue(entry.Target, out var entries))
        {
            _entries[entry.Target] = entries = new List<JournalEntry>(1);
        }

        entries.Add(entry);
    }

    private FileStream OpenFile()
    {
        var file = new FileStream(_folder.PathOf(_name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                file.WriteByte((byte)'\n');
            }
        }

        return file;
    }

    // Not the review file of a report that is called run.journal.
    [GeneratedRegex(@"^run\.journal(\.(?!review\.)[^.]+)?\.jsonl$", RegexOptions.None, 1000)]
    private static partial Regex Share();
}
