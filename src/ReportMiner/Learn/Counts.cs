namespace ReportMiner.Learn;

/// <summary>Right finds, wrong finds and misses.</summary>
public readonly record struct Counts(int Right, int Wrong, int Missed)
{
    /// <summary>The share of the finds that are right; 0 where there are none.</summary>
    public double Precision => Right == 0 ? 0 : (double)Right / (Right + Wrong);

    /// <summary>The share of what is there that was found; 0 where nothing was.</summary>
    public double Recall => Right == 0 ? 0 : (double)Right / (Right + Missed);

    /// <summary>The harmonic mean of the two.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2 * Right) + Wrong + Missed);

    /// <summary>Adds two counts.</summary>
    public static Counts operator +(Counts a, Counts b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    /// <summary>All counts together.</summary>
    public static Counts Sum(IEnumerable<Counts> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Aggregate(default(Counts), (a, b) => a + b);
    }

    /// <summary>Adds another count.</summary>
    public Counts Add(Counts other) => this + other;
}
