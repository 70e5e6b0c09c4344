using ReportMiner.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class AuditSampleTests
{
    private readonly ReviewDesk _desk = ReviewDesk.Realistic();

    [Fact]
    public void The_sample_hangs_on_the_report_and_not_on_ids_or_decisions()
    {
        var sample = AuditSample.Of(_desk.Extraction);
        Assert.NotEmpty(sample);
        Assert.Equal(sample.AsEnumerable(), AuditSample.Of(_desk.Extraction));
        Assert.All(sample, id => Assert.True(_desk.Reviewed.ItemOf(id).Confidence >= AuditSample.Sure));

        var renamed = _desk.Extraction with { Mentions = [.. _desk.Extraction.Mentions.Select(m => m with { Id = m.Id + "0" })] };
        Assert.Equal(sample.Select(id => id[0] == 'm' ? id + "0" : id), AuditSample.Of(renamed));
        Assert.NotEqual(sample.AsEnumerable(), AuditSample.Of(_desk.Extraction with { Source = _desk.Extraction.Source with { Sha256 = new string('0', 64) } }));
    }

    [Fact]
    public void What_was_accepted_with_many_others_was_not_looked_at()
    {
        var sample = AuditSample.Of(_desk.Extraction);
        foreach (var id in sample)
        {
            _desk.Accept(id, group: "alle");
        }

        Assert.Equal((sample.Length, 0, null), (State.Sample, State.Decided, State.Precision));
        Assert.Equal(sample.AsEnumerable(), State.Open);
        _desk.Accept(sample[0]);
        _desk.Reject(sample[1]);
        Assert.Equal((2, 1, 0.5), (State.Decided, State.Right, State.Precision));
        Assert.Equal(sample.Skip(2), State.Open);
    }

    [Fact]
    public void The_sample_is_a_check_until_somebody_decides()
    {
        var chosen = AuditSample.Of(_desk.Extraction)[0];
        Assert.Contains("audit", Checks());
        _desk.Accept(chosen);
        Assert.Empty(Checks());
        Assert.All(_desk.Extraction.Mentions.Where(m => m.Confidence < AuditSample.Sure), m => Assert.Empty(_desk.Reviewed.Checks.Of(_desk.Reviewed.Find(m.Id)!, m)));

        IEnumerable<string> Checks() => _desk.Reviewed.Checks.Of(_desk.Reviewed.Find(chosen)!, _desk.Reviewed.ItemOf(chosen));
    }

    [Fact]
    public void Items_that_nobody_is_sure_of_are_not_in_it()
    {
        var unsure = _desk.Extraction with
        {
            Mentions = [.. _desk.Extraction.Mentions.Select(m => m with { Confidence = 0.5 })],
            Dates = [],
            Amounts = [],
            Recommendations = [],
            Facts = [],
        };
        Assert.Empty(AuditSample.Of(unsure));
    }

    [Fact]
    public void The_interval_is_wilsons()
    {
        // 8 of 10: 0.4902 to 0.9433 (Wilson 1927, as in Newcombe 1998); 10 of 10: from 0.7225.
        var eight = new AuditState(20, 10, 8, []);
        Assert.Equal((0.8, 0.49, 0.943), (eight.Precision, eight.Low, eight.High));
        var ten = new AuditState(20, 10, 10, []);
        Assert.Equal((0.722, 1), (ten.Low, ten.High));
        Assert.Equal((40, 20, 18, 0.9), AuditState.Sum([eight, ten]) is var sum ? (sum.Sample, sum.Decided, sum.Right, sum.Precision) : default);
        Assert.Null(new AuditState(20, 0, 0, []).Low);
    }

    private AuditState State => AuditSample.StateOf(_desk.Reviewed, _desk.Events);
}
