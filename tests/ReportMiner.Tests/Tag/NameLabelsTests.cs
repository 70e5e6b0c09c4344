using ReportMiner.Documents;
using ReportMiner.Tag.Entities;
using Xunit;

namespace ReportMiner.Tests.Tag;

public sealed class NameLabelsTests
{
    [Fact]
    public void What_is_spelt_is_read_again()
    {
        var labels = Enumerable.Repeat(NameLabels.Outside, 10).ToArray();
        NameLabels.Spell(EntityType.Loc, 1).CopyTo(labels, 0);
        NameLabels.Spell(EntityType.Org, 4).CopyTo(labels, 1);
        NameLabels.Spell(EntityType.Work, 2).CopyTo(labels, 8);
        Assert.Equal([(0, 1, EntityType.Loc), (1, 5, EntityType.Org), (8, 10, EntityType.Work)], NameLabels.Names(labels));
    }

    [Fact]
    public void Only_whole_names_can_be_labelled()
    {
        byte begin = NameLabels.Of(EntityType.Org, NameLabels.Begin), inside = NameLabels.Of(EntityType.Org, NameLabels.Inside), end = NameLabels.Of(EntityType.Org, NameLabels.End);
        Assert.True(NameLabels.Follows(begin, inside) && NameLabels.Follows(begin, end) && NameLabels.Follows(inside, end) && NameLabels.Follows(end, begin) && NameLabels.Follows(NameLabels.Outside, begin) && NameLabels.Follows(end, NameLabels.Outside));
        Assert.False(NameLabels.Follows(begin, NameLabels.Outside) || NameLabels.Follows(begin, begin) || NameLabels.Follows(NameLabels.Outside, inside) || NameLabels.Follows(begin, NameLabels.Of(EntityType.Per, NameLabels.Inside)) || NameLabels.Follows(end, end));
        Assert.False(NameLabels.MayStart(inside) || NameLabels.MayEnd(begin));
        Assert.Equal(33, NameLabels.All.Length);
    }
}
