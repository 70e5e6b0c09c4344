using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ReportMiner.Review.Word;

/// <summary>The words of the document, <c>word.json</c>; what items are called is taken from the pages' table.</summary>
internal static class WordLabels
{
    private static readonly ImmutableSortedDictionary<string, string> Own =
        JsonSerializer.Deserialize<Dictionary<string, string>>(PageAssets.Read("word.json"))!.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>A label; an unknown key's last part stands for itself.</summary>
    public static string Of(string key) =>
        Own.TryGetValue(key, out var text) ? text : Labels.All.GetValueOrDefault(key)?.Ko ?? key[(key.LastIndexOf('.') + 1)..];

    /// <summary>A sentence with its places filled.</summary>
    public static string Of(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, Of(key), values);
}
