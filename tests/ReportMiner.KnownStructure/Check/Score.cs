namespace ReportMiner.KnownStructure.Check;

/// <summary>How often a measure was right.</summary>
/// <param name="Total">How many there are in truth.</param>
/// <param name="Right">How many of them are right.</param>
/// <param name="Wrong">How many were found that there are not, or not so.</param>
internal readonly record struct Score(int Total, int Right, int Wrong)
{
    /// <summary>F1, which is 1 where there is nothing to find and nothing was found.</summary>
    public double Value => Total + Right + Wrong == 0 ? 1 : 2.0 * Right / (Total + Right + Wrong);

    public static Score operator +(Score a, Score b) => new(a.Total + b.Total, a.Right + b.Right, a.Wrong + b.Wrong);
}
