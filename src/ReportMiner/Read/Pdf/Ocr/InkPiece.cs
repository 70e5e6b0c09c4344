namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>A stretch of writing on one line of a page's picture, cut out without what else stands around it; its box in pixels.</summary>
internal sealed record InkPiece(int X0, int Y0, int X1, int Y1, GreyPicture Picture)
{
    public int Height => Y1 - Y0;
}
