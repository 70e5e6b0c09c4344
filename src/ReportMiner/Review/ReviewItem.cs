using System.Text.Json.Serialization;

namespace ReportMiner.Review;

/// <summary>An item as the page shows it: a row of the list and a coloured stretch of the text.</summary>
/// <param name="Id">The item's identifier in the report.</param>
/// <param name="Kind">ORG … WORK, DATE, AMOUNT, RECOMMENDATION, FACT.</param>
/// <param name="Text">The words.</param>
/// <param name="Value">What they mean: canonical name, EDTF, number and unit; a label's key where there is one.</param>
/// <param name="Details">More, as pairs of a label's key and a value.</param>
internal sealed record ReviewItem(
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("k")] string Kind,
    [property: JsonPropertyName("t")] string Text,
    [property: JsonPropertyName("v")] string? Value,
    [property: JsonPropertyName("p")] int? Page,
    [property: JsonPropertyName("c")] double Confidence,
    [property: JsonPropertyName("s")] string Source,
    [property: JsonPropertyName("d")] IReadOnlyList<string[]> Details)
{
    /// <summary>Offset in UTF-16, into the text of the page.</summary>
    [JsonIgnore]
    public int Start { get; init; }

    /// <summary>Offset after the last character.</summary>
    [JsonIgnore]
    public int End { get; init; }
}
