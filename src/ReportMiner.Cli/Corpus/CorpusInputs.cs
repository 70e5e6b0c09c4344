using System.Text.Json;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Review;
using ReportMiner.Corpus;

namespace ReportMiner.Cli.Corpus;

/// <summary>Reads the outputs of a folder for a corpus, a few at a time, and says which files are none.</summary>
internal sealed class CorpusInputs(string folder, TextWriter messages)
{
    // run.json is what a run says of itself.
    private const string RunRecord = "run.json";

    /// <summary>How many files were to be outputs but could not be read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The digests of the reports in the ordinal order of their paths.</summary>
    public IEnumerable<ReportDigest> Digests(CorpusBuilder builder)
    {
        var paths = ReportFiles.Paths(folder).Where(p => Path.GetRelativePath(folder, p) != RunRecord);
        // So many at a time, so that neither reports nor digests pile up however uneven they are.
        foreach (var chunk in paths.Chunk(2 * Environment.ProcessorCount))
        {
            foreach (var (digest, told, unreadable) in chunk.AsParallel().AsOrdered().WithExecutionMode(ParallelExecutionMode.ForceParallelism).Select(p => Read(builder, p)).ToList())
            {
                Unreadable += unreadable ? 1 : 0;
                foreach (var line in told)
                {
                    messages.WriteLine(line);
                }

                if (digest is not null)
                {
                    yield return digest;
                }
            }
        }
    }

    private (ReportDigest? Digest, List<string> Told, bool Unreadable) Read(CorpusBuilder builder, string path)
    {
        var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        try
        {
            if (ReviewFile.Read(path, name) is not { } file)
            {
                return IsJson(path)
                    ? (null, [$"{path}: 보고서의 결과가 아니거나 다른 판의 결과여서 뺍니다 / left out: not the output of a report, or of another version"], false)
                    : (null, [$"{path}: 손상되었거나 JSON이 아니어서 뺍니다 / left out: damaged, or no JSON"], true);
            }

            var page = Path.ChangeExtension(path, ".review.html");
            var reviewPage = File.Exists(page) ? Path.ChangeExtension(name, ".review.html") : null;
            return (builder.Digest(name, file.Reviewed.Report, reviewPage, !file.Events.IsEmpty), [.. file.Diagnostics.Select(d => $"{file.EventFile.Path}: {d.Code} {d.Message}")], false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [$"{path}: 읽을 수 없어 뺍니다 / left out: cannot be read ({e.Message})"], true);
        }
    }

    private static bool IsJson(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
