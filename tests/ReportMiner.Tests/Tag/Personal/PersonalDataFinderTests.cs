using System.Collections.Immutable;
using System.Diagnostics;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Tag.Personal;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Tag.Personal;

public sealed class PersonalDataFinderTests
{
    private static readonly PersonalDataFinder Finder = new(ResourceDirectory.Open(Repository.PathOf("models")));

    [Theory]
    [InlineData("7610|7611~2", "부서\t담당\t연락처", "항만과\t서다온\t7610", "해운과\t문지호\t7611~2")]
    [InlineData("7610", "담당\t서다온\t전화\t7610", "예산\t2024\t인원\t1250")]
    [InlineData("7610|7611", "담당\t연락처\t\t비고", "서다온\t7610\t7611\t2030")]
    [InlineData("", "구분\t전화 보급률", "항만과\t7610")]
    [InlineData("", "연도\t예산", "2024\t7610")]
    [InlineData("", "부서\t연락처", "항만과\t2024년 신설", "해운과\t1350")]
    public void Short_numbers_are_found_where_the_table_says_what_they_are(string expected, params string[] rows) =>
        Assert.Equal(expected, string.Join('|', Found(Table(rows))));

    [Fact]
    public void Rules_that_overlap_leave_no_end_of_a_number_behind()
    {
        const string text = "내선 044-201-0000~3, 010-0000-1234@example.kr";
        Assert.Equal("내선 ●●●-●●●-●●●●~●, ●●●-●●●●-●●●●@●●●●●●●.●●", Finder.Mask(text));
    }

    [Fact]
    public void Time_grows_with_the_text_whatever_stands_in_it()
    {
        var watch = Stopwatch.StartNew();
        foreach (var run in new[] { "0", "02-", "a.", "내선 ", "전화", "x @ ", "+82 ", "{a,", "1 " })
        {
            Finder.Find(string.Concat(Enumerable.Repeat(run, 20_000)) + "@");
        }

        // Less than a second where nothing else runs; a pattern that goes back over a run again and again takes minutes.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public void What_looks_like_a_date_or_an_amount_inside_a_number_is_none()
    {
        var personal = new PersonalData([new PersonalSpan(10, 22, PersonalKind.Telephone), new PersonalSpan(30, 40, PersonalKind.Email)], []);
        ImmutableArray<Mention> items = [At(0, 10), At(8, 11), At(12, 14), At(22, 30), At(35, 60)];

        Assert.Equal([0, 22], personal.Outside(items).Select(i => i.Start));
    }

    private static Mention At(int start, int end) =>
        new() { Id = "m", Start = start, End = end, Type = EntityType.Org, Text = "", Confidence = 1, Source = "rule:test" };

    private static IEnumerable<string> Found(SegmentedReport report) => Finder.Find(report).Spans.Select(s => report.Text[s.Start..s.End]);

    private static SegmentedReport Table(string[] rows)
    {
        var text = string.Join('\n', rows);
        var starts = rows.Select((_, r) => rows.Take(r).Sum(row => row.Length + 1));
        var table = new Table
        {
            Id = "t1",
            Start = 0,
            End = text.Length,
            Confidence = 1,
            Source = "rule:test",
            Rows = [.. rows.Select(r => r.Split('\t').ToImmutableArray())],
            CellSpans = [.. rows.Zip(starts).Select(row => Cells(row.First, row.Second))],
            // An empty cell of the first row is covered by the one before it.
            Spans = [.. rows[0].Split('\t').Index().Where(c => c.Item.Length == 0).Select(c => new CellSpan(0, c.Index - 1, 1, 2))],
        };
        return AmountTexts.Report(text, [AmountTexts.Block(BlockKind.Table, 0, text.Length)], [table]);
    }

    private static ImmutableArray<TextSpan> Cells(string row, int start)
    {
        var cells = row.Split('\t');
        return [.. cells.Select((c, i) => cells.Take(i).Sum(b => b.Length + 1) + start is var at ? new TextSpan(at, at + c.Length) : default)];
    }
}
