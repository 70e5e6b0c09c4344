using System.Collections.Immutable;
using System.Text.Json;

namespace ReportMiner.Review;

/// <summary>A label in both languages.</summary>
internal sealed record Label(string Ko, string En);

/// <summary>The labels of the pages: one table, <c>labels.json</c>, for what is written here and for the script.</summary>
internal static class Labels
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public static ImmutableSortedDictionary<string, Label> All { get; } =
        JsonSerializer.Deserialize<Dictionary<string, Label>>(PageAssets.Read("labels.json"), Camel)!.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The table as a page's data, with what could end a script element escaped.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(new { labels = All }, Camel);

    /// <summary>Writes a label in both languages; the style sheet shows the one the page is set to. An unknown key is written as it is.</summary>
    public static void Label(this HtmlWriter html, string key, string? fallback = null)
    {
        var label = All.GetValueOrDefault(key) ?? new Label(fallback ?? key, fallback ?? key);
        html.Both(label.Ko, label.En);
    }

    /// <summary>Writes a sentence in both languages.</summary>
    public static void Both(this HtmlWriter html, string? korean, string? english)
    {
        if (string.Equals(korean, english, StringComparison.Ordinal))
        {
            html.Write($"{korean}");
            return;
        }

        html.Write($"<span class=\"l-ko\" lang=\"ko\">{korean}</span><span class=\"l-en\" lang=\"en\">{english}</span>");
    }

    /// <summary>Writes a diagnostic's message, which has both languages parted by " / "; one it cannot part is written whole.</summary>
    public static void Message(this HtmlWriter html, string message)
    {
        var parts = message.Split(" / ");
        html.Both(parts.Length == 2 ? parts[0] : message, parts.Length == 2 ? parts[1] : message);
    }

    /// <summary>Writes the buttons that set the page's language.</summary>
    public static void LanguageSwitch(this HtmlWriter html) => html.Write(
        $"<div class=\"language\" role=\"group\" data-label=\"language\"><button type=\"button\" data-language=\"ko\" lang=\"ko\" aria-pressed=\"true\">한국어</button><button type=\"button\" data-language=\"en\" lang=\"en\" aria-pressed=\"false\">English</button></div>");
}
