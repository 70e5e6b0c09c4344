using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace ReportMiner.Tests.Read.Ocr;

/// <summary>A test that needs poppler, and tesseract with its Korean data: skipped where they are not installed (<c>./test</c> installs them).</summary>
public sealed class TesseractFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Installed = new(KnowsKorean);

    public TesseractFactAttribute() => Skip = new PopplerFactAttribute().Skip ?? (Installed.Value ? null : "tesseract-ocr and tesseract-ocr-kor are not installed");

    private static bool KnowsKorean()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("tesseract", "--list-langs") { RedirectStandardOutput = true, UseShellExecute = false })!;
            return process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).Contains("kor", StringComparer.Ordinal);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
