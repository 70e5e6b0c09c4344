using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using ReportMiner.Cli.Commands;

namespace ReportMiner.Cli.Batch;

/// <summary>How this program is started again as a worker.</summary>
internal static class WorkerStart
{
    public static ProcessStartInfo For(string output, string? config, string? models)
    {
        var info = new ProcessStartInfo
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
        var (host, assembly) = Program();
        info.FileName = host;
        string?[] arguments = [assembly, ProcessCommand.Name, "--out", output, .. config is null ? [] : new[] { "--config", config }, .. models is null ? [] : new[] { "--models", models }];
        foreach (var argument in arguments.OfType<string>())
        {
            info.ArgumentList.Add(argument);
        }

        return info;
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
