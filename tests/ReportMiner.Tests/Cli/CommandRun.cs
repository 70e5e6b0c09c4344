using ReportMiner.Cli;

namespace ReportMiner.Tests.Cli;

/// <summary>Runs the command in process and keeps what it printed.</summary>
internal sealed record CommandRun(int Code, string Data, string Messages)
{
    public static async Task<CommandRun> Of(CancellationToken cancellation, params string[] args)
    {
        using var data = new StringWriter();
        using var messages = new StringWriter();
        var code = await CommandTree.RunAsync(args, data, messages, cancellation);
        return new CommandRun(code, data.ToString(), messages.ToString());
    }

    public static Task<CommandRun> Of(params string[] args) => Of(CancellationToken.None, args);
}
