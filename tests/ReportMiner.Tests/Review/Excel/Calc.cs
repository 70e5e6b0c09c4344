using System.Diagnostics;
using ReportMiner.Tests.Cli;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

/// <summary>Opens and saves files with LibreOffice Calc, without a window and with a profile of its own.</summary>
internal static class Calc
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    /// <summary>LibreOffice is there with or without its spreadsheets, which stand in a library of their own.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(p => new FileInfo(Path.Combine(p, "soffice"))).Where(f => f.Exists)
        .Any(f => File.Exists(Path.Combine(Path.GetDirectoryName((f.ResolveLinkTarget(returnFinalTarget: true) ?? f).FullName)!, "libsclo.so")));

    /// <summary>A file as LibreOffice saves it.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="extension">Its extension.</param>
    /// <param name="to">The extension it is to have, and if need be the filter.</param>
    public static byte[] Convert(byte[] file, string extension, string to)
    {
        using var work = new Workspace();
        var input = work.Add("in/file" + extension, file);
        var start = new ProcessStartInfo("soffice") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [$"-env:UserInstallation={new Uri(work["profile"]).AbsoluteUri}", "--headless", "--convert-to", to, "--outdir", work["out"], input];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill(entireProcessTree: true);
        }

        var made = work["out/file." + to.Split(':')[0]];
        Assert.True(File.Exists(made), output.Result + errors.Result);
        return File.ReadAllBytes(made);
    }
}
