using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ReportMiner.Cli.Batch;

/// <summary>The output folder: files appear in it whole or not at all, and stay through a loss of power.</summary>
internal sealed partial class OutputFolder(string root)
{
    public string Root => root;

    public string PathOf(string name) => Path.Combine(root, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Writes beside the place and renames, so that a stop half-way leaves the old file or none.</summary>
    public OutputFile Write(string name, byte[] bytes)
    {
        Write(name, stream => stream.Write(bytes));
        return new OutputFile(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>As <see cref="Write(string, byte[])"/>, what is too large to be held.</summary>
    public void Write(string name, Action<Stream> write)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A name of its own: two processes may write the same file.
        var temporary = $"{path}.{Random.Shared.Next():x8}.partial";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public void Delete(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Deletes what an earlier run wrote for a document.</summary>
    public void Forget(BatchItem item)
    {
        Delete(item.Target + ".json");
        Delete(item.Target + ".review.html");
    }

    /// <summary>Whether a file is there in the length it was written in.</summary>
    public bool Has(OutputFile file) => new FileInfo(PathOf(file.Name)) is { Exists: true } found && found.Length == file.Length;

    /// <summary>Whether a file is there with the bytes it was written with.</summary>
    public bool Holds(OutputFile file)
    {
        if (!Has(file))
        {
            return false;
        }

        using var stream = File.OpenRead(PathOf(file.Name));
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
    }

    /// <summary>Deletes what processes that were killed left half written, where these documents' files are and at the root. Nobody else may be writing.</summary>
    public void Sweep(IEnumerable<BatchItem> items)
    {
        var folders = items.Select(i => Path.GetDirectoryName(PathOf(i.Target))!).Append(root).Distinct(StringComparer.Ordinal).Where(Directory.Exists);
        foreach (var file in folders.SelectMany(f => Directory.GetFiles(f, "*.partial")).Where(f => Partial().IsMatch(f)))
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"\.(json|html|jsonl)\.[0-9a-f]{8}\.partial$", RegexOptions.None, 1000)]
    private static partial Regex Partial();
}
