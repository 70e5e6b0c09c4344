using ReportMiner.Cli.Review;
using ReportMiner.Emit;
using ReportMiner.Tests.Review.Learning;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class Tmp_SiblingWriter
{
    [Fact]
    public void Write()
    {
        foreach (var name in (string[])["first", "second"])
        {
            var path = $"/tmp/learn/{name}/{name}.txt.json";
            var extraction = ReportJson.Read(File.ReadAllBytes(path));
            var desk = Siblings.Corrected(extraction, Siblings.Right(name));
            Assert.Empty(desk.Reviewed.Conflicts);
            File.Delete(EventFile.Beside(path).Path);
            EventFile.Beside(path).Append(desk.Events);
        }
    }
}
