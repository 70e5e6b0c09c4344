using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using ReportMiner.Cli.Commands;

namespace ReportMiner.Cli.Batch;

/// <summary>How this program is started again as a worker.</summary>
internal static class WorkerStart
{
    public static ProcessStartInfo For(BatchSettings settings)
    {
        var info = Command(
        [
            ProcessCommand.Name, "--out", settings.Output,
            .. settings.Config is null ? [] : new[] { "--config", settings.Config },
            .. settings.Models is null ? [] : new[] { "--models", settings.Models },
        ]);
        // The sockets for debuggers would stay in the temporary folder, for workers are killed.
        info.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
        return info;
    }

    /// <summary>This program with other arguments, its streams in our hands.</summary>
    public static ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var (host, assembly) = Program();
        return new ProcessStartInfo(host, assembly is null ? arguments : arguments.Prepend(assembly))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
    }

    // The present process is not always the command: a test host and `dotnet` load its assembly.
    private static (string Host, string? Assembly) Program()
    {
        var assembly = typeof(WorkerStart).Assembly.Location;
        var running = Environment.ProcessPath ?? "";
        if (assembly.Length == 0 || Path.GetFileNameWithoutExtension(running) is "reportminer" or "ReportMiner.Cli")
        {
            return (running, null);
        }

        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return (File.Exists(host) ? host : name, assembly);
    }
}
