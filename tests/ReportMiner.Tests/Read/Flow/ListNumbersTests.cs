using System.Globalization;
using ReportMiner.Read.Flow;
using Xunit;

namespace ReportMiner.Tests.Read.Flow;

public sealed class ListNumbersTests
{
    public static TheoryData<string, int, string> Examples
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var form in FlowReport.Forms.All)
            {
                foreach (var (number, text) in form.Examples)
                {
                    rows.Add(form.Hwpx, int.Parse(number, CultureInfo.InvariantCulture), text);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Numbers_look_as_the_data_says(string form, int number, string text) => Assert.Equal(text, FlowReport.Forms.OfHwpx(form).Write(number));

    [Fact]
    public void A_form_that_is_not_known_is_digits() => Assert.Equal("3", FlowReport.Forms.OfDocx("cuneiform").Write(3));

    [Fact]
    public void A_level_counts_anew_under_each_number_above_it()
    {
        var list = new ListDefinition("1", [Level("%1."), Level("%2.", "HANGUL_SYLLABLE"), Level("%1-%3)")]);
        var numbers = new ListNumbers();
        Assert.Equal(["1.", "가.", "나.", "1-1)", "2.", "가.", "2-1)", "2-2)"], new[] { 0, 1, 1, 2, 0, 1, 2, 2 }.Select(l => numbers.Next(list, l)));
    }

    [Fact]
    public void Lists_count_apart_from_their_own_start()
    {
        var numbers = new ListNumbers();
        var (one, other) = (new ListDefinition("1", [Level("%1.") with { Start = 4 }]), new ListDefinition("2", [Level("(%1)")]));
        Assert.Equal(["4.", "(1)", "5.", "(2)"], [numbers.Next(one, 0), numbers.Next(other, 0), numbers.Next(one, 0), numbers.Next(other, 0)]);
    }

    [Fact]
    public void A_level_the_list_does_not_have_counts_as_its_last() =>
        Assert.Equal("1.", new ListNumbers().Next(new ListDefinition("1", [Level("%1.")]), 7));

    [Theory]
    [InlineData("^1.", 0, "%1.")]
    [InlineData("(^2)", 1, "(%2)")]
    [InlineData("^n", 2, "%1.%2.%3")]
    [InlineData("^N", 1, "%1.%2.")]
    [InlineData("5% ^1", 0, "5％ %1")]
    public void Hangul_s_formats_name_levels_by_a_circumflex(string hangul, int level, string format) => Assert.Equal(format, ListNumbers.FromHangul(hangul, level));

    private static ListLevel Level(string format, string form = "DIGIT") => new(format, FlowReport.Forms.OfHwpx(form), 1);
}
