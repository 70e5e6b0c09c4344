using ReportMiner.Cli.Review;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Cli.Review;

public sealed class EventFileTests
{
    [Fact]
    public void Events_are_read_in_the_order_they_were_appended()
    {
        using var work = new Workspace();
        var (file, desk) = (EventFile.Beside(work["a.pdf.json"]), ReviewDesk.Realistic());
        Assert.EndsWith("a.pdf.review.jsonl", file.Path);
        Assert.Empty(file.Read().Events);
        file.Append([desk.Accept("m1"), desk.Reject("m2")]);
        file.Append([desk.Undo("v1-김검토")]);
        Assert.Equal(desk.Events.AsEnumerable(), file.Read().Events);
        Assert.Empty(file.Read().Diagnostics);
    }

    [Fact]
    public void A_torn_last_line_is_told_kept_and_ended_before_the_next()
    {
        using var work = new Workspace();
        var (file, desk) = (new EventFile(work["a.review.jsonl"]), ReviewDesk.Realistic());
        file.Append([desk.Accept("m1")]);
        var torn = ReviewEventJson.Write(desk.Accept("m2"))[..40];
        File.AppendAllBytes(file.Path, torn);
        Assert.Equal("RM4001", Assert.Single(file.Read().Diagnostics).Code);
        Assert.Single(file.Read().Events);
        file.Append([desk.Accept("m3")]);
        Assert.Equal("RM4002", Assert.Single(file.Read().Diagnostics).Code);
        Assert.Equal(["m1", "m3"], file.Read().Events.Select(e => e.Item));
        Assert.True(File.ReadAllBytes(file.Path).AsSpan().IndexOf(torn) > 0);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        using var work = new Workspace();
        var stamps = new EventStamps("둘이", ReviewChannel.Command);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                new EventFile(work["a.review.jsonl"]).Append([EventMaker.Undo("x", stamps.Next())]);
            }
        })));
        var (events, diagnostics) = new EventFile(work["a.review.jsonl"]).Read();
        Assert.Empty(diagnostics);
        Assert.Equal(2000, events.DistinctBy(e => e.Id).Count());
    }
}
