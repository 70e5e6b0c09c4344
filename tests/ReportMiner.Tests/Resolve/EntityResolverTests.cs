using ReportMiner.Documents;
using ReportMiner.Resolve;
using ReportMiner.Tests.Tag;
using Xunit;

namespace ReportMiner.Tests.Resolve;

public sealed class EntityResolverTests
{
    private static readonly EntityResolver Resolver = new(EntityText.Models);

    [Xunit.Fact]
    public void Spellings_of_one_ministry_are_one_entity_with_ordinal_aliases()
    {
        var (entities, mentions) = Resolve("과기정통부와 과기부, 과학기술정보통신부는");
        var entity = Assert.Single(entities);
        Assert.Equal(("e1", "과학기술정보통신부", "government"), (entity.Id, entity.Name, entity.Subtype));
        Assert.Equal(["과기부", "과기정통부"], entity.Aliases.ToArray());
        Assert.Equal(["m1", "m2", "m3"], entity.Mentions.ToArray());
        Assert.All(mentions, m => Assert.Equal("e1", m.Entity));
    }

    [Xunit.Fact]
    public void An_unknown_body_and_its_abbreviation_are_one_entity()
    {
        var (entities, _) = Resolve("한국갯벌생태진흥원(KTEA)은", "KTEA와 통계청이");
        Assert.Equal(["한국갯벌생태진흥원", "통계청"], entities.Select(e => e.Name));
        Assert.Equal(["KTEA"], entities[0].Aliases.ToArray());
    }

    [Xunit.Fact]
    public void Entities_are_numbered_by_first_mention()
    {
        var (entities, mentions) = Resolve("통계청과 환경부, 다시 통계청이");
        Assert.Equal(["e1:통계청", "e2:환경부"], entities.Select(e => $"{e.Id}:{e.Name}"));
        Assert.Equal(["m1", "m2", "m3"], mentions.Select(m => m.Id));
    }

    private static (IReadOnlyList<Entity> Entities, IReadOnlyList<Mention> Mentions) Resolve(params string[] lines)
    {
        var report = EntityText.Report(lines);
        var (entities, mentions) = Resolver.Resolve(report.Text, EntityText.Tagger.Tag(report));
        return (entities, mentions);
    }
}
