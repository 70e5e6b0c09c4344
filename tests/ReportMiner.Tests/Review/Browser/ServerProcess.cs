using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace ReportMiner.Tests.Review.Browser;

/// <summary>The command <c>review serve</c> as a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string door, int port) => (_process, Door, Port) = (process, door, port);

    /// <summary>The printed address.</summary>
    public string Door { get; }

    public int Port { get; }

    public string Origin => $"http://127.0.0.1:{Port}";

    public static async Task<ServerProcess> StartAsync(string folder, string sources, int port = 0)
    {
        var taken = port == 0 ? FreePort() : port;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ReportMiner.Cli.dll"), "review", "serve", folder, "--sources", sources, "--port", taken.ToString(), "--who", "김검토", "--no-open"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var door = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(door is not null, door is null ? await errors : "");
        return new ServerProcess(process, door!, taken);
    }

    /// <summary>The end nobody can prepare for.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it as Ctrl+C does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString()]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
