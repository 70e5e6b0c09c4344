using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ReportMiner.Cli.Commands;
using ReportMiner.Cli.Queue;
using ReportMiner.Resources;

namespace ReportMiner.Cli;

/// <summary>All commands, and what becomes of the errors that are the user's to mend.</summary>
internal static class CommandTree
{
    // Not a RootCommand, which would show the assembly's name in place of the command's.
    public static Command Create() => new("reportminer", """
        정책 보고서에서 구조, 이름, 날짜, 금액, 정책 제언을 뽑아 JSON으로 만듭니다.
        Reads Korean policy reports and extracts structure, names, dates, amounts and recommendations.

        예 / Examples:
          reportminer run samples -o out
          reportminer inspect 보고서.pdf --page 3
          reportminer doctor
        """)
    {
        new HelpOption(),
        new VersionOption(),
        RunCommand.Create(),
        WatchCommand.Create(),
        ProcessCommand.Create(),
        SubmitCommand.Create(),
        WorkerCommand.Create(),
        QueueCommand.Create(),
        InspectCommand.Create(),
        SchemaCommand.Create(),
        DoctorCommand.Create(),
        MeasureCommand.Create(),
        LearnCommand.Create(),
        TrainCommand.Create(),
        EvalCommand.Create(),
        ExportCommand.Create(),
        CorpusCommand.Create(),
        ReviewCommand.Create(),
        ModelsCommand.Create(),
    };

    public static async Task<int> RunAsync(string[] args, TextWriter data, TextWriter messages, CancellationToken cancellation = default)
    {
        var parse = Create().Parse(args);
        if (parse.Action is ParseErrorAction wrong)
        {
            wrong.ShowHelp = false;
            wrong.ShowTypoCorrections = false; // they would go to the data stream
        }

        var configuration = new InvocationConfiguration
        {
            Output = data,
            Error = messages,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = parse.CommandResult.Command.Name == WorkerCommand.Name ? WorkerCommand.LongestDrain : TimeSpan.FromSeconds(30),
        };
        try
        {
            var code = await parse.InvokeAsync(configuration, cancellation);
            return parse.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (Exception e) when (e is UsageException or QueueException or PipelineOptionsException or ResourceException)
        {
            await messages.WriteLineAsync(e.Message);
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await messages.WriteLineAsync($"결과 폴더에 쓸 수 없습니다 / cannot write the output: {e.Message}");
            return ExitCode.Usage;
        }
    }
}
