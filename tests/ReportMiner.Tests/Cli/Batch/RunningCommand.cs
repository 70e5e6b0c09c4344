using System.Diagnostics;
using System.Globalization;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Tests.Cli.Batch;

/// <summary>The command in a process of its own, which can be killed.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _data;
    private readonly Task<string> _messages;

    public RunningCommand(params string[] arguments)
    {
        _process = Process.Start(WorkerStart.Command(arguments))!;
        _process.StandardInput.Close();
        _data = _process.StandardOutput.ReadToEndAsync();
        _messages = _process.StandardError.ReadToEndAsync();
    }

    public bool Ended => _process.HasExited;

    /// <summary>The command's workers, found by what they were started with.</summary>
    public static IReadOnlyList<int> Workers(string output) => !OperatingSystem.IsLinux() ? [] :
    [
        .. Directory.GetDirectories("/proc").Select(d => Path.GetFileName(d)).Where(n => char.IsAsciiDigit(n[0]))
            .Where(n => Read($"/proc/{n}/cmdline").Contains($"\0process\0--out\0{output}\0", StringComparison.Ordinal))
            .Select(n => int.Parse(n, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Memory in use by the command and its workers, in bytes; what they share is counted for each.</summary>
    public long Memory(string output) => Workers(output).Append(_process.Id).Sum(id =>
        Read($"/proc/{id}/statm").Split(' ') is [_, var resident, ..] ? long.Parse(resident, CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0);

    /// <summary>kill -9, the command alone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What <c>kill</c> and a job scheduler send to end it.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExit();

    public async Task<CommandRun> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new CommandRun(_process.ExitCode, await _data, await _messages);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it has ended
        }
    }
}
