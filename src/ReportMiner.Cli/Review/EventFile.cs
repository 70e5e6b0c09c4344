using System.Collections.Immutable;
using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Review;

/// <summary>The review file of one report: an event a line, only ever appended to.</summary>
internal sealed class EventFile(string path)
{
    /// <summary>What the name of an output gets in place of <c>.json</c>.</summary>
    public const string Extension = ".review.jsonl";

    private const byte LineFeed = (byte)'\n';
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>The review file that belongs to an output, <c>REPORT.ext.json</c>.</summary>
    public static EventFile Beside(string output) => new(System.IO.Path.ChangeExtension(output, Extension));

    /// <summary>The events in the file, and what is wrong with lines that are none. No file holds no events.</summary>
    public (ImmutableArray<ReviewEvent> Events, ImmutableArray<Diagnostic> Diagnostics) Read()
    {
        if (!File.Exists(path))
        {
            return ([], []);
        }

        byte[] bytes;
        using (var stream = Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }

        var events = ImmutableArray.CreateBuilder<ReviewEvent>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var (start, number) = (0, 1); start < bytes.Length; number++)
        {
            var length = bytes.AsSpan(start).IndexOf(LineFeed);
            var line = bytes.AsSpan(start, length < 0 ? bytes.Length - start : length);
            try
            {
                events.Add(ReviewEventJson.Read(line));
            }
            catch (JsonException)
            {
                diagnostics.Add(length < 0 ? Torn(number) : Malformed(number));
            }

            start += line.Length + 1;
        }

        return (events.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>Appends events, all or none of them before any other writer's, and returns when they are on the disk.</summary>
    public void Append(IEnumerable<ReviewEvent> events)
    {
        using var lines = new MemoryStream();
        foreach (var made in events)
        {
            lines.Write(ReviewEventJson.Write(made));
            lines.WriteByte(LineFeed);
        }

        if (lines.Length == 0)
        {
            return;
        }

        // Nobody else may open it meanwhile: the lock of the operating system, which goes with a killed process.
        using var stream = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != LineFeed)
            {
                stream.WriteByte(LineFeed);
            }
        }

        lines.WriteTo(stream);
        stream.Flush(flushToDisk: true);
    }

    private FileStream Open(FileMode mode, FileAccess access, FileShare share)
    {
        var until = DateTime.UtcNow + LongestWait;
        for (var wait = 1; ; wait = Math.Min(20, wait + 1))
        {
            try
            {
                return new FileStream(path, mode, access, share);
            }
            catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException) && DateTime.UtcNow < until)
            {
                Thread.Sleep(wait);
            }
        }
    }

    private static Diagnostic Torn(int line) =>
        new(Severity.Warning, "RM4001", $"검토 기록의 마지막 줄({line})이 쓰다가 끊겼습니다. 그 줄의 결정은 빠집니다. / The last line ({line}) of the review file was cut off while it was written; its decision is left out.", null);

    private static Diagnostic Malformed(int line) =>
        new(Severity.Warning, "RM4002", $"검토 기록의 {line}째 줄을 읽을 수 없어 그 결정은 빠집니다. / Line {line} of the review file cannot be read; its decision is left out.", null);
}
