using ReportMiner.Cli.Batch;
using Xunit;

namespace ReportMiner.Tests.Cli.Batch;

public sealed class ArrivalsTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly Arrivals _arrivals;

    public ArrivalsTests()
    {
        _work.Add("in/first.txt", "가");
        _arrivals = new Arrivals(() => InputFinder.Find([_work["in"]], _work["out"]));
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_file_arrives_when_it_is_still_and_once_only()
    {
        Assert.Empty(_arrivals.Next());
        Assert.Equal(["first.txt"], Next());
        Assert.Empty(_arrivals.Next());
        Assert.Equal(["first.txt"], _arrivals.Taken.Select(i => i.Target));
    }

    [Fact]
    public void A_file_that_grows_has_not_arrived()
    {
        for (var i = 1; i < 4; i++)
        {
            _work.Add("in/first.txt", new string('가', i));
            Assert.Empty(_arrivals.Next());
        }

        Assert.Equal(["first.txt"], Next());
    }

    [Fact]
    public void A_changed_file_arrives_again_and_so_does_one_of_which_more_is_known()
    {
        _arrivals.Next();
        _arrivals.Next();
        _work.Add("in/first.txt", "가나다");
        _arrivals.Next();
        Assert.Equal(["first.txt"], Next());
        _work.Add("in/first.txt.meta.json", "{}");
        _arrivals.Next();
        Assert.Equal(["first.txt"], Next());
    }

    [Fact]
    public void A_folder_that_is_away_for_a_while_changes_nothing()
    {
        _arrivals.Next();
        _arrivals.Next();
        Directory.Move(_work["in"], _work["away"]);
        Assert.Throws<ReportMiner.Cli.UsageException>(_arrivals.Next);
        Directory.Move(_work["away"], _work["in"]);
        Assert.Empty(_arrivals.Next());
        Assert.Empty(_arrivals.Next());
    }

    private IEnumerable<string> Next() => _arrivals.Next().Select(i => i.Target);
}
