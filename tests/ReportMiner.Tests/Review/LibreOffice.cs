using System.Diagnostics;
using ReportMiner.Tests.Cli;
using Xunit;

namespace ReportMiner.Tests.Review;

/// <summary>Opens and saves files with LibreOffice, without a window and with a profile of its own.</summary>
internal static class LibreOffice
{
    /// <summary>The library of documents.</summary>
    public const string Writer = "libswlo.so";

    /// <summary>The library of spreadsheets.</summary>
    public const string Calc = "libsclo.so";

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    private static readonly string? Folder = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(p => new FileInfo(Path.Combine(p, "soffice"))).Where(f => f.Exists)
        .Select(f => Path.GetDirectoryName((f.ResolveLinkTarget(returnFinalTarget: true) ?? f).FullName)).FirstOrDefault();

    public static bool Has(string part) => Folder is not null && File.Exists(Path.Combine(Folder, part));

    /// <summary>A file as LibreOffice saves it.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="extension">Its extension.</param>
    /// <param name="to">The extension it is to have.</param>
    public static byte[] Convert(byte[] file, string extension, string to)
    {
        using var work = new Workspace();
        var input = work.Add("in/file" + extension, file);
        var start = new ProcessStartInfo("soffice") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [$"-env:UserInstallation={new Uri(work["profile"]).AbsoluteUri}", "--headless", "--norestore", "--convert-to", to, "--outdir", work["out"], input];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill(entireProcessTree: true);
        }

        var made = work["out/file." + to];
        Assert.True(File.Exists(made), output.Result + errors.Result);
        return File.ReadAllBytes(made);
    }
}
