using System.Collections.Immutable;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Personal;

/// <summary>personal.json: what telephone numbers and e-mail addresses look like.</summary>
internal sealed record PersonalRules
{
    public const string FileName = "rules/personal.json";

    /// <summary>What stands in the place of a letter or digit where personal data is masked.</summary>
    public required char Mask { get; init; }

    /// <summary>Sign to the signs that print it too; patterns know the first only.</summary>
    public required ImmutableDictionary<char, string> Variants { get; init; }

    /// <summary>Parts of patterns, asked for as <c>{name}</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Fragments { get; init; }

    public required ImmutableArray<PersonalRule> Emails { get; init; }

    public required ImmutableArray<PersonalRule> Telephones { get; init; }

    /// <summary>Heads of a table's rows and columns whose cells hold telephone numbers.</summary>
    public required PersonalRule ContactHead { get; init; }

    /// <summary>Short numbers in the cells of such a row or column.</summary>
    public required PersonalRule ContactNumber { get; init; }

    public static PersonalRules Load(ResourceDirectory resources) => resources.ReadJson<PersonalRules>(FileName);

    /// <summary>A pattern with its fragments put in.</summary>
    public string Expand(string pattern)
    {
        foreach (var (name, fragment) in Fragments)
        {
            pattern = pattern.Replace("{" + name + "}", "(?:" + fragment + ")", StringComparison.Ordinal);
        }

        return pattern;
    }
}

/// <summary>A pattern with texts in which the finder finds what stands in ⟦ ⟧, and texts in which it finds nothing.</summary>
internal sealed record PersonalRule(string Id, string Pattern, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples);
