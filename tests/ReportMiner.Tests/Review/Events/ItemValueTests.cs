using ReportMiner.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class ItemValueTests
{
    [Theory]
    [InlineData(ItemKind.Mention, "과학기술정보통신부")]
    [InlineData(ItemKind.Date, "2024-06/..")]
    [InlineData(ItemKind.Date, "")]
    [InlineData(ItemKind.Date, "202X")]
    [InlineData(ItemKind.Amount, "265500000000 KRW")]
    [InlineData(ItemKind.Amount, "10..20 %")]
    [InlineData(ItemKind.Amount, "-0.5")]
    [InlineData(ItemKind.Amount, "vague 개 국")]
    [InlineData(ItemKind.Recommendation, "r&d")]
    [InlineData(ItemKind.Fact, @"amount=2\;000억 \| \=; object=매출 | 이익")]
    public void What_is_read_is_written_the_same(ItemKind kind, string text)
    {
        var read = ItemValue.Parse(kind, text, ItemFields.Empty);
        Assert.True(read.Succeeded, read.Failure?.Message);
        Assert.Equal(text, ItemValue.Text(kind, read.Value));
    }

    [Theory]
    [InlineData(ItemKind.Mention, " ")]
    [InlineData(ItemKind.Date, "내년")]
    [InlineData(ItemKind.Date, "2024-02-30")]
    [InlineData(ItemKind.Date, "2025/2024")]
    [InlineData(ItemKind.Amount, "")]
    [InlineData(ItemKind.Amount, "약 10개")]
    [InlineData(ItemKind.Amount, "1..2..3 %")]
    [InlineData(ItemKind.Recommendation, "잡담")]
    [InlineData(ItemKind.Fact, "매출 2조")]
    [InlineData(ItemKind.Fact, "poet=윤동주")]
    public void What_cannot_be_read_is_told_in_both_languages(ItemKind kind, string text)
    {
        var read = ItemValue.Parse(kind, text, ItemFields.Empty);
        Assert.False(read.Succeeded);
        Assert.NotEmpty(read.Failure.Korean);
        Assert.NotEmpty(read.Failure.English);
    }

    [Fact]
    public void The_value_of_every_item_reads_back_as_no_change()
    {
        var desk = new ReviewDesk(Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt"));
        Assert.NotEmpty(desk.Extraction.Facts);
        Assert.All(desk.Reviewed.Items, i =>
        {
            var fields = desk.Reviewed.FieldsOf(i.Key);
            var read = ItemValue.Parse(i.Kind, ItemValue.Text(i.Kind, fields), fields);
            Assert.True(read.Succeeded, read.Failure?.Message);
            Assert.Empty(read.Value.ChangedFrom(fields).Names);
            Assert.Empty(ItemValue.ParseType(i.Kind, ItemValue.Type(i.Kind, fields)).Value!.ChangedFrom(fields).Names);
        });
    }
}
