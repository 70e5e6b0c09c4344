using ReportMiner.Read.Flow;
using Xunit;

namespace ReportMiner.Tests.Read.Flow;

public sealed class ParagraphBuilderTests
{
    [Fact]
    public void What_is_anchored_before_the_text_stands_before_it_and_the_rest_behind()
    {
        var paragraph = new ParagraphBuilder();
        paragraph.Add([FlowReport.Text("앞 상자")]);
        paragraph.Add("본문이 ", FlowReport.Body);
        paragraph.Add([FlowReport.Text("뒤 상자")]);
        paragraph.Add("이어진다", FlowReport.Body);
        Assert.Equal(["앞 상자", "본문이 이어진다", "뒤 상자"], FlowText.Of(paragraph.Build()));
    }

    [Fact]
    public void A_bullet_stands_before_text_only()
    {
        var filled = new ParagraphBuilder { ListMark = "○" };
        filled.Add("버스를 늘림", FlowReport.Body);
        var blank = new ParagraphBuilder { ListMark = "○" };
        blank.Add("  ", FlowReport.Body);
        Assert.Equal(["○ 버스를 늘림"], FlowText.Of([.. filled.Build(), .. blank.Build()]));
    }

    [Fact]
    public void Characters_of_one_style_are_one_span()
    {
        var paragraph = new ParagraphBuilder();
        paragraph.Add("버스", FlowReport.Body);
        paragraph.Add("를 ", FlowReport.Body with { });
        paragraph.Add("늘림", FlowReport.Body with { Bold = true });
        Assert.Equal(["버스를 ", "늘림"], ((FlowParagraph)Assert.Single(paragraph.Build())).Spans.Select(s => s.Text));
    }
}
