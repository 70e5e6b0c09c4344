using Xunit;
namespace ReportMiner.Tests.Tag;

public sealed class EntityTaggerTests
{
    [Theory]
    [InlineData("환경부는 국립생태원과 협력", "ORG|환경부", "ORG|국립생태원")]
    [InlineData("미국국방부의 발표", "LOC|미국", "ORG|국방부")]
    [InlineData("아마존 AWS를 도입", "ORG|아마존", "PRODUCT|AWS")]
    [InlineData("과기정통부·NIA 공동", "ORG|과기정통부", "ORG|NIA")]
    [InlineData("독일, 프랑스에서는", "LOC|독일", "LOC|프랑스")]
    public void A_known_name_is_found_without_its_particle(string text, params string[] names) =>
        Assert.Equal(names, EntityText.Names(text));

    [Theory]
    [InlineData("메타버스와 메타데이터를 다룬다")]
    [InlineData("사람이란 무엇인가")]
    [InlineData("대교육부문 개편")]
    [InlineData("XAWSX 코드")]
    public void A_name_inside_a_longer_word_is_left(string text) => Assert.Empty(EntityText.Names(text));

    [Fact]
    public void A_long_name_is_found_with_other_spacing() =>
        Assert.Equal(["POLICY|초거대AI 경쟁력 강화방안"], EntityText.Names("초거대AI 경쟁력 강화방안을"));

    [Fact]
    public void The_longest_name_wins() => Assert.Equal(["ORG|네이버클라우드"], EntityText.Names("네이버클라우드가"));

    [Fact]
    public void Short_forms_of_ministries_count_only_in_a_list_of_bodies()
    {
        Assert.Equal(["ORG|행안", "ORG|기재", "ORG|복지"], EntityText.Names("협의를 거침(행안, 기재, 복지 등)"));
        Assert.Empty(EntityText.Names("교육과 복지 수요가 늘어"));
    }

    [Fact]
    public void A_common_word_counts_as_a_name_once_the_document_shows_it()
    {
        Assert.Empty(EntityText.Names("서로의 믿음이 필요"));
        Assert.Equal(["ORG|KT", "PRODUCT|믿음", "PRODUCT|믿음"], EntityText.Names("KT 믿음을 공개", "이후 믿음은 널리 쓰임"));
    }

    [Fact]
    public void A_form_in_brackets_after_a_name_is_a_name_of_the_same_type_everywhere() =>
        Assert.Equal(
            ["ORG|한국갯벌생태진흥원", "ORG|KTEA", "ORG|KTEA"],
            EntityText.Names("한국갯벌생태진흥원(KTEA)을 세움", "KTEA가 맡아"));

    [Fact]
    public void A_common_abbreviation_in_brackets_is_no_name() =>
        Assert.Equal(["ORG|기상청"], EntityText.Names("기상청(AI) 시범"));

    [Fact]
    public void Names_keep_their_place_in_the_text()
    {
        var report = EntityText.Report("👉 서론", "통계청이 발표");
        var mention = Assert.Single(EntityText.Tagger.Tag(report));
        Assert.Equal("통계청", report.Text[mention.Start..mention.End]);
        Assert.Equal("gazetteer:government", mention.Source);
    }

    [Fact]
    public void A_long_line_is_tagged_in_linear_time()
    {
        var line = string.Concat(Enumerable.Repeat("가나다라마바사 아자차카타파하 ", 40_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(EntityText.Names(line));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
