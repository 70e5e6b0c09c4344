namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>
/// Tells points, dashes, quotes and stars that stand by themselves by their shape and their height on the line: blown up to
/// the height of a letter, as a recognizer sees them, a comma looks like a J.
/// </summary>
internal static class SmallMark
{
    /// <summary>Marks are lower than this share of a letter.</summary>
    public const double Tallest = 0.45;

    /// <summary>How sure a mark is.</summary>
    public const double Confidence = 0.8;

    /// <summary>The mark of a box on a line of text with a top, a bottom and a type size; null if it is none.</summary>
    public static string? Of(double x0, double y0, double x1, double y1, double top, double bottom, double size)
    {
        double width = x1 - x0, height = y1 - y0;
        var middle = (((y0 + y1) / 2) - top) / Math.Max(0.1, bottom - top);
        if (width > 2 * height)
        {
            return middle is < 0.3 or > 0.75 ? null : width < 0.5 * size ? "-" : width < 3.5 * height ? "~" : "―";
        }

        if (middle > 0.64)
        {
            return height > 1.2 * width ? "," : ".";
        }

        return height > 1.5 * width && middle < 0.45 ? "'"
            : Math.Max(width, height) > 0.18 * size ? "*"
            : "·";
    }
}
