using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using ReportMiner.Emit;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>What the document carries with it unseen, as a custom XML part: what it was made of and what stood in each control.</summary>
/// <param name="Report">The output's path in its folder, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of the extraction's JSON bytes.</param>
/// <param name="Empty">What stands in a control without a value.</param>
/// <param name="Items">Its items by their ids in the reviewed report.</param>
/// <param name="Controls">Its controls in the order of the document.</param>
/// <param name="Comments">Its comments.</param>
internal sealed record WordRecord(
    string Report, string Sha256, string Empty, ImmutableSortedDictionary<string, WordItem> Items, ImmutableArray<WordControl> Controls, ImmutableArray<WordComment> Comments)
{
    public static XNamespace Namespace { get; } = "urn:reportminer:review:1";

    // Escaped beyond need: what XML cannot hold is kept, too.
    private static readonly JsonSerializerOptions Escaped = new(ReportJson.Options) { WriteIndented = false, Encoder = JavaScriptEncoder.Default };

    public XElement Write() => new(
        Namespace + "review",
        new XAttribute("report", WordText.Fold(Report)),
        new XAttribute("sha256", Sha256),
        new XAttribute("empty", Empty),
        Items.Select(i => new XElement(Namespace + "item", new XAttribute("id", i.Key), new XAttribute("key", i.Value.Key), JsonSerializer.Serialize(i.Value.Base, Escaped))),
        Controls.Select(c => new XElement(Namespace + "control", new XAttribute("item", c.Item), new XAttribute("field", c.Field), c.Text)),
        Comments.Select(c => new XElement(Namespace + "comment", c.Item is null ? null : new XAttribute("item", c.Item), new XAttribute("author", c.Author), c.Text)));

    /// <summary>Reads a part; null if it is not such a one.</summary>
    public static WordRecord? Read(XElement root)
    {
        if (root.Name != Namespace + "review")
        {
            return null;
        }

        try
        {
            var items = root.Elements(Namespace + "item").ToImmutableSortedDictionary(
                i => Attribute(i, "id"),
                i => new WordItem(Attribute(i, "key"), JsonSerializer.Deserialize<EventBase>(i.Value, Escaped) is { Report: not null, Quote: not null, Before: not null, After: not null } seen ? seen : throw new JsonException("base")),
                StringComparer.Ordinal);
            ImmutableArray<WordControl> controls = [.. root.Elements(Namespace + "control").Select(c => new WordControl(Attribute(c, "item"), Attribute(c, "field"), c.Value))];
            return !controls.All(c => items.TryGetValue(c.Item, out var item) && WordFields.Has(item.Base.Kind, c.Field)) || controls.DistinctBy(c => c.Tag).Count() != controls.Length ? null
                : new WordRecord(
                    Attribute(root, "report"),
                    Attribute(root, "sha256"),
                    Attribute(root, "empty"),
                    items,
                    controls,
                    [.. root.Elements(Namespace + "comment").Select(c => new WordComment(c.Attribute("item")?.Value, Attribute(c, "author"), c.Value))]);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? throw new JsonException(name);
}

/// <summary>An item of the document.</summary>
/// <param name="Key">Its key in the extraction.</param>
/// <param name="Base">What was to be seen of it.</param>
internal sealed record WordItem(string Key, EventBase Base);

/// <summary>A control as exported.</summary>
/// <param name="Item">Id of its item.</param>
/// <param name="Field">Its field.</param>
/// <param name="Text">Its value; a code where one chooses, empty for no value.</param>
internal sealed record WordControl(string Item, string Field, string Text)
{
    /// <summary>The control's tag.</summary>
    public string Tag => $"rm.{Item}.{Field}";

    /// <summary>The bookmark round it: some programs keep bookmarks but no tags.</summary>
    public string Bookmark => "_rm_" + Item + "_" + Field.Replace('.', '_');
}

/// <summary>A comment.</summary>
/// <param name="Item">Id of the item it is on, or null.</param>
internal sealed record WordComment(string? Item, string Author, string Text);
