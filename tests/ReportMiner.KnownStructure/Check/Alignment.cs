namespace ReportMiner.KnownStructure.Check;

/// <summary>Pairs what is true with what was found: the longest common subsequence of their keys.</summary>
internal static class Alignment
{
    /// <summary>For each true key the index of its partner, or -1.</summary>
    public static int[] Pair(IReadOnlyList<string> truth, IReadOnlyList<string> found)
    {
        var length = new int[truth.Count + 1, found.Count + 1];
        for (var i = truth.Count - 1; i >= 0; i--)
        {
            for (var j = found.Count - 1; j >= 0; j--)
            {
                length[i, j] = truth[i] == found[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var pairs = new int[truth.Count];
        Array.Fill(pairs, -1);
        for (int i = 0, j = 0; i < truth.Count && j < found.Count;)
        {
            if (truth[i] == found[j])
            {
                pairs[i++] = j++;
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}
