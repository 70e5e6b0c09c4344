using System.Collections.Immutable;
using ReportMiner.Documents;
using FactRoles = ReportMiner.Link.Facts.FactTypes;

namespace ReportMiner.Review.Events;

/// <summary>The codes a field may have, as lists for those who choose.</summary>
public static class ItemChoices
{
    private const string CategoryLabel = "category.";

    /// <summary>Types of names.</summary>
    public static ImmutableArray<string> NameTypes { get; } = [.. Enum.GetValues<EntityType>().Select(ItemCode.Of)];

    /// <summary>Kinds of amounts.</summary>
    public static ImmutableArray<string> AmountKinds { get; } = [.. Enum.GetValues<AmountKind>().Select(ItemCode.Of)];

    /// <summary>What a word beside an amount makes of it.</summary>
    public static ImmutableArray<string> Modifiers { get; } = [.. Enum.GetValues<AmountModifier>().Select(ItemCode.Of)];

    /// <summary>Kinds of recommendations.</summary>
    public static ImmutableArray<string> RecommendationKinds { get; } = [.. Enum.GetValues<RecommendationKind>().Select(ItemCode.Of)];

    /// <summary>Categories of recommendations.</summary>
    public static ImmutableArray<string> Categories { get; } =
        [.. Labels.All.Keys.Where(k => k.StartsWith(CategoryLabel, StringComparison.Ordinal)).Select(k => k[CategoryLabel.Length..])];

    /// <summary>Types of facts.</summary>
    public static ImmutableArray<string> FactTypes { get; } = [.. FactRoles.OfFigures.Remove(FactRoles.None), FactRoles.Release, FactRoles.Partnership];

    /// <summary>Roles of facts.</summary>
    public static ImmutableArray<string> Roles { get; } = FactRoles.AllRoles;

    /// <summary>The types an item of a kind may have: of names, amounts, recommendations or facts; of dates only <c>date</c>.</summary>
    public static ImmutableArray<string> TypesOf(ItemKind kind) => kind switch
    {
        ItemKind.Mention => NameTypes,
        ItemKind.Date => ["date"],
        ItemKind.Amount => AmountKinds,
        ItemKind.Recommendation => RecommendationKinds,
        _ => FactTypes,
    };
}
