using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Resources;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Learn;

public sealed class ReviewedLexiconTests
{
    private static readonly ResourceDirectory Models = ResourceDirectory.Open(Repository.PathOf("models"));

    [Fact]
    public void Added_names_and_their_other_forms_are_taken_in_with_who_says_so()
    {
        var row = Assert.Single(Learn([], Text("a", Name("갯벌누리"), Name("누리", "갯벌누리") with { New = false })).Rows);
        Assert.Equal(("갯벌누리", EntityType.Org, false, "a.json"), (row.Name, row.Type, row.Refused, row.Report));
        Assert.Equal(["갯벌누리", "누리"], row.Forms.AsEnumerable());
        Assert.Equal(["갯벌누리", "누리"], row.Events.AsEnumerable());
        Assert.Equal(["김검토"], row.Who.AsEnumerable());
    }

    [Fact]
    public void Names_that_the_pipeline_had_right_are_not_taken_in() =>
        Assert.Empty(Learn([], Text("a", Name("갯벌누리") with { New = false })).Rows);

    [Fact]
    public void What_speaks_against_itself_is_left_out()
    {
        var lexicon = Learn([], Text("a", Name("갯벌누리"), Name("물새마루")), Text("b", Not("갯벌누리"), Name("물새마루") with { Type = EntityType.Product }));
        Assert.Empty(lexicon.Rows);
        Assert.Equal([LeftOutReason.BothWays, LeftOutReason.BothWays, LeftOutReason.TwoTypes, LeftOutReason.TwoTypes], lexicon.LeftOut.Select(l => l.Reason));
    }

    [Fact]
    public void What_the_training_excerpts_have_otherwise_is_left_out()
    {
        string[] training = ["⟦ORG|바다마루⟧는 온누리를 위한 곳이다. ⟦ORG|온누리 연구소⟧가 ⟦LOC|서천⟧에 있다."];
        // Common words, names of another type and forms that are marked are left out; parts of longer names say nothing.
        Assert.Empty(Learn(training, Text("a", Name("온누리"), Name("서천"), Not("바다마루"))).Rows);
        Assert.Equal(["연구소"], Learn(training, Text("a", Name("연구소"))).Rows.Select(r => r.Name));
    }

    [Fact]
    public void What_was_learned_from_other_reports_stays_and_what_was_learned_from_this_is_made_anew()
    {
        var first = Learn([], Text("a", Name("갯벌누리")), Text("b", Name("물새마루"), Not("모래톱")));
        var present = Models.With(ImmutableSortedDictionary<string, byte[]>.Empty.Add(Gazetteer.ReviewedFile, first.ToBytes()), "1.0.0");
        Assert.Equal(first.ToBytes(), ReviewedLexicon.Of([], [], present).ToBytes());
        Assert.Equal(["갯벌마루", "모래톱", "물새마루"], ReviewedLexicon.Of([Text("a", Name("갯벌마루"))], [], present).Rows.Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.Empty(ReviewedLexicon.Of([Text("a", Not("물새마루"))], [], present).Rows.Where(r => r.Name == "물새마루"));
    }

    [Theory]
    [InlineData("가")]
    [InlineData("갯벌|누리")]
    [InlineData("!갯벌")]
    [InlineData("2024")]
    public void Forms_that_cannot_stand_in_the_file_or_are_no_words_are_not_taken_in(string form) =>
        Assert.Empty(Learn([], Text("a", Name(form))).Rows);

    private static ReviewedLexicon Learn(string[] training, params ReviewedText[] texts) => ReviewedLexicon.Of(texts, [.. training.Select(Excerpt)], Models);

    private static ReviewedText Text(string name, params NameDecision[] names) => new(name + ".json", "sha-" + name, "decisions", Excerpt("글"), [.. names]);

    private static NameDecision Name(string form, string? name = null) => new(form, EntityType.Org, name ?? form, true, [form], ["김검토"]);

    private static NameDecision Not(string form) => new(form, EntityType.Org, null, true, [form], ["김검토"]);

    private static MarkedExcerpt Excerpt(string marked) => new("글", MarkedText.Parse(marked), null, null, null);
}
