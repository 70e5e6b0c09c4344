using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>How finds compare with what is known to be right.</summary>
/// <param name="Documents">How many reports were compared.</param>
/// <param name="Rows">Types of items; a row of their own for each value or field that is compared.</param>
/// <param name="Calibrations">By kind of item, how far confidences can be believed.</param>
/// <param name="Errors">What was found wrongly and what was missed, the surest wrong finds first.</param>
public sealed record Evaluation(int Documents, ImmutableArray<EvaluationRow> Rows, ImmutableSortedDictionary<string, Calibration> Calibrations, ImmutableArray<EvaluationError> Errors)
{
    /// <summary>The counts of each report by row, in the order they were compared.</summary>
    public ImmutableArray<ImmutableSortedDictionary<string, Counts>> ByDocument { get; init; } = [];

    /// <summary>A row by its name; without counts where there is none.</summary>
    public EvaluationRow this[string name] => Rows.FirstOrDefault(r => r.Name == name) ?? new EvaluationRow(name, default, 0, 0);
}

/// <summary>A type of item.</summary>
/// <param name="Name">ORG … WORK, ENTITY for all names, DATE and DATE-value, AMOUNT and AMOUNT-value, RECOMMENDATION with .kind and .category of those found, FACT and FACT.type, FACT-args and FACT-args.role, HEADING.</param>
/// <param name="Low">F1 below which 2.5 % of the resampled sets of reports lie.</param>
/// <param name="High">F1 above which 2.5 % lie.</param>
public sealed record EvaluationRow(string Name, Counts Counts, double Low, double High);

/// <summary>A wrong find or a miss.</summary>
/// <param name="Row">The type of item.</param>
/// <param name="Missed">Whether it is there and was not found; otherwise it was found and is not there.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="After">What stands after it.</param>
/// <param name="Confidence">The find's confidence; null for a miss.</param>
public sealed record EvaluationError(string Document, string Row, bool Missed, string Before, string Text, string After, double? Confidence);
