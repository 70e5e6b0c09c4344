using System.Diagnostics;
using System.Text;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Tag.Dates;

public sealed class DateTaggerTests
{
    [Theory]
    [InlineData('\'')]
    [InlineData('’')]
    [InlineData('‘')]
    [InlineData('´')]
    [InlineData('`')]
    [InlineData('′')]
    public void Every_sign_that_serves_as_apostrophe_marks_a_year(char apostrophe)
    {
        var date = Assert.Single(DateReading.Read($"확대 적용({apostrophe}24.3월~)", "2023"));
        Assert.Equal("2024-03/..", date.Edtf);
        Assert.Equal($"{apostrophe}24.3월~", date.Text);
    }

    [Fact]
    public void A_note_mark_after_a_date_is_no_part_of_it()
    {
        const string Text = "공개 자료, 2023.5.52 참고";
        var at = Text.IndexOf("52", StringComparison.Ordinal) + 1;
        Assert.Equal("2023-05-05", Assert.Single(DateReading.Read(Text, "2023", new TextSpan(at, at + 1))).Edtf);
    }

    [Fact]
    public void Web_addresses_hold_no_dates() =>
        Assert.Empty(DateReading.Read("https://example.org/2023/05/2023-05-06/a.html", "2023"));

    [Fact]
    public void Two_dates_joined_by_an_arrow_are_two()
    {
        var dates = DateReading.Read("(’19년) → (’22년)", "2023");
        Assert.Equal(["2019", "2022"], dates.Select(d => d.Edtf));
    }

    [Fact]
    public void The_halves_of_a_schedule_take_the_year_of_the_cell_above()
    {
        var dates = DateReading.ReadCells([["과제", "2024", "2025"], ["", "상", "하", "상", "하"]], "2023");
        Assert.Equal(["2024", "2025", "2024-40", "2024-41", "2025-40", "2025-41"], dates.Select(d => d.Edtf));
    }

    [Fact]
    public void Megabytes_of_text_are_read_in_seconds()
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < 3_000_000; i++)
        {
            text.Append("지난해 조사에서는 12.5% 늘어 3,420억원에 이르렀고(’22.").Append(1 + (i % 12)).Append("월) 1234567890 ~~~~ '''' 2023.2023.2023 일부 과제는 2024년까지 이어진다.\n");
        }

        var clock = Stopwatch.StartNew();
        Assert.NotEmpty(DateReading.Read(text.ToString(), "2023-04"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData('1')]
    [InlineData('\'')]
    [InlineData('~')]
    [InlineData(' ')]
    [InlineData('올')]
    public void One_endless_line_of_the_same_sign_does_not_stall(char sign)
    {
        var clock = Stopwatch.StartNew();
        Assert.Empty(DateReading.Read("가" + new string(sign, 1_000_000), "2023-04"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), clock.Elapsed.ToString());
    }
}
