using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;

namespace ReportMiner.Learn;

/// <summary>Names of the rows of an <see cref="Evaluation"/>.</summary>
public static class EvaluationRows
{
    /// <summary>All names.</summary>
    public const string Names = "ENTITY";

    /// <summary>Recommendations.</summary>
    public const string Recommendations = "RECOMMENDATION";

    /// <summary>The kind of those found.</summary>
    public const string Kind = "RECOMMENDATION.kind";

    /// <summary>The category of those found.</summary>
    public const string Category = "RECOMMENDATION.category";

    /// <summary>Dates by what is printed.</summary>
    public const string Dates = "DATE";

    /// <summary>Dates with their value.</summary>
    public const string DateValues = "DATE-value";

    /// <summary>Amounts by what is printed.</summary>
    public const string Amounts = "AMOUNT";

    /// <summary>Amounts with their value.</summary>
    public const string AmountValues = "AMOUNT-value";

    /// <summary>Facts by their type and figure, or without one by something that fills a role in both; a row for each type.</summary>
    public const string Facts = "FACT";

    /// <summary>What fills the roles of facts; a row for each role.</summary>
    public const string FactRoles = "FACT-args";

    /// <summary>Headings with their level.</summary>
    public const string Headings = "HEADING";

    /// <summary>The order in which rows are shown.</summary>
    internal static ImmutableArray<string> Order { get; } =
        [Names, .. Enum.GetValues<EntityType>().Select(Of), Dates, DateValues, Amounts, AmountValues, Recommendations, Kind, Category,
            Facts, .. FactTypes.All.Select(t => $"{Facts}.{t}"), FactRoles, .. FactTypes.AllRoles.Select(r => $"{FactRoles}.{r}"), Headings];

    /// <summary>Names of a type.</summary>
    public static string Of(EntityType type) => type.ToString().ToUpperInvariant();
}
