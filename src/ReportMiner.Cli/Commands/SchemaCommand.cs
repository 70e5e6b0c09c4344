using System.CommandLine;
using ReportMiner.Emit;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer schema</c>: prints a JSON Schema.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var which = new Argument<string>("WHICH") { Description = "report | pipeline | review", DefaultValueFactory = _ => "report" };
        which.AcceptOnlyFromAmong("report", "pipeline", "review");
        var command = new Command("schema", """
            결과 JSON, pipeline.json, 또는 검토 기록 한 줄의 JSON Schema를 출력합니다.
            Prints the JSON Schema of the output, of pipeline.json, or of a line of a review file.

            예 / Examples:
              reportminer schema > report.schema.json
              reportminer schema pipeline
            """) { which };
        command.SetAction(parse =>
        {
            parse.InvocationConfiguration.Output.Write(parse.GetRequiredValue(which) switch
            {
                "pipeline" => PipelineSchema.Generate(),
                "review" => ReviewEventSchema.Generate(),
                _ => ReportSchema.Generate(),
            });
            return ExitCode.Success;
        });
        return command;
    }
}
