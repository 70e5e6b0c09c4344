using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ReportMiner.Cli.Review;
using ReportMiner.Cli.Serve;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer review serve</c>: reviewing in a browser.</summary>
internal static class ReviewServeCommand
{
    public static Command Create()
    {
        var folder = ReviewCommand.Folder();
        var sources = new Option<string?>("--sources") { Description = "원본 보고서의 폴더. 주면 PDF의 쪽 그림이 보임 / folder of the reports; with it pages of PDF files are shown as pictures", HelpName = "DIR" };
        var port = new Option<int>("--port") { Description = "포트(기본: 빈 것 아무거나) / port; default: any free one", HelpName = "N" };
        var who = new Option<string>("--who") { Description = "검토자 이름(기본: 계정 이름) / the reviewer; default: the account's name", HelpName = "NAME", DefaultValueFactory = _ => EventStamps.DefaultWho };
        var noOpen = new Option<bool>("--no-open") { Description = "브라우저를 열지 않고 주소만 인쇄 / print the address and open no browser" };
        port.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 65535))
            {
                r.AddError("--port: 1–65535 사이의 정수만 됩니다 / must be a whole number in 1–65535");
            }
        });
        var command = new Command("serve", """
            브라우저에서 검토합니다. 이 컴퓨터에서만, 인쇄한 주소를 아는 브라우저에서만 열립니다. Ctrl+C로 끝냅니다.
            Reviewing in a browser: on this machine only, and only for the browser that has the printed address. Ctrl+C ends it.

            예 / Examples:
              reportminer review serve out --sources samples
              reportminer review serve out --port 8123 --who 김검토 --no-open
            """) { folder, sources, port, who, noOpen };
        command.SetAction(async (parse, cancellation) =>
        {
            // Signals are listened to as soon as this first gives way; the address must not be out before.
            await Task.Yield();
            var (from, originals) = (parse.GetRequiredValue(folder), parse.GetValue(sources));
            UsageException.ThrowIfNoFolder(from);
            if (originals is not null)
            {
                UsageException.ThrowIfNoFolder(originals);
            }

            var messages = parse.InvocationConfiguration.Error;
            await using var server = new ReviewServer(from, originals, parse.GetValue(port), parse.GetRequiredValue(who), Configuration.Load(null, null).Options.Pdf, messages);
            try
            {
                await server.StartAsync(cancellation);
            }
            catch (IOException e)
            {
                throw new UsageException($"{parse.GetValue(port)}번 포트를 쓸 수 없습니다. 다른 --port를 주거나 빼십시오", $"the port cannot be used; give another --port or leave it out: {e.Message}");
            }

            await parse.InvocationConfiguration.Output.WriteLineAsync(server.Door);
            await parse.InvocationConfiguration.Output.FlushAsync(CancellationToken.None);
            await messages.WriteLineAsync("위 주소를 브라우저로 여십시오. 끝내려면 Ctrl+C. / Open the address above in a browser. Ctrl+C ends it.");
            if (!parse.GetValue(noOpen))
            {
                OpenBrowser(server.DoorForOneUse());
            }

            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException)
            {
                await messages.WriteLineAsync("끝냅니다. 결정은 모두 적혀 있습니다. / Stopped; every decision is written.");
            }

            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The system's way to open an address; without one people open it themselves.</summary>
    private static void OpenBrowser(string address)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            Process.Start(start)?.Dispose();
        }
        catch (Win32Exception)
        {
            // The address is printed.
        }
    }
}
