using ReportMiner;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Resources;

// Provisional: reportminer IN… OUT (the House helper replaces this by the real commands).
var models = Path.Combine(AppContext.BaseDirectory, "models");
if (args is ["models", "seal", var root])
{
    ResourceDirectory.Seal(root, ReportJson.Version);
    return 0;
}

var pipeline = new ReportPipeline(PipelineOptions.Default, ResourceDirectory.Open(models));
foreach (var file in args[..^1])
{
    var meta = file + ".meta.json";
    var known = File.Exists(meta) ? System.Text.Json.JsonSerializer.Deserialize<KnownMetadata>(File.ReadAllBytes(meta), ReportJson.Options) : null;
    var outcome = pipeline.Run(new ReportInput(file, known));
    if (!outcome.Succeeded)
    {
        Console.Error.WriteLine($"{file}: {outcome.Failure.Code} {outcome.Failure.Message}");
        continue;
    }

    Directory.CreateDirectory(args[^1]);
    File.WriteAllBytes(Path.Combine(args[^1], Path.GetFileName(file) + ".json"), ReportJson.Write(outcome.Value));
}

return 0;
