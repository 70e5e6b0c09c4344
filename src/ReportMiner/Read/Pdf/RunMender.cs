using System.Collections.Immutable;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Mends the runs of a page: symbols become what they look like, spaces become plain ones, jamo are composed
/// to syllables; what carries no text, is printed twice or lies off the page is taken out and accounted for.
/// </summary>
internal sealed class RunMender(SymbolMap symbols)
{
    /// <summary>How far a second print of the same run may lie from the first: in points, and as a share of its height (a shadow).</summary>
    private const double OverprintShift = 1.0;

    private const double Shadow = 0.13;

    private const double SpaceWidth = 0.3;

    /// <summary>What was recognized with less confidence than this is mostly no writing at all.</summary>
    public const double LeastSure = 0.25;

    /// <summary>Something taken out, with its place on the page.</summary>
    internal readonly record struct Taken(RemovalReason Reason, string Text, double Y);

    public ImmutableArray<PdfFragment> Mend(PdfPage page, List<Taken> taken)
    {
        var fragments = ImmutableArray.CreateBuilder<PdfFragment>(page.Runs.Length);
        var seen = new Dictionary<string, List<PdfRun>>(StringComparer.Ordinal);
        foreach (var run in page.Runs)
        {
            if (run.X1 <= 0 || run.X0 >= page.Width || run.Y1 <= 0 || run.Y0 >= page.Height)
            {
                Take(RemovalReason.Unreadable, run.Text, run.Middle);
                continue;
            }

            if (run.Confidence < LeastSure)
            {
                Take(RemovalReason.Unreadable, run.Text, run.Middle);
                continue;
            }

            var text = Characters(symbols.Map(run.Text, run.Font.Name), run.Middle, taken);
            var trimmed = text.Trim(' ');
            if (trimmed.Length == 0)
            {
                if (text.Length > 0 && fragments.Count > 0 && Follows(fragments[^1], run))
                {
                    fragments[^1] = fragments[^1] with { SpaceAfter = true };
                }

                continue;
            }

            if (!seen.TryGetValue(trimmed, out var twins))
            {
                seen[trimmed] = twins = [];
            }

            var shift = Math.Max(OverprintShift, Math.Min(Shadow * run.Height, 0.4 * run.Width));
            if (twins.Any(t => Math.Abs(t.X0 - run.X0) <= shift && Math.Abs(t.Y0 - run.Y0) <= shift))
            {
                Take(RemovalReason.Overprint, trimmed, run.Middle);
                continue;
            }

            twins.Add(run);
            var before = text.Length - text.TrimStart(' ').Length;
            var after = text.Length - text.TrimEnd(' ').Length;
            var space = Math.Min(SpaceWidth * run.Font.Size, run.Width / (2 * text.Length));
            var mended = run with { Text = trimmed, X0 = run.X0 + (before * space), X1 = run.X1 - (after * space) };
            fragments.Add(new PdfFragment(mended, before > 0, after > 0));
        }

        return fragments.ToImmutable();

        void Take(RemovalReason reason, string text, double y)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                taken.Add(new Taken(reason, text.Trim(), y));
            }
        }
    }

    /// <summary>Whether a run of spaces, often from another font, stands right after the text.</summary>
    private static bool Follows(PdfFragment text, PdfRun space) =>
        Math.Abs(space.X0 - text.X1) < SpaceWidth * text.Run.Font.Size && space.Middle > text.Run.Y0 && space.Middle < text.Run.Y1;

    private static string Characters(string text, double y, List<Taken> taken)
    {
        var lost = new StringBuilder();
        var kept = CharacterMender.Mend(text, lost);
        if (lost.Length > 0)
        {
            taken.Add(new Taken(RemovalReason.Unreadable, lost.ToString(), y));
        }

        return kept;
    }
}
