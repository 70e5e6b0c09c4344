using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.Review.Browser;

/// <summary>A test in a real browser: skipped where Chromium or poppler is not installed (<c>./test</c> installs both).</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = File.Exists(Chromium.Program) ? new PopplerFactAttribute().Skip : "chromium is not installed";
}
