using System.Security.Cryptography;
using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Batch;

/// <summary>The output folder: files appear in it whole or not at all.</summary>
internal sealed class OutputFolder(string root)
{
    public string PathOf(string name) => Path.Combine(root, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Writes beside the place and renames, so that a stop half-way leaves the old file or none.</summary>
    public void Write(string name, byte[] bytes) => Write(name, stream => stream.Write(bytes));

    /// <summary>As <see cref="Write(string, byte[])"/>, what is too large to be held.</summary>
    public void Write(string name, Action<Stream> write)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".partial";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                write(stream);
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

    /// <summary>The report that was written earlier from the same bytes by the same program, rules and settings; null if there is none.</summary>
    public Report? Current(BatchItem item, Generator generator, bool withReview)
    {
        var path = PathOf(item.Target + ".json");
        if (!File.Exists(path) || (withReview && !File.Exists(PathOf(item.Target + ".review.html"))))
        {
            return null;
        }

        var sidecar = InputFinder.SidecarOf(item.Path);
        if (File.Exists(sidecar) && File.GetLastWriteTimeUtc(sidecar) >= File.GetLastWriteTimeUtc(path))
        {
            return null;
        }

        try
        {
            var old = Emit.ReportJson.Read(File.ReadAllBytes(path));
            using var stream = File.OpenRead(item.Path);
            return old.SchemaVersion == Report.CurrentSchemaVersion
                && old.Generator.Version == generator.Version
                && old.Generator.ConfigSha256 == generator.ConfigSha256
                && old.Generator.Resources.SequenceEqual(generator.Resources)
                && old.Source.Sha256 == Convert.ToHexStringLower(SHA256.HashData(stream))
                ? old
                : null;
        }
        catch (Exception e) when (e is JsonException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
