using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Segment;
using Xunit;

namespace ReportMiner.Tests.Segment;

public sealed class LineJoinerTests
{
    private static readonly ResourceDirectory Resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private static readonly SpacingRules Rules = Resources.ReadJson<SpacingRules>(SpacingRules.FileName);
    private static readonly SpacingModel Model = SpacingModel.Read(Resources);

    public static TheoryData<string, string, bool> Examples
    {
        get
        {
            using var json = JsonDocument.Parse(Resources.ReadText(SpacingRules.FileName));
            var rows = new TheoryData<string, string, bool>();
            foreach (var e in json.RootElement.GetProperty("examples").EnumerateArray())
            {
                rows.Add(e.GetProperty("before").GetString()!, e.GetProperty("after").GetString()!, e.GetProperty("spaced").GetBoolean());
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_line_end_is_joined_as_its_example_says(string before, string after, bool spaced) =>
        Assert.Equal(spaced, Joined([before, after])[0]);

    [Fact]
    public void The_report_s_own_words_decide_where_the_language_allows_both()
    {
        string[] ends = ["올해의 첫 과제는 빈집", "은행의 설립이다"];
        string[] joined = [.. ends, .. Enumerable.Repeat("그래서 우리는 빈집은행의 설립을 서두르고 빈집은행의 규칙도 만든다", 4)];
        string[] apart = [.. ends, .. Enumerable.Repeat("그래서 우리는 빈집 은행의 설립을 서두르고 빈집 은행의 규칙도 만든다", 4)];
        Assert.False(Joined(joined)[0]);
        Assert.True(Joined(apart)[0]);
    }

    [Fact]
    public void White_space_at_some_line_ends_tells_all_of_them()
    {
        var lines = Enumerable.Range(0, 12).Select(i => Line(i % 2 == 0 ? "주민이 함께 가꾸는 " : "마을의 빈집을 고쳐", i)).ToList();
        var joiner = new LineJoiner(Rules, Model, lines);
        Assert.True(joiner.Spaced(lines[0], lines[1]));
        Assert.False(joiner.Spaced(lines[1], lines[2]));
    }

    [Fact]
    public void A_report_that_never_breaks_a_word_moves_doubtful_ends_to_spaces()
    {
        string[] clear = ["주민이 함께 만든 계획을", "바탕으로 예산을 정하고", "해마다 성과를 점검하며", "부족한 점을 고쳐 나가는", "방식으로 사업을 운영하여", "신뢰를 얻을 수 있었다는"];
        var whole = Enumerable.Range(0, 8).SelectMany(_ => clear).ToArray();
        string[] doubtful = ["지역의 에너지", "협동조합을"];
        Assert.True(Shifted([.. whole, .. doubtful]) > Shifted(doubtful) + 1);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused() =>
        Assert.Throws<ResourceException>(() => SpacingModel.Parse("RMSP?"u8));

    [Fact]
    public void A_model_is_written_as_it_is_read() =>
        Assert.Equal(Resources.ReadBytes(SpacingModel.FileName), SpacingModel.Parse(Resources.ReadBytes(SpacingModel.FileName)).ToBytes());

    private static bool[] Joined(string[] texts)
    {
        var lines = texts.Select(Line).ToList();
        var joiner = new LineJoiner(Rules, Model, lines);
        return [.. lines.Zip(lines.Skip(1)).Select(p => joiner.Spaced(p.First, p.Second))];
    }

    private static double Shifted(string[] texts) => new LineJoiner(Rules, Model, [.. texts.Select(Line)]).LogOdds(Line(texts[^2], 0), Line(texts[^1], 1));

    private static Line Line(string text, int index) => new(new SourceLine { Page = 0, Number = index + 1, Text = text }, index, false) { Full = true };
}
