using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>Different figures that different reports state of the same thing at the same date.</summary>
public sealed record ContradictionRow : CorpusRow
{
    /// <inheritdoc/>
    public override string Row => "contradiction";

    /// <summary>Type of the facts.</summary>
    public required string Type { get; init; }

    /// <summary>What the figures are about.</summary>
    public required string Object { get; init; }

    /// <summary>What of it they measure, or null.</summary>
    public required string? Measure { get; init; }

    /// <summary>Their date in EDTF.</summary>
    public required string Edtf { get; init; }

    /// <summary>Their unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Number of reports.</summary>
    public required int Reports { get; init; }

    /// <summary>The figures, by value.</summary>
    public required ImmutableArray<StatedFigure> Figures { get; init; }
}

/// <summary>A figure and where it is stated.</summary>
/// <param name="Amount">As first printed.</param>
public sealed record StatedFigure(string Amount, string Low, string High, AmountModifier? Modifier, ImmutableArray<FigurePlace> Places);

/// <summary>Where a figure is stated.</summary>
/// <param name="Report">Path of the report's output.</param>
/// <param name="Published">The report's publication date in EDTF, or null.</param>
/// <param name="Fact">The fact's id in that report.</param>
/// <param name="Page">The fact's page, or null.</param>
public sealed record FigurePlace(string Report, string? Published, string Fact, int? Page, string Statement);
