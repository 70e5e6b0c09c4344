using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>How new models compare with the present ones on the same reports.</summary>
/// <param name="On">What they were compared on.</param>
/// <param name="Before">The present models.</param>
/// <param name="After">The new ones.</param>
public sealed record ModelComparison(ComparedOn On, Evaluation Before, Evaluation After)
{
    /// <summary>The rows that are judged.</summary>
    internal static ImmutableArray<string> Judged { get; } =
        [EvaluationRows.Names, EvaluationRows.Recommendations, EvaluationRows.Kind, EvaluationRows.Category, EvaluationRows.Facts];

    /// <summary>The judged rows that either has.</summary>
    public ImmutableArray<RowChange> Changes { get; } =
    [
        .. Judged.Where(j => Before.Rows.Concat(After.Rows).Any(r => r.Name == j)).Select(row =>
        {
            double F1(Evaluation evaluation, int[] picked) => Counts.Sum(picked.Select(d => evaluation.ByDocument[d].GetValueOrDefault(row))).F1;
            var (low, high) = Resampling.Interval(Before.ByDocument.Length, picked => F1(After, picked) - F1(Before, picked));
            return new RowChange(On, row, Before[row].Counts, After[row].Counts, low, high);
        }),
    ];
}

/// <summary>What models are compared on.</summary>
public enum ComparedOn
{
    /// <summary>Reviewed reports that were held out from learning.</summary>
    HeldOut,

    /// <summary>Each reviewed report, by models that learned from the others.</summary>
    CrossValidated,

    /// <summary>The shipped training excerpts, which the present models have seen and the new ones again: what was forgotten.</summary>
    Training,
}

/// <summary>How one row changed.</summary>
/// <param name="On">What they were compared on.</param>
/// <param name="Low">The change of F1 below which 2.5 % of the resampled sets of reports lie.</param>
/// <param name="High">The change above which 2.5 % lie.</param>
public sealed record RowChange(ComparedOn On, string Row, Counts Before, Counts After, double Low, double High)
{
    /// <summary>How much F1 may go down.</summary>
    public const double Allowance = 0.01;

    /// <summary>
    /// Whether the new models are worse: F1 goes down by more than the allowance, or surely (the whole interval is below
    /// zero). On the training excerpts, which the present models know by heart, the allowance alone counts.
    /// </summary>
    public bool IsWorse => After.F1 - Before.F1 < -Allowance || (High < 0 && On != ComparedOn.Training);
}
