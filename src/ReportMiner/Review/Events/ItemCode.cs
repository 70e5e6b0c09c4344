using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>The codes of a field as the JSON spells them.</summary>
internal static class ItemCode
{
    public static string Of<T>(T value)
        where T : struct, Enum => value is EntityType ? value.ToString().ToUpperInvariant() : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value a code spells; null for any other text.</summary>
    public static T? Parse<T>(string? code)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (code == Of(value))
            {
                return value;
            }
        }

        return null;
    }
}
