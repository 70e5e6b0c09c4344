using System.Text;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Queue;

/// <summary>Whether a path that came in a message may be a result's place under the output folder.</summary>
internal static class TargetPath
{
    // File systems take 255 bytes; endings are added.
    private const int LongestName = 200;
    private const int LongestPath = 1000;

    /// <summary>Only names joined by <c>/</c>: nothing absolute, nothing that leads up, no drive, nothing a file system cannot take.</summary>
    public static bool IsInside(string target) =>
        target.Length <= LongestPath &&
        !target.Equals(InputFinder.Reserved, StringComparison.OrdinalIgnoreCase) &&
        Array.TrueForAll(target.Split('/'), IsName);

    private static bool IsName(string name) =>
        name.Trim('.').Length > 0 && Encoding.UTF8.GetByteCount(name) <= LongestName && !name.AsSpan().ContainsAny('\\', ':') && !name.Any(char.IsControl);
}
