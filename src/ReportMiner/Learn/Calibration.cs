using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>How far confidences can be believed: finds in ten bins of confidence, with the share of each that is right.</summary>
public sealed record Calibration(ImmutableArray<CalibrationBin> Bins)
{
    private const int Count = 10;

    /// <summary>The expected calibration error (Naeini, Cooper, Hauskrecht 2015): the mean distance of confidence and share, weighed by the bins' sizes.</summary>
    public double Error
    {
        get
        {
            var all = Bins.Sum(b => b.Items);
            return all == 0 ? 0 : Bins.Sum(b => Math.Abs(b.Confidence - b.Right) * b.Items) / all;
        }
    }

    /// <summary>Puts finds into bins.</summary>
    /// <param name="finds">The confidence of each find, 0 to 1, and whether it is right.</param>
    public static Calibration Of(IEnumerable<(double Confidence, bool Right)> finds)
    {
        var bins = finds.ToLookup(f => Math.Min(Count - 1, (int)(f.Confidence * Count)));
        return new Calibration(
        [
            .. Enumerable.Range(0, Count).Select(b => new CalibrationBin(
                bins[b].Count(),
                bins[b].Select(f => f.Confidence).DefaultIfEmpty(0).Average(),
                bins[b].Select(f => f.Right ? 1.0 : 0).DefaultIfEmpty(0).Average())),
        ]);
    }
}

/// <summary>Finds of like confidence.</summary>
/// <param name="Items">How many.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share that is right.</param>
public readonly record struct CalibrationBin(int Items, double Confidence, double Right);
