using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer process</c>: a worker of <see cref="WorkerPool"/>. Documents come as JSON lines, results go as JSON lines. Not for people.</summary>
internal static class ProcessCommand
{
    public const string Name = "process";

    // Enough for the programs that read a document to be ended.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var output = new Option<string>("--out") { Required = true };
        var config = new Option<string?>("--config");
        var models = new Option<string?>("--models");
        var command = new Command(Name) { output, config, models };
        command.Hidden = true;
        command.SetAction(parse => Work(
            parse.GetRequiredValue(output),
            Configuration.Load(parse.GetValue(config), parse.GetValue(models)),
            parse.InvocationConfiguration.Output));
        return command;
    }

    private static int Work(string output, ReportPipelineBuilder builder, TextWriter answers)
    {
        // A signal to the whole group is the parent's to act upon.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static c => c.Cancel = true);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static c => c.Cancel = true);
        using var telemetry = Telemetry.Start();
        using var stop = new CancellationTokenSource();
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var pipeline = builder.Start();
        var processor = new DocumentProcessor(pipeline, new OutputFolder(output), builder.Options.Output.ReviewHtml);
        var ready = Task.Run(() =>
        {
            pipeline.Load();
            answers.WriteLine(WorkerProcess.Ready);
        });
        for (var line = ReadAsync(input, stop); ;)
        {
            var item = BatchJson.Read<BatchItem>(line.GetAwaiter().GetResult())!;
            // Read on while at work: the end of the input is the end of the parent.
            line = ReadAsync(input, stop);
            var result = processor.Process(item, stop.Token);
            ready.GetAwaiter().GetResult();
            telemetry?.Flush();
            answers.WriteLine(BatchJson.Line(result));
        }
    }

    private static async Task<string> ReadAsync(StreamReader input, CancellationTokenSource stop)
    {
        if (await Task.Run(input.ReadLine) is { } line)
        {
            return line;
        }

        await stop.CancelAsync();
        await Task.Delay(Grace);
        Environment.Exit(ExitCode.Success);
        throw new UnreachableException();
    }
}
