using System.Collections.Immutable;
using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Resources;
using ReportMiner.Review;

namespace ReportMiner.Cli.Batch;

/// <summary>Takes a document through the pipeline and writes what comes of it. A bad document is a failure, never an exception.</summary>
internal sealed class DocumentProcessor(ReportPipeline pipeline, OutputFolder output, bool reviewHtml)
{
    /// <exception cref="ResourceException">A file of the models folder is not valid.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was written is whole.</exception>
    public BatchResult Process(BatchItem item, CancellationToken cancellation)
    {
        try
        {
            var outcome = ReadKnown(item.Path, out var known) is { } bad ? bad : pipeline.Run(new ReportInput(item.Path, known), cancellation);
            return outcome.Succeeded ? Write(item, outcome.Value, cancellation) : Fail(item, outcome.Failure);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ResourceException))
        {
            return Fail(item, new ReportFailure("RM1900", $"예상하지 못한 오류입니다({e.GetType().Name}: {e.Message})", $"unexpected error in {e.TargetSite?.DeclaringType?.Name}"));
        }
    }

    private BatchResult Write(BatchItem item, Report report, CancellationToken cancellation)
    {
        var review = reviewHtml ? Task.Run(() => PipelineTelemetry.Stage("review", () => ReviewPage.Write(report)), cancellation) : null;
        ImmutableArray<OutputFile> files = [Save(item.Target + ".json", PipelineTelemetry.Stage("json", () => ReportJson.Write(report)))];
        if (review is not null)
        {
            files = files.Add(Save(item.Target + ".review.html", review.GetAwaiter().GetResult()));
        }

        return new BatchResult(item, BatchStatus.Written, ReportOutcome.Of(item.Target, report, files.Select(f => f.Name)), report.Text.Length, files);
    }

    private OutputFile Save(string name, byte[] bytes) => PipelineTelemetry.Stage("write", () => output.Write(name, bytes));

    // What an earlier run wrote for this file no longer holds.
    private BatchResult Fail(BatchItem item, ReportFailure failure)
    {
        output.Forget(item);
        return BatchResult.Fail(item, failure);
    }

    private static ReportFailure? ReadKnown(string path, out KnownMetadata? known)
    {
        known = null;
        var sidecar = InputFinder.SidecarOf(path);
        if (!File.Exists(sidecar))
        {
            return null;
        }

        try
        {
            known = JsonSerializer.Deserialize<KnownMetadata>(File.ReadAllBytes(sidecar), ReportJson.Options);
            return null;
        }
        catch (JsonException e)
        {
            return new ReportFailure("RM1901", $"{Path.GetFileName(sidecar)} 파일이 올바르지 않습니다", $"the file of known metadata is not valid: {e.Message}");
        }
    }
}
