using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>What is drawn on a page beside its text, as far as it structures the text.</summary>
/// <param name="Lines">Ruled lines, pieces of one line joined.</param>
/// <param name="Areas">Coloured areas (not white ones).</param>
internal sealed record PageDrawing(ImmutableArray<RuledLine> Lines, ImmutableArray<PageArea> Areas)
{
    public static readonly PageDrawing Empty = new([], []);
}

/// <summary>A rectangle in points from the page's top left.</summary>
internal readonly record struct PageArea(double X0, double Y0, double X1, double Y1)
{
    public double Width => X1 - X0;

    public double Height => Y1 - Y0;
}
