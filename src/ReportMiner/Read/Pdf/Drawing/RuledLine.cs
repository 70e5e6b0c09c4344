namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>A level or upright line as drawn: where it stands across its direction, and from where to where it runs; points from the page's top left.</summary>
/// <param name="Upright">Vertical; otherwise horizontal.</param>
/// <param name="At">x of an upright line, y of a level one.</param>
internal readonly record struct RuledLine(bool Upright, double At, double From, double To)
{
    public double Length => To - From;
}
