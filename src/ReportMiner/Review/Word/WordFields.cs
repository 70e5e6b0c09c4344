using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>
/// The fields of items that stand in the document, each in a control of its own: those of <see cref="ItemField"/>, an
/// amount's value in one text, each role of a fact, and the decision on the item.
/// </summary>
internal static class WordFields
{
    public const string Decision = "decision";
    public const string Value = "value";
    public const string RolePrefix = "role.";

    private static readonly ImmutableArray<string> Decisions = ["open", "accepted", "rejected"];

    /// <summary>What a control is called.</summary>
    public static string Label(string field) =>
        field.StartsWith(RolePrefix, StringComparison.Ordinal) ? WordLabels.Of(field) : WordLabels.Of("field." + field);

    /// <summary>The codes one chooses from and what they are called; none for a field that is written.</summary>
    public static ImmutableArray<(string Code, string Label)> Choices(ItemKind kind, string field) => (kind, field) switch
    {
        (_, Decision) => Called("decision.", Decisions),
        (ItemKind.Recommendation, ItemField.Category) => Called("category.", ItemChoices.Categories),
        (ItemKind.Recommendation, ItemField.Kind) => Called("kind.", ItemChoices.RecommendationKinds),
        (ItemKind.Fact, ItemField.Type) => Called("fact.", ItemChoices.FactTypes),
        (ItemKind.Mention, ItemField.Type) => Called("kind.", ItemChoices.NameTypes),
        _ => [],
    };

    /// <summary>Whether items of a kind have a field.</summary>
    public static bool Has(ItemKind kind, string field) => field == Decision || kind switch
    {
        ItemKind.Recommendation => field is ItemField.Text or ItemField.Category or ItemField.Kind or ItemField.Status or ItemField.Period or ItemField.Actors or ItemField.Amounts,
        ItemKind.Fact => field == ItemField.Type || field.StartsWith(RolePrefix, StringComparison.Ordinal),
        ItemKind.Amount => field == Value,
        ItemKind.Date => field == ItemField.Edtf,
        _ => field is ItemField.Name or ItemField.Type,
    };

    private static ImmutableArray<(string Code, string Label)> Called(string prefix, ImmutableArray<string> codes) => [.. codes.Select(c => (c, WordLabels.Of(prefix + c)))];
}
