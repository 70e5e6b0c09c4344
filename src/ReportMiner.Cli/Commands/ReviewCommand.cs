using System.CommandLine;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer review</c>: what people decide on the outputs.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", """
        사람이 추출 결과를 검토합니다. 결정은 결과 옆의 REPORT.ext.review.jsonl에 덧붙여 쌓이고 지워지지 않습니다.
        People review the outputs. Decisions are appended to REPORT.ext.review.jsonl beside each output and never deleted.
        """)
    {
        ReviewStatusCommand.Create(),
        ReviewApplyCommand.Create(),
        ReviewExportCommand.Create(),
        ReviewImportCommand.Create(),
        ReviewServeCommand.Create(),
    };

    /// <summary>The folder of the outputs, as all its commands name it.</summary>
    public static Argument<string> Folder() => new("OUT") { Description = "결과(JSON)의 폴더 / folder of the outputs" };
}
