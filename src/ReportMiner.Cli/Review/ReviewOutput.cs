using System.Security.Cryptography;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Review;

/// <summary>A file that may be an output, not yet read: of a thousand reports a file that came back may be of one.</summary>
/// <param name="Name">Its path in its folder, with <c>/</c> on every system.</param>
/// <param name="Path">Its path.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
internal sealed record ReviewOutput(string Name, string Path, string Sha256)
{
    /// <summary>The files in a folder and those below it.</summary>
    public static IReadOnlyList<ReviewOutput> In(string folder)
    {
        UsageException.ThrowIfNoFolder(folder);
        return [.. ReportFiles.Paths(folder).Select(p => new ReviewOutput(System.IO.Path.GetRelativePath(folder, p).Replace(System.IO.Path.DirectorySeparatorChar, '/'), p, HashOf(p)))];
    }

    /// <summary>Reads it with its review; null where it is no output.</summary>
    public ReviewFile? Read() => ReviewFile.Read(Path, Name);

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
