namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>An affine map [a b c d e f] (ISO 32000-2, 8.3.3): x' = ax + cy + e, y' = bx + dy + f.</summary>
internal readonly record struct PageSpace(double A, double B, double C, double D, double E, double F)
{
    public static readonly PageSpace Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>From user space to points from the top left of the page as shown.</summary>
    public static PageSpace Of(double x0, double y0, double x1, double y1, int rotate) => (((rotate % 360) + 360) % 360) switch
    {
        90 => new PageSpace(0, 1, 1, 0, -y0, -x0),
        180 => new PageSpace(-1, 0, 0, 1, x1, -y0),
        270 => new PageSpace(0, -1, -1, 0, y1, x1),
        _ => new PageSpace(1, 0, 0, -1, -x0, y1),
    };

    public double Scale => Math.Sqrt(Math.Abs((A * D) - (B * C)));

    public (double X, double Y) Map(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The map that applies this one first, then <paramref name="outer"/>.</summary>
    public PageSpace Then(PageSpace outer) => new(
        (A * outer.A) + (B * outer.C),
        (A * outer.B) + (B * outer.D),
        (C * outer.A) + (D * outer.C),
        (C * outer.B) + (D * outer.D),
        (E * outer.A) + (F * outer.C) + outer.E,
        (E * outer.B) + (F * outer.D) + outer.F);
}
