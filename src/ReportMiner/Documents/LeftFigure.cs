namespace ReportMiner.Documents;

/// <summary>Why a figure is in no fact.</summary>
public enum FigureReason
{
    /// <summary>What is said of it is no fact: a condition, a rule, a part of a name.</summary>
    NoFact,

    /// <summary>What it is the figure of is not said.</summary>
    NoObject,

    /// <summary>It has no value: 수천억.</summary>
    Vague,

    /// <summary>A rank or a page number measures nothing.</summary>
    ExcludedKind,
}

/// <summary>An amount that is in no fact.</summary>
/// <param name="Amount">Its id.</param>
public sealed record LeftFigure(string Amount, FigureReason Reason);
