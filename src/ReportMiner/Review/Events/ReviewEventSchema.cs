using System.Text.Json.Nodes;
using ReportMiner.Emit;

namespace ReportMiner.Review.Events;

/// <summary>The JSON Schema (2020-12) of a line of a review file, generated from the records.</summary>
public static class ReviewEventSchema
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["schemaVersion"] = "Version of this shape, by semantic versioning.",
        ["id"] = "Unique among all events.",
        ["item"] = "Id of the item in the extraction, or + and the id of the event that added it; null for add, undo and a comment on the whole report.",
        ["base"] = "What the reviewer saw; null for undo and a comment on the whole report.",
        ["report"] = "SHA-256 of the extraction's JSON bytes.",
        ["start"] = "Offset of the first character, in Unicode code points of the extraction's text; null for a phrase.",
        ["end"] = "Offset after the last character.",
        ["quote"] = "The extraction's text from start to end.",
        ["before"] = "Up to 32 code points before it.",
        ["after"] = "Up to 32 code points after it.",
        ["occurrence"] = "Which of the places in the text with the same quote between the same words it is, from 1.",
        ["occurrences"] = "How many there are.",
        ["content"] = "The item's fields in the extraction, without offsets; null for an item that is being added.",
        ["old"] = "Of an edit: the changed fields as they were.",
        ["new"] = "Of an edit: the changed fields as they are to be; of an addition: all fields.",
        ["into"] = "Of a merge: the mention whose entity takes in the item's.",
        ["undoes"] = "Of an undo: id of the event or of the group that is taken back.",
        ["group"] = "What was done at one stroke and is undone at one, or null.",
        ["who"] = "The reviewer.",
        ["when"] = "When, in UTC.",
        ["reason"] = "Why, in the reviewer's words, or null; of a comment the comment.",
    };

    /// <summary>The schema as text that ends with a line feed; the same records give the same text.</summary>
    public static string Generate() =>
        new RecordSchema(Descriptions, new Dictionary<Type, JsonObject> { [typeof(ItemFields)] = Fields() })
            .Generate(typeof(ReviewEvent), "ReportMiner review event", ReviewEvent.CurrentSchemaVersion);

    private static JsonObject Fields()
    {
        JsonObject Text() => new() { ["type"] = new JsonArray("string", "null") };
        JsonObject Number() => new() { ["type"] = "integer" };
        JsonObject Offset() => new() { ["type"] = new JsonArray("integer", "null") };
        JsonObject Places() => new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "string" }, ["start"] = Offset(), ["end"] = Offset() },
                ["required"] = new JsonArray("text", "start", "end"),
                ["additionalProperties"] = false,
            },
        };

        var names = Enum.GetValues<ItemKind>().SelectMany(k => ItemField.Of(k)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = new JsonObject(names.Select(n => KeyValuePair.Create<string, JsonNode?>(n, n switch
            {
                ItemField.Start or ItemField.End => Number(),
                ItemField.Vague => new JsonObject { ["type"] = "boolean" },
                ItemField.Actors or ItemField.Amounts => Places(),
                ItemField.Arguments => new JsonObject { ["type"] = "object", ["additionalProperties"] = Places() },
                _ => Text(),
            }))),
            ["additionalProperties"] = false,
        };
    }
}
