using System.Diagnostics;
using Xunit;

namespace ReportMiner.Tests.Review.Word;

/// <summary>A test that needs LibreOffice: skipped where it is not installed.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        if (LibreOffice.Program is null)
        {
            Skip = "LibreOffice is not installed";
        }
    }
}

/// <summary>Runs LibreOffice without a window, under a profile of its own.</summary>
internal static class LibreOffice
{
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(f => new[] { Path.Combine(f, "soffice"), Path.Combine(f, "soffice.exe") }).FirstOrDefault(File.Exists);

    /// <summary>Opens a document and saves it in a format.</summary>
    public static byte[] Save(byte[] document, string format)
    {
        var folder = Directory.CreateTempSubdirectory("reportminer-office-").FullName;
        try
        {
            var path = Path.Combine(folder, "in.docx");
            File.WriteAllBytes(path, document);
            var start = new ProcessStartInfo(Program!) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
            string[] arguments = ["-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--headless", "--norestore", "--convert-to", format, "--outdir", Path.Combine(folder, "out"), path];
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
            {
                process.Kill(entireProcessTree: true);
            }

            var saved = Path.Combine(folder, "out", "in." + format);
            Assert.True(File.Exists(saved), output.Result + errors.Result);
            return File.ReadAllBytes(saved);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
