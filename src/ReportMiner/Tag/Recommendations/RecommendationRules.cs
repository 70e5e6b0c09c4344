using System.Collections.Immutable;

namespace ReportMiner.Tag.Recommendations;

/// <summary>The file <c>rules/recommendations.json</c>: what speaks for and against a statement being a recommendation, as weights of a logistic sum.</summary>
internal sealed record RecommendationRules
{
    public const string ResourceName = "rules/recommendations.json";

    public required string Version { get; init; }

    /// <summary>Lists of words that patterns name in braces, such as <c>{ACTION}</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Words { get; init; }

    public required double Bias { get; init; }

    /// <summary>The probability from which a statement is taken.</summary>
    public required double Threshold { get; init; }

    /// <summary>Statements with more characters are not weighed: no recommendation is that long.</summary>
    public required int Longest { get; init; }

    public required int Shortest { get; init; }

    public required NeighbourRule Neighbours { get; init; }

    /// <summary>Weight of a statement's form: <c>heading</c>, <c>listItem</c>, <c>note</c>, <c>sentence</c>, <c>cell</c>.</summary>
    public required ImmutableSortedDictionary<string, double> Forms { get; init; }

    /// <summary>Weight of the role of the section a statement stands in.</summary>
    public required ImmutableSortedDictionary<string, double> Roles { get; init; }

    /// <summary>Weight of a statement whose end no cue speaks for.</summary>
    public required double Unruled { get; init; }

    /// <summary>Weight of a bracketed date that does not lie before the report's own.</summary>
    public required double DatedAhead { get; init; }

    /// <summary>Weight of a public body named in brackets.</summary>
    public required double GovernmentInBrackets { get; init; }

    /// <summary>Weight of a statement that opens with the name of another country.</summary>
    public required double ForeignSubject { get; init; }

    public required CueRule ForeignSection { get; init; }

    /// <summary>Names of what acts abroad or for itself; their share among the statements near one speaks against it.</summary>
    public required SharedCueRule OtherActors { get; init; }

    /// <summary>Weight of a statement that opens with the name of a body that is not public.</summary>
    public required double PrivateSubject { get; init; }

    public required CueRule PlanDocument { get; init; }

    public required CueRule ProposalDocument { get; init; }

    /// <summary>Places that are not abroad.</summary>
    public required ImmutableArray<string> DomesticPlaces { get; init; }

    /// <summary>How names of public bodies end.</summary>
    public required string GovernmentNames { get; init; }

    /// <summary>Heads of the table columns whose cells may state an action.</summary>
    public required CueRule DirectionColumns { get; init; }

    /// <summary>Bullets and numbers that are left off.</summary>
    public required string Openers { get; init; }

    /// <summary>The tags 신규 and 강화, in the group <c>status</c>.</summary>
    public required string StatusTags { get; init; }

    /// <summary>What is taken off a statement's end, again and again, to reach the word that rules it.</summary>
    public required ImmutableArray<string> TailTrims { get; init; }

    public required ImmutableArray<EvidenceRule> Rules { get; init; }

    public required ImmutableArray<CategoryRule> Categories { get; init; }

    /// <summary>How much the words of the headings above count for a statement's category.</summary>
    public required double SectionShare { get; init; }
}

/// <summary>How the statements round one speak for it: the mean probability within <paramref name="Reach"/> statements, less <paramref name="Centre"/>, times <paramref name="Weight"/>.</summary>
internal sealed record NeighbourRule(int Reach, double Weight, double Centre);

/// <summary>A cue weighed by the share of the statements within <paramref name="Reach"/> that show it.</summary>
internal sealed record SharedCueRule(int Reach, string Pattern, double Weight, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples)
    : CueRule(Pattern, Weight, Examples, CounterExamples);

/// <summary>A weighted pattern with texts it must and must not find.</summary>
internal record CueRule(string Pattern, double Weight, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples);

/// <summary>
/// A cue that is looked for in the whole statement (<c>statement</c>), in what is left when its end is trimmed
/// (<c>tail</c>), or in its bullet (<c>opener</c>).
/// </summary>
/// <param name="Favours"><c>plan</c> or <c>proposal</c> where the cue also tells the kind, or null.</param>
internal sealed record EvidenceRule(string Id, string On, string Pattern, double Weight, string? Favours, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples)
    : CueRule(Pattern, Weight, Examples, CounterExamples);

/// <summary>A pattern and what each of its occurrences weighs.</summary>
internal sealed record WeightedPattern(string Pattern, double Weight);

/// <summary>A category of the annotation guide and the words that speak for it.</summary>
internal sealed record CategoryRule(string Name, ImmutableArray<WeightedPattern> Cues, ImmutableArray<string> Examples);
