using System.CommandLine;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer schema</c>: prints a JSON Schema.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var which = new Argument<string>("WHICH") { Description = "report | pipeline", DefaultValueFactory = _ => "report" };
        which.AcceptOnlyFromAmong("report", "pipeline");
        var command = new Command("schema", """
            결과 JSON이나 pipeline.json의 JSON Schema를 출력합니다. / Prints the JSON Schema of the output or of pipeline.json.

            예 / Examples:
              reportminer schema > report.schema.json
              reportminer schema pipeline
            """) { which };
        command.SetAction(parse =>
        {
            parse.InvocationConfiguration.Output.Write(parse.GetRequiredValue(which) == "pipeline" ? PipelineSchema.Generate() : ReportSchema.Generate());
            return ExitCode.Success;
        });
        return command;
    }
}
