using System.Text;
using RabbitMQ.Client;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>What is said about a document outside its bytes: how often it was tried, and why it is dead.</summary>
internal static class MessageHeaders
{
    private const string Tries = "tries";
    private const string Code = "code";
    private const string Korean = "korean";
    private const string English = "english";

    // All headers go in one frame, whose size the broker bounds.
    private const int LongestSentence = 2000;

    /// <summary>For a document that waits. It is kept on disk.</summary>
    public static BasicProperties Waiting(int tries) => new()
    {
        Persistent = true,
        Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { [Tries] = tries },
    };

    /// <summary>For a document that failed for good.</summary>
    public static BasicProperties Dead(ReportFailure failure) => new()
    {
        Persistent = true,
        Headers = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [Code] = failure.Code,
            [Korean] = Short(failure.Korean),
            [English] = Short(failure.English),
        },
    };

    /// <summary>How often a worker has tried the document and given it back.</summary>
    public static int TriesOf(IReadOnlyBasicProperties properties) => properties.Headers?.TryGetValue(Tries, out var value) == true && value is int tries and > 0 and < 1000 ? tries : 0;

    /// <summary>Why the document is in the dead queue: what a worker wrote, or that the broker put it there.</summary>
    public static ReportFailure FailureOf(IReadOnlyBasicProperties properties) =>
        Text(properties, Code) is { } code ? new ReportFailure(code, Text(properties, Korean) ?? "", Text(properties, English) ?? "")
        : properties.Headers?.ContainsKey("x-death") == true ? QueueFailures.DeliveryLimit
        : QueueFailures.Unknown;

    private static string Short(string sentence) => sentence.Length <= LongestSentence ? sentence : sentence[..LongestSentence] + "…";

    private static string? Text(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes ? Encoding.UTF8.GetString(bytes).ReplaceLineEndings(" ").Replace('\t', ' ') : null;
}
