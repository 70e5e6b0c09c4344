using System.Collections.Immutable;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Link.Facts;

public sealed class FactFinderTests : IDisposable
{
    private static readonly ReportPipeline Pipeline = new ReportPipelineBuilder().Build();

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_measured_figure_is_a_statistic_of_what_it_is_the_figure_of()
    {
        var fact = Only("statistic", "2024년 국내 산림치유 시장 규모는 3,200억원으로 집계되었다.");
        Assert.Equal("3,200억원", Text(fact, "amount"));
        Assert.Equal("2024년", Text(fact, "date"));
        Assert.Contains("시장", Text(fact, "object"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_expected_figure_is_a_forecast() =>
        Assert.Equal("5,000억원", Text(Only("forecast", "국내 산림치유 시장 규모는 2030년 5,000억원에 이를 것으로 전망된다."), "amount"));

    [Fact]
    public void A_figure_to_be_reached_is_a_target()
    {
        var fact = Only("target", "산림청은 2027년까지 치유의 숲 40개소를 추가로 조성할 계획이다.");
        Assert.Equal("40개소", Text(fact, "amount"));
        Assert.Equal("산림청", Text(fact, "actor"));
    }

    [Fact]
    public void Public_money_set_aside_is_a_budget() =>
        Assert.Equal("120억원", Text(Only("budget", "산림청은 산림치유 지도사 양성 사업에 2025년 예산 120억원을 투입한다."), "amount"));

    [Fact]
    public void Every_figure_is_in_a_fact_or_left_with_a_reason()
    {
        var report = Run("산림청은 2027년까지 치유의 숲 40개소를 조성한다. 방문객은 수천만 명에 이른다. 만족도는 전국 1위였다. 10인 이상 단체는 미리 예약하여야 한다.");
        var used = report.Facts.SelectMany(f => f.Arguments.Values).SelectMany(a => a).Select(a => a.Ref).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Assert.All(report.Amounts, a => Assert.True(used.Contains(a.Id) ^ report.LeftFigures.Any(l => l.Amount == a.Id), a.Text));
        Assert.Contains(report.LeftFigures, l => l.Reason == FigureReason.Vague);
    }

    [Fact]
    public void What_fills_a_role_refers_to_its_item()
    {
        var report = Run("산림청은 2027년까지 치유의 숲 40개소를 추가로 조성할 계획이다.");
        var ids = report.Mentions.Select(m => m.Id).Concat(report.Dates.Select(d => d.Id)).Concat(report.Amounts.Select(a => a.Id)).ToHashSet(StringComparer.Ordinal);
        Assert.All(report.Facts.SelectMany(f => f.Arguments.Values).SelectMany(a => a), a => Assert.True(a.Ref is null || ids.Contains(a.Ref)));
    }

    [Fact]
    public void Different_figures_of_one_thing_at_one_date_are_told()
    {
        var report = Run("2024년 치유의 숲 이용자는 320만 명으로 집계되었다.\n\n2024년 치유의 숲 이용자는 350만 명으로 집계되었다.");
        Assert.Contains(report.Diagnostics, d => d.Code == "RM3001" && d.Message.Contains("320만 명", StringComparison.Ordinal));
    }

    [Fact]
    public void Sources_that_begin_at_one_place_keep_their_own_ends()
    {
        // Whichever is read first: anchors are read side by side.
        const string Text = "○ 치유의 숲을 늘림. 지도사를 기름";
        var reading = new FactReading(
            FactRules.Load(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"))),
            new SegmentedReport(null!, Text, [], [], [], [], [], [], [], [], new PlaceMap([])),
            null!,
            new Tags([], [], []));
        Assert.Equal(3, reading.Words(new FactSource(FactPlace.Here, 2, 12)).Count);
        Assert.Equal(5, reading.Words(new FactSource(FactPlace.Bullet, 2, Text.Length)).Count);
        Assert.Equal(3, reading.Words(new FactSource(FactPlace.Before, 2, 12)).Count);
    }

    [Fact]
    public void A_figure_of_an_enumeration_is_told_from_the_others_by_the_words_before_it()
    {
        const string Text = "치유의 숲 이용자는 성인 120만 명(연 4.1%), 청소년 45만 명, ’24년 30만 명";
        string[] surfaces = ["120만 명", "4.1%", "45만 명", "30만 명"];
        var date = new DateItem { Id = "d1", Text = "’24년", Edtf = "2024", From = "2024-01-01", Until = "2024-12-31", Kind = DateKind.Point, Start = Text.IndexOf('’', StringComparison.Ordinal), End = Text.IndexOf('’', StringComparison.Ordinal) + 4, Confidence = 1, Source = "rule:test" };
        var labels = Reading(Text, [.. surfaces.Select(s => Amount(Text, s))], [date]).Anchors().Select(a => (Words: Text[a.Label.Start..a.Label.End].Trim(' ', ',', ')', '('), a.Label.Words, a.Label.Back)).ToList();
        Assert.Equal([("치유의 숲 이용자는 성인", 4, 0), ("치유의 숲 이용자는 성인", 4, 1), ("청소년", 1, 0), ("청소년", 1, 1)], labels);
    }

    [Fact]
    public void A_short_line_over_a_list_heads_it()
    {
        const string Text = "가람소프트\n• 요약 서비스 ‘모아글’ 출시";
        var report = new SegmentedReport(null!, Text, [], [Block("b1", BlockKind.Paragraph, 0, 0, 5), Block("b2", BlockKind.ListItem, 1, 6, Text.Length)], [], [], [], [], [], [], new PlaceMap([]));
        var item = FactStatement.Of(report).Single(s => s.Block.Id == "b2");
        Assert.Contains(new FactSource(FactPlace.Bullet, 0, 5), item.Sources);
    }

    [Fact]
    public void What_a_title_says_is_no_cue_of_the_statement_around_it()
    {
        const string Text = "나래일보, 숲길 안내 앱 공개, 누리집에서 배포";
        var title = new Mention { Id = "m1", Text = "숲길 안내 앱 공개", Type = EntityType.Work, Start = 6, End = 16, Confidence = 1, Source = "rule:test" };
        var reading = Reading(Text, [], []);
        var titled = new FactReading(reading.Rules, reading.Report, reading.Metadata, new Tags([title], [], []));
        var statement = Assert.Single(FactStatement.Of(reading.Report));
        Assert.Equal(["공개", "배포"], reading.Cues(statement).Select(c => Text[c.Start..c.End]));
        Assert.Equal(["배포"], titled.Cues(statement).Select(c => Text[c.Start..c.End]));
    }

    [Theory]
    [InlineData("「산림 치유 계획」의 중간 점검 결과", "의")]
    [InlineData("치유의 숲 또는 자연휴양림", "또")]
    public void A_particle_or_half_a_conjunction_is_no_part_of_a_phrase(string text, string wrong)
    {
        var reading = Reading(text, [], []);
        var source = new FactSource(FactPlace.Here, 0, text.Length);
        var phrases = FactPhrases.Of(reading.Rules, text, source, reading.Words(source), reading.Tags).Select(p => text[p.Start..p.End]).ToList();
        Assert.NotEmpty(phrases);
        Assert.DoesNotContain(phrases, p => p.Split(' ') is var words && (words[0] == wrong || words[^1] == wrong));
    }

    [Fact]
    public void The_chapter_a_section_is_in_stands_over_its_statements()
    {
        const string Text = "1. 세제\n가. 감면\n세율 낮춤";
        Section Section(string id, string? parent, int level, string title) => new() { Id = id, Parent = parent, Level = level, Number = null, Title = title, Role = SectionRole.Other, Start = Text.IndexOf(title, StringComparison.Ordinal), End = Text.Length };
        var report = new SegmentedReport(null!, Text, [], [Block("b1", BlockKind.Paragraph, 0, 13, Text.Length) with { Section = "s2" }], [], [Section("s1", null, 1, "세제"), Section("s2", "s1", 2, "감면")], [], [], [], [], new PlaceMap([]));
        var statement = Assert.Single(FactStatement.Of(report));
        Assert.Equal([new FactSource(FactPlace.Title, 9, 11)], statement.Sources.Skip(1));
        Assert.Equal([new FactSource(FactPlace.Over, 3, 5)], statement.Over.AsEnumerable());
    }

    private static Block Block(string id, BlockKind kind, int level, int start, int end) => new() { Id = id, Kind = kind, Level = level, Start = start, End = end, ContentStart = start };

    private static Amount Amount(string text, string surface)
    {
        var at = text.IndexOf(surface, StringComparison.Ordinal);
        return new Amount { Id = surface, Text = surface, Low = "1", High = "1", Unit = "명", Kind = AmountKind.Count, Modifier = null, Vague = false, Start = at, End = at + surface.Length, Confidence = 1, Source = "rule:test" };
    }

    private static FactReading Reading(string text, ImmutableArray<Amount> amounts, ImmutableArray<DateItem> dates) => new(
        FactRules.Load(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"))),
        new SegmentedReport(null!, text, [], [Block("b1", BlockKind.Paragraph, 0, 0, text.Length)], [], [], [], [], [], [], new PlaceMap([])),
        null!,
        new Tags([], dates, amounts));

    private Fact Only(string type, string text) => Assert.Single(Run(text).Facts, f => f.Type == type);

    private static string Text(Fact fact, string role) => Assert.Single(fact.Arguments[role]).Text;

    private Report Run(string text)
    {
        File.WriteAllText(_path, text, Encoding.UTF8);
        return Pipeline.Run(new ReportInput(_path)).Value!;
    }
}
