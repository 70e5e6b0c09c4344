using System.Security.Cryptography;
using ReportMiner.Cli.Batch;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>Puts documents into the queue.</summary>
/// <param name="largestBody">Documents of more bytes go by reference.</param>
internal sealed class Submitter(Broker broker, QueueAddress address, long largestBody)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns when the broker has it on disk.</summary>
    /// <returns>Why the document cannot be sent, or null.</returns>
    public async Task<ReportFailure?> SubmitAsync(BatchItem item, CancellationToken cancellation)
    {
        if (!TargetPath.IsInside(item.Target))
        {
            return QueueFailures.OutsideTarget;
        }

        if (Pack(item) is not { } body)
        {
            return QueueFailures.NotReadable;
        }

        await broker.RunAsync(channel => broker.PublishAsync(channel, address.Name, MessageHeaders.Waiting(tries: 0), body, cancellation), Patience, cancellation);
        return null;
    }

    /// <summary>The message's body; null if the document cannot be read.</summary>
    private byte[]? Pack(BatchItem item)
    {
        try
        {
            var sidecar = InputFinder.SidecarOf(item.Path);
            var known = File.Exists(sidecar) ? File.ReadAllBytes(sidecar) : null;
            using var stream = File.OpenRead(item.Path);
            if (stream.Length > largestBody)
            {
                return new DocumentMessage(item.Target, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length, Path.GetFullPath(item.Path), known).Write([]);
            }

            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new DocumentMessage(item.Target, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, null, known).Write(content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
