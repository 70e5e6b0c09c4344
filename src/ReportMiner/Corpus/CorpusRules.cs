using System.Collections.Immutable;

namespace ReportMiner.Corpus;

/// <summary>The words of <c>rules/corpus.json</c>, by which the names and figures of many reports are joined.</summary>
internal sealed record CorpusRules
{
    public const string ResourceName = "rules/corpus.json";

    /// <summary>Pattern of the names of ministries among the bodies of the government.</summary>
    public required string Ministries { get; init; }

    /// <summary>Pattern of those it finds that are none.</summary>
    public required string NotMinistries { get; init; }

    public required ImmutableArray<string> MinistryExamples { get; init; }

    public required ImmutableArray<string> OtherExamples { get; init; }

    /// <summary>What a company's name is written with or without.</summary>
    public required ImmutableArray<string> CompanyMarks { get; init; }

    /// <summary>Names that mean another body in each report.</summary>
    public required ImmutableArray<string> GeneralNames { get; init; }

    /// <summary>Pattern of names, without spaces, that bodies of many countries have in translation.</summary>
    public required string TranslatedBodies { get; init; }

    public required ImmutableArray<string> TranslatedExamples { get; init; }

    /// <summary>Names that no gazetteer joins, by type; the canonical one first.</summary>
    public required ImmutableDictionary<string, ImmutableArray<ImmutableArray<string>>> SameNames { get; init; }

    /// <summary>Objects of rows that sum up other rows.</summary>
    public required ImmutableArray<string> Sums { get; init; }

    /// <summary>Pattern of measures by which a figure is for each of something.</summary>
    public required string Each { get; init; }

    public required ImmutableArray<string> EachExamples { get; init; }

    /// <summary>Pattern of how that ends of which there are percent and multiples.</summary>
    public required string Rates { get; init; }

    /// <summary>Pattern of what does not tell one figure from another, without spaces.</summary>
    public required string Untelling { get; init; }
}
