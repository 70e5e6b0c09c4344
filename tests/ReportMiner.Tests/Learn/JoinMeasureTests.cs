using ReportMiner.Learn;
using ReportMiner.Resources;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Learn;

public sealed class JoinMeasureTests
{
    private static readonly JoinMeasure Measure = new(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")));

    [Fact]
    public void Breaks_are_counted_within_paragraphs_and_spaces_at_them_dropped()
    {
        var wrapped = WrappedText.Of(["가나 다라마 바", "사아"], 3);
        Assert.Equal(["가나", "다라마", "바", "사아"], wrapped.Lines.Select(l => l.Text));
        Assert.Equal([new LineEnd(0, true), new LineEnd(1, true)], wrapped.Ends);
    }

    [Fact]
    public void A_break_inside_a_word_is_no_space() =>
        Assert.Equal([new LineEnd(0, false)], WrappedText.Of(["가나다라마"], 4).Ends);

    [Fact]
    public void A_space_that_would_open_the_next_line_is_dropped_too() =>
        Assert.Equal(["가나다", "라마"], WrappedText.Of(["가나다 라마"], 3).Lines.Select(l => l.Text));

    [Fact]
    public void A_character_of_two_units_is_not_broken() =>
        Assert.Equal(["가나🏠", "다"], WrappedText.Of(["가나🏠다"], 3).Lines.Select(l => l.Text));

    [Fact]
    public void White_space_is_folded_and_empty_paragraphs_are_none() =>
        Assert.Equal(["가 나"], WrappedText.Fold(["  가\t 나 ", "", "   "]));

    [Fact]
    public void Every_break_is_either_right_or_one_of_the_two_errors()
    {
        var result = Measure.Measure(Texts().SelectMany(t => t), 20);
        Assert.True(result.Joins > 100);
        Assert.Equal(result.Joins, result.Right + result.SpacesLost + result.WordsBroken);
        Assert.Equal((double)result.Right / result.Joins, result.Share);
    }

    [Fact]
    public void A_text_of_nonsense_is_joined_wrong_somewhere()
    {
        var result = Measure.Measure(["마 을도 로를고 치는일 은예 산이 부족 하여늦 어졌 고주 민들의 불편 이컸 다"], 7);
        Assert.NotEmpty(result.Errors);
        Assert.All(result.Errors, e => Assert.Equal(7, e.Width));
    }

    [Fact]
    public void Results_add_up()
    {
        var one = new JoinResult(10, [new JoinError(20, true, "가", "나", true)]);
        var both = one.And(new JoinResult(30, [new JoinError(21, false, "다", "라", false)]));
        Assert.Equal((40, 38, 1, 1, 1, 0.95), (both.Joins, both.Right, both.SpacesLost, both.WordsBroken, both.WrittenBothWays, both.Share));
        Assert.Equal(1, new JoinResult(0, []).Share);
    }

    [Fact]
    public void The_samples_are_joined_right_at_every_width()
    {
        var results = (from width in Enumerable.Range(20, 26) from text in Texts() select (Width: width, Result: Measure.Measure(text, width))).ToList();
        Assert.All(results.GroupBy(r => r.Width), g => Assert.InRange(Sum(g.Select(r => r.Result)).Share, 0.93, 1));
        Assert.InRange(Sum(results.Select(r => r.Result)).Share, 0.955, 1);
    }

    private static JoinResult Sum(IEnumerable<JoinResult> results) => results.Aggregate(new JoinResult(0, []), (a, b) => a.And(b));

    /// <summary>The paragraphs that the samples were made from: no directives, no tables, notes on lines of their own.</summary>
    private static IEnumerable<string[]> Texts() =>
        Directory.EnumerateFiles(Repository.PathOf("samples"), "report.src", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => File.ReadLines(f)
                .Where(l => l.Length > 0 && l[0] is not ('@' or '!') && !l.Contains('|', StringComparison.Ordinal))
                .SelectMany(l => l.Replace("**", "", StringComparison.Ordinal).TrimStart('#', ' ').Split(["^[", "]"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .ToArray());
}
