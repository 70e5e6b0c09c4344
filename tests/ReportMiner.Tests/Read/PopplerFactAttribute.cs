using Xunit;

namespace ReportMiner.Tests.Read;

/// <summary>A test that needs poppler: skipped where it is not installed (<c>./test</c> installs it).</summary>
public sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute()
    {
        var names = new[] { "pdftohtml", "pdftohtml.exe" };
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(f => names.Any(n => File.Exists(Path.Combine(f, n)))))
        {
            Skip = "poppler-utils is not installed";
        }
    }
}
