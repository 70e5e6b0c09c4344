using System.CommandLine;
using ReportMiner.Corpus;
using ReportMiner.Emit;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer schema</c>: prints a JSON Schema.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var which = new Argument<string>("WHICH") { Description = "report | pipeline | review | corpus", DefaultValueFactory = _ => "report" };
        which.AcceptOnlyFromAmong("report", "pipeline", "review", "corpus");
        var command = new Command("schema", """
            결과 JSON, pipeline.json, 검토 기록 한 줄, 또는 corpus의 JSON Lines 한 줄의 JSON Schema를 출력합니다.
            Prints the JSON Schema of the output, of pipeline.json, of a line of a review file, or of a line of a corpus.

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
                "corpus" => CorpusSchema.Generate(),
                _ => ReportSchema.Generate(),
            });
            return ExitCode.Success;
        });
        return command;
    }
}
