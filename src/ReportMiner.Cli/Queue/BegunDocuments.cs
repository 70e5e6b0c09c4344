using System.Security.Cryptography;
using System.Text;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Queue;

/// <summary>
/// What workers have begun and not come to the end of, in the output folder that all share: a file a document, a byte a time.
/// It tells the document that brings workers down from those that were only waiting beside it.
/// </summary>
internal sealed class BegunDocuments(OutputFolder folder)
{
    private readonly string _root = folder.PathOf(".queue");

    /// <summary>How many workers have begun it and not come to the end.</summary>
    public int Count(DocumentMessage message) => new FileInfo(PathOf(message)) is { Exists: true } file ? (int)file.Length : 0;

    public void Begin(DocumentMessage message)
    {
        Directory.CreateDirectory(_root);
        using var file = new FileStream(PathOf(message), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.WriteByte((byte)'+');
        file.Flush(flushToDisk: true);
    }

    public void End(DocumentMessage message) => File.Delete(PathOf(message));

    private string PathOf(DocumentMessage message) =>
        Path.Combine(_root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.Sha256} {message.Target}"))));
}
