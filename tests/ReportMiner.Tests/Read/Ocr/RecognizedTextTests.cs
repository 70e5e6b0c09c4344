using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Pdf;
using ReportMiner.Read.Pdf.Ocr;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Read.Ocr;

public class RecognizedTextTests
{
    private static readonly RunMender Mender = new(SymbolMap.Load(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"))));

    private static PdfRun Run(string text, double x0, double x1, double y = 100, double size = 12) =>
        new(text, x0, y, x1, y + size + 1, new PdfFont("Batang", size, "#000000"), false);

    private static RecognizedText.Piece Piece(string? text, double x0, double x1, double y0 = 102.5, double y1 = 111.2, double confidence = 0.9) => new(text, confidence, x0, y0, x1, y1);

    private static string Words(params PdfRun[] runs) => "<page width=\"595\" height=\"842\">\n"
        + string.Concat(runs.Select(r => FormattableString.Invariant($"<word xMin=\"{r.X0}\" yMin=\"{r.Y0}\" xMax=\"{r.X1}\" yMax=\"{r.Y1}\">{r.Text}</word>\n")));

    private static (IReadOnlyList<SourceLine> Lines, List<RunMender.Taken> Taken) Fill(PdfRun[] layer, params RecognizedText.Piece[] pieces)
    {
        var page = RecognizedText.Fill(new PdfPage(1, 595, 842, [.. layer]), PageWords.Read(new StringReader(Words(layer))).Single(), pieces);
        var taken = new List<RunMender.Taken>();
        return (PageLayout.Lines(Mender.Mend(page, taken), page), taken);
    }

    [Fact]
    public void Lost_digits_come_back_where_they_stood_with_their_confidence_and_the_size_of_the_line()
    {
        var line = Fill([Run("년", 76, 88), Run("월", 100, 112), Run("시행", 118, 142)], Piece("2031", 51, 75.5), Piece("7", 93, 99, confidence: 0.8)).Lines.Single();
        Assert.Equal("2031년 7월 시행", line.Text);
        Assert.Equal([0.9, 1, 0.8, 1, 1], line.Runs.Select(r => r.Confidence));
        Assert.All(line.Runs, r => Assert.Equal(12, r.FontSize));
        Assert.Equal("#000000", line.Runs[0].Color);
    }

    [Fact]
    public void A_run_that_goes_on_beyond_the_lost_digits_is_parted_for_them()
    {
        var layer = Run("예산 억원", 50, 120);
        var page = RecognizedText.Fill(
            new PdfPage(1, 595, 842, [layer]),
            PageWords.Read(new StringReader(Words(Run("예산", 50, 74), Run("억원", 96, 120)))).Single(),
            [Piece("45", 80, 94)]);
        Assert.Equal("예산 45억원", PageLayout.Lines(Mender.Mend(page, []), page).Single().Text);
    }

    [Fact]
    public void Points_commas_dashes_and_colons_are_told_by_shape_and_height()
    {
        var line = Fill(
            [Run("기간", 50, 74), Run("연내", 90, 114), Run("이후", 130, 154), Run("시행", 170, 194)],
            Piece(null, 78, 79.5, 104, 105.5), Piece(null, 78, 79.5, 109, 110.5), Piece(null, 115, 117, 109.5, 112), Piece(null, 159, 164, 106, 107), Piece(null, 195, 196.5, 109.5, 111)).Lines.Single();
        Assert.Equal("기간 : 연내, 이후 - 시행.", line.Text);
    }

    [Fact]
    public void Specks_beside_no_line_are_not_taken() =>
        Assert.Equal("시행", Fill([Run("시행", 170, 194)], Piece(null, 400, 401, 300, 301)).Lines.Single().Text);

    [Fact]
    public void What_is_hardly_recognized_is_accounted_for_and_not_in_the_text()
    {
        var (lines, taken) = Fill([Run("지정", 50, 74)], Piece("®", 76, 84), Piece("x:i", 200, 230, confidence: 0.1));
        Assert.Equal("지정", lines.Single().Text);
        Assert.Equal(["®", "x:i"], taken.Select(t => t.Text));
        Assert.All(taken, t => Assert.Equal(RemovalReason.Unreadable, t.Reason));
    }

    [Fact]
    public void Lines_of_a_scanned_page_share_the_size_most_of_them_have()
    {
        var lines = Fill([], Piece("돌봄 인력의 처우를 크게 높인다", 50, 250, 100, 109.2), Piece("지역마다 지원 인력을 둔다", 50, 250, 120, 129.9), Piece("돌봄 계획", 50, 160, 60, 76.5)).Lines;
        Assert.Equal([18, 10, 10], lines.Select(l => l.FontSize));
    }

    [Theory]
    [InlineData(1.5, 1.5, 10, ".")]
    [InlineData(1.5, 3, 10.5, ",")]
    [InlineData(1.2, 1.2, 6.5, "·")]
    [InlineData(1.5, 3, 3.5, "'")]
    [InlineData(3, 3, 4, "*")]
    [InlineData(4, 0.8, 7, "-")]
    [InlineData(8, 2.5, 7, "~")]
    [InlineData(10, 0.8, 7, "―")]
    [InlineData(10, 0.8, 13, null)]
    public void A_mark_is_told_by_its_shape_and_place(double width, double height, double middle, string? mark) =>
        Assert.Equal(mark, SmallMark.Of(50, middle - (height / 2), 50 + width, middle + (height / 2), 0, 13, 12));

    [Fact]
    public void Confidence_of_a_stretch_is_the_mean_of_what_was_recognized_in_it()
    {
        var line = Fill([Run("년", 76, 88), Run("예산", 120, 144)], Piece("2031", 51, 75.5, confidence: 0.8), Piece("45", 146, 158, confidence: 0.5)).Lines.Single();
        var places = new PlaceMap([new PlaceMap.Place(10, 10 + line.Text.Length, line, 0)]);
        Assert.Equal(0.8, places.ConfidenceOf(10, 15), 6);
        Assert.Equal(1, places.ConfidenceOf(14, 15));
        Assert.Equal(((4 * 0.8) + (2 * 0.5)) / 6, places.ConfidenceOf(10, 10 + line.Text.Length), 6);
    }
}
