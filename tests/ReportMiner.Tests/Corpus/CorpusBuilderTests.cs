using System.Text;
using System.Text.Json;
using NJsonSchema;
using ReportMiner.Corpus;
using ReportMiner.Documents;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Corpus;

public sealed class CorpusBuilderTests
{
    private static ReportCorpus Rich() => CorpusDraft.Join(
        new CorpusDraft("가", "2024-01", "해양수산부").Fact("statistic", "국내 풍력 설비용량", "1240", "MW", "2023").Advice("관측선을 더 짓는다", "r&d", "기상청").Named(EntityType.Org, "달빛누리").Dated("공청회 2022-03", "2022-03").Dated("언젠가", null),
        new CorpusDraft("나").Fact("statistic", "국내 풍력 설비용량", "980", "MW", "2023").Fact("budget", "항만 정비", "900", "KRW", "../2026"));

    [Xunit.Fact]
    public void The_timeline_has_dated_facts_and_the_dates_of_none_in_order_and_says_how_many_have_no_value()
    {
        var corpus = Rich();
        Assert.Equal([("2022-03", "date", "d2"), ("2023", "statistic", "x1"), ("2023", "statistic", "x1"), ("../2026", "budget", "x2")], corpus.Timeline.Select(d => (d.Edtf, d.Type, d.Item)));
        Assert.Equal("공청회 2022-03", corpus.Timeline.First().Statement);
        Assert.Equal(["해양수산부"], corpus.Timeline.First().Ministries.AsEnumerable());
        Assert.Equal([1, 0], corpus.Reports.Select(r => r.UnresolvedDates));
    }

    [Xunit.Fact]
    public void A_report_of_the_same_file_is_listed_and_not_counted()
    {
        var corpus = CorpusDraft.Join(new CorpusDraft("가").Named(EntityType.Org, "달빛누리"), new CorpusDraft("가").Named(EntityType.Org, "달빛누리"));
        Assert.Equal([null, "가"], corpus.Reports.Select(r => r.CopyOf));
        Assert.Equal(1, corpus.Entities[0].Reports);
    }

    [Xunit.Fact]
    public async Task Every_row_passes_the_schema_and_no_other_does()
    {
        var schema = await JsonSchema.FromJsonAsync(CorpusSchema.Generate());
        var corpus = Rich();
        IEnumerable<CorpusRow> rows = [.. corpus.Reports, .. corpus.Entities, .. corpus.Facts, .. corpus.Recommendations, .. corpus.Timeline, .. corpus.Totals, .. corpus.Contradictions];
        Assert.Equal(["contradiction", "date", "entity", "fact", "recommendation", "report", "total"], rows.Select(r => r.Row).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Empty(schema.Validate(Line(r))));
        Assert.NotEmpty(schema.Validate(Line(corpus.Reports[0]).Replace("\"report\"", "\"poem\"", StringComparison.Ordinal)));
    }

    [Xunit.Fact]
    public void The_committed_schema_is_the_one_the_records_give() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("models/schemas/corpus.schema.json")), CorpusSchema.Generate());

    [Xunit.Fact]
    public void A_change_of_shape_needs_a_new_version()
    {
        var versions = File.ReadLines(Repository.PathOf("models/schemas/corpus-versions.tsv")).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1]);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(CorpusSchema.Generate())));
        Assert.True(versions.GetValueOrDefault(CorpusRow.CurrentSchemaVersion) == hash, $"the schema is {hash}; raise CorpusRow.CurrentSchemaVersion and add a line to corpus-versions.tsv");
    }

    [Xunit.Fact]
    public void The_rules_fit_their_examples()
    {
        var models = ReportMiner.Resources.ResourceDirectory.Open(Repository.PathOf("models"));
        var rules = models.ReadJson<CorpusRules>(CorpusRules.ResourceName);
        var names = new NameBook(models, rules);
        Assert.All(rules.MinistryExamples, e => Assert.Equal(e, names.Ministry(e)));
        Assert.All(rules.OtherExamples, e => Assert.Null(names.Ministry(e)));
        Assert.All(rules.EachExamples, e => Assert.Matches(NameBook.Pattern(rules.Each), e));
        Assert.All(rules.TranslatedExamples, e => Assert.Matches(NameBook.Pattern(rules.TranslatedBodies), e));
    }

    [Xunit.Fact]
    public void The_page_is_safe_and_its_parts_are_scripts_that_only_hand_rows_over()
    {
        const string Attack = "</script><img src=x onerror=alert(1)>\u2028";
        var corpus = CorpusDraft.Join(new CorpusDraft("가").Advice(Attack, Attack).Named(EntityType.Org, Attack).Fact("budget", Attack, "1", "KRW", "2024"));
        var files = CorpusPage.Files(corpus, _ => null).ToDictionary(f => f.Name, f => Encoding.UTF8.GetString(f.Bytes));
        Assert.Equal(["data/items-0.js", "data/timeline-0.js", "data/entities-0.js", "index.html"], files.Keys);
        Assert.All(files.Values, f => Assert.DoesNotContain("<img", f, StringComparison.Ordinal));
        Assert.Contains("default-src 'none'", files["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("http://", files["index.html"], StringComparison.Ordinal);
        Assert.All(files.Where(f => f.Key.EndsWith(".js", StringComparison.Ordinal)), f => Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(f.Value[f.Value.IndexOf('[')..^3]).RootElement.ValueKind));
    }

    private static string Line(CorpusRow row)
    {
        using var stream = new MemoryStream();
        CorpusJson.WriteLine(stream, row);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
