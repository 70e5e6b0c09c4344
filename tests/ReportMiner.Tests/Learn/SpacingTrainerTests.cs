using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Segment;
using Xunit;

namespace ReportMiner.Tests.Learn;

public sealed class SpacingTrainerTests
{
    // Two reports, since what only one text has is not learned.
    private static readonly SpacingText[] Texts =
    [
        new([.. Enumerable.Repeat("마을의 빈집을 고쳐 청년에게 빌려주고 마을의 공동 부엌을 함께 쓰게 한다", 6)], true),
        new([.. Enumerable.Repeat("청년에게 빈집을 빌려주는 마을의 이장은 빈집을 고쳐 함께 쓰게 한다", 6)], true),
    ];

    [Fact]
    public void The_same_texts_give_the_same_model() =>
        Assert.Equal(SpacingTrainer.Train(Texts).Model, SpacingTrainer.Train(Texts).Model);

    [Fact]
    public void A_model_joins_what_it_has_learned()
    {
        var (model, examples) = SpacingTrainer.Train(Texts);
        Assert.True(examples > 100);
        var joiner = new LineJoiner(new SpacingRules([], "", "^$"), SpacingModel.Parse(model), []);
        Assert.True(joiner.Spaced(Line("마을의 빈집을"), Line("고쳐 함께")));
        Assert.False(joiner.Spaced(Line("마을의 빈집"), Line("을 고쳐 함께")));
    }

    [Fact]
    public void Texts_without_line_ends_are_refused() =>
        Assert.Throws<ArgumentException>(() => SpacingTrainer.Train([new SpacingText(["가"], true)]));

    private static Line Line(string text) => new(new SourceLine { Page = 0, Number = 1, Text = text }, 0, false);
}
