using ReportMiner.Cli.Queue;
using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

public sealed class TargetPathTests
{
    [Theory]
    [InlineData("보고서.pdf")]
    [InlineData("2024/해양 관측 대책.hwpx")]
    [InlineData("a/b/c..d.txt")]
    [InlineData(".숨은 파일.txt")]
    public void Paths_under_the_output_folder_are_taken(string target) => Assert.True(TargetPath.IsInside(target));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../a.txt")]
    [InlineData("a/../../b.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b.txt")]
    [InlineData("a/")]
    [InlineData("a\\..\\b.txt")]
    [InlineData("C:/a.txt")]
    [InlineData("a.txt:stream")]
    [InlineData("a\0b.txt")]
    [InlineData("a\nb.txt")]
    [InlineData("...")]
    [InlineData("run")]
    [InlineData("RUN")]
    public void Others_are_refused(string target) => Assert.False(TargetPath.IsInside(target));

    [Fact]
    public void Names_no_file_system_takes_are_refused()
    {
        Assert.True(TargetPath.IsInside(new string('가', 66)));
        Assert.False(TargetPath.IsInside(new string('가', 67)));
        Assert.False(TargetPath.IsInside(string.Join('/', Enumerable.Repeat("abcdefghi", 101))));
    }
}
