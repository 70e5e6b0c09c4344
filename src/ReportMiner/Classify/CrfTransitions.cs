using System.Runtime.Intrinsics;

namespace ReportMiner.Classify;

/// <summary>
/// What a linear-chain CRF knows of labels that follow each other. A score of negative infinity forbids. Rows are padded
/// to whole vectors with labels that never occur.
/// </summary>
internal sealed class CrfTransitions
{
    /// <param name="labels">The number of labels.</param>
    /// <param name="scores">From row to column, <paramref name="labels"/> each way.</param>
    /// <param name="starts">Scores of the labels at the first place.</param>
    /// <param name="ends">Scores of the labels at the last place.</param>
    public CrfTransitions(int labels, ReadOnlySpan<float> scores, ReadOnlySpan<float> starts, ReadOnlySpan<float> ends)
    {
        Labels = labels;
        Width = (labels + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        Scores = new float[labels * Width];
        Factors = new float[labels * Width];
        Backward = new float[labels * Width];
        Array.Fill(Scores, float.NegativeInfinity);
        for (var from = 0; from < labels; from++)
        {
            for (var to = 0; to < labels; to++)
            {
                Scores[(from * Width) + to] = scores[(from * labels) + to];
                Factors[(from * Width) + to] = Factor(scores[(from * labels) + to]);
                Backward[(to * Width) + from] = Factor(scores[(from * labels) + to]);
            }
        }

        Following = [.. Enumerable.Range(0, labels).Select(from => Enumerable.Range(0, labels)
            .Select(to => (to, Scores[(from * Width) + to])).Where(t => !float.IsNegativeInfinity(t.Item2)).ToArray())];
        (Starts, StartFactors) = Pad(starts);
        (Ends, EndFactors) = Pad(ends);
    }

    public int Labels { get; }

    /// <summary>The length of a padded row.</summary>
    public int Width { get; }

    /// <summary>Row: the label before; column: the label after.</summary>
    public float[] Scores { get; }

    /// <summary>By label, those that may follow it, and their scores.</summary>
    public (int To, float Score)[][] Following { get; }

    /// <summary>Exponentials of <see cref="Scores"/>.</summary>
    public float[] Factors { get; }

    /// <summary><see cref="Factors"/> with rows and columns changed.</summary>
    public float[] Backward { get; }

    public float[] Starts { get; }

    public float[] StartFactors { get; }

    public float[] Ends { get; }

    public float[] EndFactors { get; }

    private static float Factor(float score) => (float)Math.Exp(score);

    private (float[] Scores, float[] Factors) Pad(ReadOnlySpan<float> scores)
    {
        var padded = new float[Width];
        Array.Fill(padded, float.NegativeInfinity);
        scores.CopyTo(padded);
        return (padded, Array.ConvertAll(padded, Factor));
    }
}
