namespace ReportMiner.KnownStructure.Check;

/// <summary>How often a measure was right.</summary>
/// <param name="Total">How many there are in truth.</param>
/// <param name="Right">How many of them are right.</param>
/// <param name="Wrong">How many were found that there are not, or not so; 0 for measures that do not ask.</param>
internal readonly record struct Score(int Total, int Right, int Wrong)
{
    /// <summary>The right ones among the true ones, 1 where there are none.</summary>
    public double Share => Total == 0 ? 1 : (double)Right / Total;

    /// <summary>F1, which falls with the wrong ones too.</summary>
    public double F1 => Total + Right + Wrong == 0 ? 1 : 2.0 * Right / (Total + Right + Wrong);

    /// <summary>What a threshold is held against: the lower of the two.</summary>
    public double Value => Math.Min(Share, F1);

    public static Score operator +(Score a, Score b) => new(a.Total + b.Total, a.Right + b.Right, a.Wrong + b.Wrong);
}
