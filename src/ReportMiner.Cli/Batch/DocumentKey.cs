using System.Security.Cryptography;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Batch;

/// <summary>What decides whether a document has been done: its bytes, what is known of it, and all that shapes the result.</summary>
internal static class DocumentKey
{
    /// <summary>One hash of the program, the contract, the settings and the rules.</summary>
    public static string Configuration(Generator generator) => Hash(Report.CurrentSchemaVersion + "\n" + BatchJson.Line(generator));

    /// <summary>The key of a file and the file of known metadata beside it.</summary>
    public static string Of(string path, string configuration) => Hash($"{ContentHash(path)}\n{ContentHash(InputFinder.SidecarOf(path))}\n{configuration}");

    /// <summary>SHA-256 of a file; empty where it cannot be read.</summary>
    public static string ContentHash(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return "";
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
