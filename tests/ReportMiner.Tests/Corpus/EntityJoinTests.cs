using ReportMiner.Corpus;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Corpus;

public sealed class EntityJoinTests
{
    private static EntityRow[] Named(ReportCorpus corpus, string name) => [.. corpus.Entities.Where(e => e.Name == name)];

    [Xunit.Fact]
    public void A_ministry_is_one_under_all_its_names()
    {
        var corpus = CorpusDraft.Join(
            new CorpusDraft("가", "2023-05").Named(EntityType.Org, "과학기술정보통신부", "과기정통부"),
            new CorpusDraft("나", "2024-02-01").Named(EntityType.Org, "과기정통부"),
            new CorpusDraft("다").Named(EntityType.Org, "과학기술 정보통신부"));
        var ministry = Assert.Single(corpus.Entities);
        Assert.Equal(("과학기술정보통신부", 3, 4, "2023-05", "2024-02-01"), (ministry.Name, ministry.Reports, ministry.Mentions, ministry.First, ministry.Last));
        Assert.Equal(["가", "나", "다"], ministry.Places.Select(p => p.Report));
        Assert.Equal(new EntityForm("과기정통부", 2), ministry.Forms[0]);
    }

    [Theory]
    [InlineData("달빛 정밀 화학", "달빛정밀화학")]
    [InlineData("(주)달빛정밀화학", "달빛정밀화학")]
    [InlineData("별무리‧온누리 재단법인 연합", "별무리·온누리 연합")]
    public void Spelling_and_company_marks_do_not_part_names(string one, string other) =>
        Assert.Single(CorpusDraft.Join(new CorpusDraft("가").Named(EntityType.Org, one), new CorpusDraft("나").Named(EntityType.Org, other)).Entities);

    [Theory]
    [InlineData("나래 3.5", "나래 35")]
    [InlineData("나래-2", "나래-3")]
    public void Versions_stay_apart(string one, string other) =>
        Assert.Equal(2, CorpusDraft.Join(new CorpusDraft("가").Named(EntityType.Product, one), new CorpusDraft("나").Named(EntityType.Product, other)).Entities.Length);

    [Xunit.Fact]
    public void A_report_that_has_only_the_short_name_is_joined_with_one_that_explains_it()
    {
        var corpus = CorpusDraft.Join(
            new CorpusDraft("가").Named(EntityType.Org, "한빛갯벌연구원", "HTFRI"),
            new CorpusDraft("나").Named(EntityType.Org, "HTFRI"));
        Assert.Equal(2, Assert.Single(corpus.Entities).Reports);
    }

    [Xunit.Fact]
    public void A_short_abbreviation_needs_two_reports_that_explain_it()
    {
        CorpusDraft Explains(string name) => new CorpusDraft(name).Named(EntityType.Org, "한빛갯벌연구원", "HTF");
        var alone = new CorpusDraft("다").Named(EntityType.Org, "HTF");
        Assert.Equal(2, CorpusDraft.Join(Explains("가"), alone).Entities.Length);
        Assert.Equal(3, Assert.Single(CorpusDraft.Join(Explains("가"), Explains("나"), alone).Entities).Reports);
    }

    [Xunit.Fact]
    public void A_form_that_two_names_have_joins_neither()
    {
        var corpus = CorpusDraft.Join(
            new CorpusDraft("가").Named(EntityType.Org, "한빛갯벌연구원", "HTFRI"),
            new CorpusDraft("나").Named(EntityType.Org, "호수토양림연구소", "HTFRI"),
            new CorpusDraft("다").Named(EntityType.Org, "HTFRI"));
        Assert.Equal(3, corpus.Entities.Length);
    }

    [Theory]
    [InlineData(EntityType.Org, "위원회")]
    [InlineData(EntityType.Org, "중앙은행")]
    [InlineData(EntityType.Org, "건전성감독청")]
    [InlineData(EntityType.Per, "왕")]
    [InlineData(EntityType.Per, "Solberg")]
    public void What_means_another_in_each_report_is_not_joined(EntityType type, string name) =>
        Assert.Equal(2, Named(CorpusDraft.Join(new CorpusDraft("가").Named(type, name), new CorpusDraft("나").Named(type, name)), name).Length);

    [Xunit.Fact]
    public void Bodies_of_two_countries_with_one_translated_name_stay_apart_and_one_with_the_same_foreign_name_is_one()
    {
        var corpus = CorpusDraft.Join(
            new CorpusDraft("가").Named(EntityType.Org, "건전성감독청", "PRUA"),
            new CorpusDraft("나").Named(EntityType.Org, "건전성감독청", "ACPX"),
            new CorpusDraft("다").Named(EntityType.Org, "건전성감독청", "PRUA"));
        Assert.Equal([2, 1], corpus.Entities.Select(e => e.Reports));
    }

    [Xunit.Fact]
    public void Names_of_different_types_stay_apart() =>
        Assert.Equal(2, CorpusDraft.Join(new CorpusDraft("가").Named(EntityType.Org, "달빛누리"), new CorpusDraft("나").Named(EntityType.Product, "달빛누리")).Entities.Length);
}
