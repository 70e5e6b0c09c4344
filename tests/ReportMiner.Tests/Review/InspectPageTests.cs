using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Review;
using ReportMiner.Segment;
using Xunit;

namespace ReportMiner.Tests.Review;

public sealed class InspectPageTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

    private static readonly string[] Drawing = ["svg", "image", "g", "title", "rect", "path", "circle", "text"];

    private static readonly string[] Elements =
        ["html", "head", "meta", "title", "style", "body", "header", "h1", "p", "span", "ul", "li", "i", "small", "main", "div", "b", "code", "table", "tr", "td", .. Drawing];

    // Two columns, a page number, and words that would be markup if they were not escaped.
    private static readonly (string Text, double X0, double Y0, double X1, double Size)[] Port =
    [
        ("제1장 <b>항만</b> 운영", 60, 70, 300, 18),
        ("○ 부두의 대기 시간을 줄이는 예약제를 도입", 60, 110, 280, 10),
        ("화물 처리에 드는 시간을 줄이려면 하역 장비를 늘리고 야간", 60, 150, 280, 10),
        ("작업을 정례화하는 한편 배후 도로의 병목을 없애야 하며 이를", 60, 170, 280, 10),
        ("위해 지방자치단체와 함께 재원을 마련한다.", 310, 100, 480, 10),
    ];

    private static readonly SourceDocument Source = new(
        new SourceFile("</title><script>.pdf", "application/pdf", 1, new string('a', 64), 2, null, "poppler"),
        [Page(1, Port), Page(2, [.. Port.Select(l => l with { Text = "다음 쪽의 " + l.Text })])],
        [],
        []);

    private static readonly SegmentedReport Report = new Segmenter(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"))).Segment(Source);

    [Xunit.Fact]
    public void Text_of_a_report_yields_no_markup_of_its_own_and_nothing_is_loaded_or_run()
    {
        var page = Draw(1);
        Assert.All(page.Tags, t => Assert.Contains(t.Name, Elements));
        Assert.All(page.Tags, t => Assert.DoesNotContain(t.Attributes.Keys, k => k.StartsWith("on", StringComparison.Ordinal) || k is "style" or "src"));
        Assert.All(page.Tags.Where(t => t.Attributes.ContainsKey("href")), t => Assert.StartsWith("data:image/png;base64,", t.Attributes["href"], StringComparison.Ordinal));
        Assert.Contains("제1장 <b>항만</b> 운영", page.Text, StringComparison.Ordinal);
        var policy = page.Tags.Single(t => t.Attributes.GetValueOrDefault("http-equiv") == "Content-Security-Policy").Attributes["content"];
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("img-src data:;", policy, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void Every_box_lies_on_the_page()
    {
        foreach (var box in Draw(1).Tags.Where(t => t.Name == "rect"))
        {
            Assert.InRange(Number(box, "x"), 0, 595);
            Assert.InRange(Number(box, "y"), 0, 842);
            Assert.InRange(Number(box, "x") + Number(box, "width"), 0, 595);
            Assert.InRange(Number(box, "y") + Number(box, "height"), 0, 842);
        }
    }

    [Xunit.Fact]
    public void Blocks_are_numbered_in_reading_order_and_boxed_where_their_words_stand()
    {
        var marks = PageMarks.Of(Source.Pages[0], Report);
        Assert.Equal(Enumerable.Range(1, marks.Blocks.Length), marks.Blocks.Select(m => m.Number));
        foreach (var mark in marks.Blocks)
        {
            var words = Report.Text[mark.Block.Start..mark.Block.End];
            // A space between sign and text that the page does not have parts a line's box in two.
            var lines = Source.Pages[0].Lines.Where(l => words.Replace(" ", "", StringComparison.Ordinal).Contains(l.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)).Select(l => l.Box!).ToList();
            Assert.NotEmpty(mark.Lines);
            Assert.All(mark.Lines, b => Assert.Contains(lines, l => b.Y0 == l.Y0 && b.Y1 == l.Y1 && b.X0 >= l.X0 && b.X1 <= l.X1));
            Assert.All(lines, l => Assert.Contains(mark.Lines, b => b.Y0 == l.Y0));
        }

        Assert.Contains(marks.Blocks, m => m.Block.Kind == BlockKind.Heading);
        Assert.Contains(marks.Blocks, m => m.Block.Kind == BlockKind.ListItem && m.Block.Marker == "○");
    }

    [Xunit.Fact]
    public void A_block_that_runs_into_the_next_column_is_drawn_in_two_pieces()
    {
        var lines = Source.Pages[0].Lines[2..5];
        var places = lines.Select((l, i) => new PlaceMap.Place(i * 100, (i * 100) + l.Text.Length, l, 0)).ToImmutableArray();
        var report = Report with
        {
            Text = string.Concat(lines.Select(l => l.Text.PadRight(100))),
            Blocks = [new Block { Id = "b1", Kind = BlockKind.Paragraph, Start = 0, End = 300 }],
            Places = new PlaceMap(places),
        };
        var mark = Assert.Single(PageMarks.Of(Source.Pages[0], report).Blocks);
        Assert.Equal([(60, 150), (310, 100)], mark.Pieces.Select(p => ((int)p.X0, (int)p.Y0)));
        Assert.Equal(180, mark.Pieces[0].Y1);
    }

    [Xunit.Fact]
    public void What_was_taken_out_is_grey_with_its_reason()
    {
        var html = Encoding.UTF8.GetString(Write(1));
        var marks = PageMarks.Of(Source.Pages[0], Report);
        var number = Assert.Single(marks.Removed, r => r.Removal.Reason == RemovalReason.PageNumber);
        Assert.Equal(new Box(1, 290, 800, 310, 810), number.Box);
        Assert.Contains("<g class=\"k-removed\"><title>PageNumber: - 1 -</title>", html, StringComparison.Ordinal);
        Assert.Contains("쪽 번호", html, StringComparison.Ordinal);
        Assert.DoesNotContain(marks.Blocks, m => Report.Text[m.Block.Start..m.Block.End].Contains("- 1 -", StringComparison.Ordinal));
    }

    private static byte[] Write(int page) => InspectPage.Write(Report, PageMarks.Of(Source.Pages[page - 1], Report), 2, Png);

    private static Markup Draw(int page) => new(Encoding.UTF8.GetString(Write(page)));

    private static double Number(Tag tag, string name) => double.Parse(tag.Attributes[name], CultureInfo.InvariantCulture);

    private static SourcePage Page(int number, (string Text, double X0, double Y0, double X1, double Size)[] words)
    {
        var lines = ImmutableArray.CreateBuilder<SourceLine>();
        foreach (var (text, x0, y0, x1, size) in words.Append((string.Create(CultureInfo.InvariantCulture, $"- {number} -"), 290, 800, 310, 10)))
        {
            var box = new Box(number, x0, y0, x1, y0 + size);
            lines.Add(new SourceLine { Page = number, Number = lines.Count + 1, Text = text, Box = box, FontSize = size, Runs = [new SourceRun(0, text.Length, box, "바탕", size, null, false, false)] });
        }

        return new SourcePage(number, 595, 842, lines.ToImmutable());
    }
}
