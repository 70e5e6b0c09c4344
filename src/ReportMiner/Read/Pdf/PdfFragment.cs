using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf;

/// <summary>A run after mending: trimmed, its box without the spaces at its ends.</summary>
/// <param name="Run">The run; its text is not blank at either end.</param>
/// <param name="SpaceBefore">Whether spaces stood before the text.</param>
/// <param name="SpaceAfter">Whether spaces stood after it.</param>
internal sealed record PdfFragment(PdfRun Run, bool SpaceBefore, bool SpaceAfter)
{
    public double X0 => Run.X0;

    public double X1 => Run.X1;

    /// <summary>The type size most characters of some fragments have, in points; of two equals the larger.</summary>
    public static double BodySize(ImmutableArray<PdfFragment> fragments) => fragments.GroupBy(f => f.Run.Font.Size)
        .OrderByDescending(g => g.Sum(f => f.Run.Text.Length)).ThenByDescending(g => g.Key)
        .First().Key;

    /// <summary>Share of the lower of two runs' heights that they have in common.</summary>
    public double Overlap(PdfFragment other) =>
        (Math.Min(Run.Y1, other.Run.Y1) - Math.Max(Run.Y0, other.Run.Y0)) / Math.Max(0.1, Math.Min(Run.Height, other.Run.Height));
}
