using System.Collections.Immutable;

namespace ReportMiner.Tag.Entities;

/// <summary>The file <c>rules/names.json</c>.</summary>
internal sealed record NameRules(
    ImmutableArray<string> Particles,
    ImmutableArray<string> Generic,
    ImmutableDictionary<string, ImmutableArray<string>> BlockedBefore,
    ImmutableArray<string> GenericHeads,
    string FamilyNames,
    ImmutableArray<NameRule> Rules)
{
    public const string FileName = "rules/names.json";
}

/// <summary>A pattern whose groups are named after the type of name they catch.</summary>
/// <param name="Except">Openings or endings that show the find to be no name.</param>
/// <param name="Generic">Whether a find with nothing but a generic word before its head is left out.</param>
/// <param name="Examples">Texts and the names found in them, as TYPE|name; a test runs them.</param>
/// <param name="CounterExamples">Texts in which the rule finds nothing.</param>
internal sealed record NameRule(
    string Id,
    double Confidence,
    string Pattern,
    ImmutableArray<NameExample> Examples,
    ImmutableArray<string> CounterExamples,
    int Priority = 0,
    bool Generic = false,
    ImmutableArray<string> Except = default);

/// <summary>A text and the names in it.</summary>
internal sealed record NameExample(string Text, ImmutableArray<string> Names);
