namespace ReportMiner.Learn;

/// <summary>Intervals by drawing whole reports again and again (Efron, Tibshirani 1993): errors of one report come together.</summary>
internal static class Resampling
{
    private const int Draws = 1000;
    private const ulong Seed = 7;

    /// <summary>Between which values 95 % of the draws lie.</summary>
    /// <param name="documents">How many reports there are, and how many are drawn.</param>
    /// <param name="score">The value for the reports of these numbers.</param>
    public static (double Low, double High) Interval(int documents, Func<int[], double> score)
    {
        var dice = new Dice(Seed);
        var scores = new double[Draws];
        var picked = new int[documents];
        for (var r = 0; r < Draws; r++)
        {
            for (var d = 0; d < documents; d++)
            {
                picked[d] = dice.Below(documents);
            }

            scores[r] = score(picked);
        }

        Array.Sort(scores);
        return (scores[Draws / 40], scores[Draws - 1 - (Draws / 40)]);
    }
}
