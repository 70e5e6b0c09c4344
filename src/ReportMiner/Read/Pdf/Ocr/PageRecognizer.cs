using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;

namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>How the recognition of a page ended.</summary>
internal enum RecognitionEnd
{
    /// <summary>There is nothing on the page that its text layer lacks.</summary>
    NothingToRead,

    Done,

    /// <summary>There is something, but tesseract or its Korean data is not installed.</summary>
    NotInstalled,

    /// <summary>A program failed or passed a limit.</summary>
    Failed,
}

/// <summary>What recognition made of a page.</summary>
/// <param name="Page">The page with what was recognized; as it was, unless that is done.</param>
/// <param name="Characters">How many characters were recognized.</param>
/// <param name="Confidence">Their mean confidence.</param>
internal sealed record Recognition(RecognitionEnd End, PdfPage Page, int Characters = 0, double Confidence = 1)
{
    /// <summary>Whether the whole text of the page was recognized.</summary>
    public bool IsWhole => Page.Runs.All(r => r.Confidence < 1);
}

/// <summary>
/// Recognizes the characters of a page that its text layer lacks: prints the page, finds the ink that the layer does not
/// account for, and has tesseract read it piece by piece. What the layer has stays as it is.
/// </summary>
internal sealed class PageRecognizer(PdfOptions options)
{
    private const double PointsPerInch = 72;
    private const double DotsPerInch = 300;

    /// <summary>A page of A3 at the full number of dots; larger ones get fewer.</summary>
    private const int MostPixels = 18_000_000;

    /// <summary>How many pages are worked on at once.</summary>
    private const int AtOnce = 4;

    private readonly ChildProcess _child = new(options);
    private readonly TesseractProgram _tesseract = new(options);

    /// <summary>Which pages go through recognition: <c>auto</c>, <c>off</c> or <c>always</c>.</summary>
    public string Mode => options.Ocr;

    /// <param name="path">Absolute path of a PDF file.</param>
    /// <param name="pages">Pages with those runs that are to stay.</param>
    public ImmutableArray<Recognition> Recognize(string path, IEnumerable<PdfPage> pages, CancellationToken cancellation) =>
        [.. pages.AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).WithCancellation(cancellation).Select(p => Recognize(path, p, cancellation))];

    private Recognition Recognize(string path, PdfPage page, CancellationToken cancellation)
    {
        var failed = new Recognition(RecognitionEnd.Failed, page);
        try
        {
            if (page.Width <= 0 || page.Height <= 0 || Words(path, page, cancellation) is not { } words || Print(path, page, cancellation) is not { } picture)
            {
                return failed;
            }

            var scale = picture.Width / page.Width;
            var (ink, letter) = PageInk.Find(picture, words.Boxes, scale);
            bool IsMark(InkPiece piece) => piece.Height < SmallMark.Tallest * letter;
            ImmutableArray<InkPiece> lines = [.. ink.Where(p => !IsMark(p))];
            if (lines.IsEmpty)
            {
                return new Recognition(RecognitionEnd.NothingToRead, page);
            }

            if (!_tesseract.IsReady(cancellation))
            {
                return new Recognition(RecognitionEnd.NotInstalled, page);
            }

            if (_tesseract.Read([.. lines.Select(p => p.Picture)], cancellation) is not { } readings)
            {
                return failed;
            }

            var pieces = lines.Zip(readings).Select(p => Place(p.First, p.Second.Text, p.Second.Confidence))
                .Concat(ink.Where(IsMark).Select(p => Place(p, null, 0)));
            var filled = RecognizedText.Fill(page, words, [.. pieces]);
            return Sum(page, filled);

            RecognizedText.Piece Place(InkPiece piece, string? text, double confidence) =>
                new(text, confidence, piece.X0 / scale, piece.Y0 / scale, piece.X1 / scale, piece.Y1 / scale);
        }
        catch (Win32Exception)
        {
            return failed;
        }
    }

    private static Recognition Sum(PdfPage before, PdfPage page)
    {
        var recognized = page.Runs.Where(r => r.Confidence is >= RunMender.LeastSure and < 1).ToList();
        var characters = recognized.Sum(Characters);
        return characters == 0
            ? new Recognition(RecognitionEnd.NothingToRead, before)
            : new Recognition(RecognitionEnd.Done, page, characters, recognized.Sum(r => r.Confidence * Characters(r)) / characters);

        static int Characters(PdfRun run) => run.Text.Count(c => c != ' ');
    }

    /// <summary>The words of the page's layer as far as its runs stay.</summary>
    private PageWords? Words(string path, PdfPage page, CancellationToken cancellation)
    {
        if (page.Runs.IsEmpty)
        {
            return new PageWords();
        }

        if (PopplerPrograms.Find(options, "pdftotext") is not { } pdftotext)
        {
            return null;
        }

        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        var read = _child.Run(pdftotext, ["-bbox", "-enc", "UTF-8", "-f", number, "-l", number, path, "-"], PageWords.Read, cancellation);
        return read is { End: ProcessEnd.Exited, Output: [var words, ..] } ? words.Of(page.Runs) : null;
    }

    private GreyPicture? Print(string path, PdfPage page, CancellationToken cancellation)
    {
        if (PopplerPrograms.Find(options, "pdftoppm") is not { } pdftoppm)
        {
            return null;
        }

        var dots = Math.Min(DotsPerInch, PointsPerInch * Math.Sqrt(MostPixels / (page.Width * page.Height)));
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-gray", "-f", number, "-l", number, "-singlefile", "-r", dots.ToString("F2", CultureInfo.InvariantCulture), path];
        // Rounded up, the picture may be a row and a column larger; Latin-1 gives each byte a character of its own.
        var picture = _child.Run(pdftoppm, arguments, r => GreyPicture.Read(r, 2 * MostPixels), cancellation, System.Text.Encoding.Latin1);
        return picture.End == ProcessEnd.Exited ? picture.Output : null;
    }
}
