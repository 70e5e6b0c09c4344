using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportMiner.Review.Events;

/// <summary>How far an audit sample is, and how good sure items are by it.</summary>
/// <param name="Sample">How many items were chosen.</param>
/// <param name="Decided">How many of them somebody looked at.</param>
/// <param name="Right">How many of those were right as they were.</param>
/// <param name="Open">Ids of those still to be looked at, in reading order.</param>
public sealed record AuditState(int Sample, int Decided, int Right, [property: JsonIgnore] ImmutableArray<string> Open)
{
    private const double Width = 1.959964;

    /// <summary>The share that was right; null while nothing was looked at.</summary>
    public double? Precision => Decided == 0 ? null : Math.Round((double)Right / Decided, 3);

    /// <summary>Below which the true share lies with 2.5 % (Wilson 1927).</summary>
    public double? Low => Bound(-1);

    /// <summary>Above which it lies with 2.5 %.</summary>
    public double? High => Bound(1);

    /// <summary>The samples of several reports as one.</summary>
    public static AuditState Sum(IEnumerable<AuditState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return states.Aggregate(new AuditState(0, 0, 0, []), (a, b) => new AuditState(a.Sample + b.Sample, a.Decided + b.Decided, a.Right + b.Right, []));
    }

    private double? Bound(int side)
    {
        if (Decided == 0)
        {
            return null;
        }

        var (n, p, z) = ((double)Decided, (double)Right / Decided, Width);
        var middle = p + (z * z / (2 * n));
        return Math.Round(Math.Clamp((middle + (side * z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))))) / (1 + (z * z / n)), 0, 1), 3);
    }
}
