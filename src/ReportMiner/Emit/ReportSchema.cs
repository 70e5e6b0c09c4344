using System.Text.Json.Nodes;
using ReportMiner.Documents;

namespace ReportMiner.Emit;

/// <summary>The JSON Schema (2020-12) of the output contract, generated from the records.</summary>
public static class ReportSchema
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["schemaVersion"] = "Version of this shape, by semantic versioning.",
        ["configSha256"] = "Hash of the configuration that made the output.",
        ["sha256"] = "SHA-256 of the content, lower-case hexadecimal.",
        ["mediaType"] = "What the file is by its content, whatever its name.",
        ["published"] = "Publication date in EDTF: 2023, 2023-06 or 2023-06-01.",
        ["blocks"] = "The blocks of the text in reading order.",
        ["removed"] = "Characters of the source that are not in the text, and why.",
        ["sections"] = "The outline; a section runs from its heading to the end of its last sub-section.",
        ["start"] = "Offset of the first character, in Unicode code points of the report's text.",
        ["end"] = "Offset after the last character, in Unicode code points.",
        ["page"] = "Page, from 1; null for inputs without pages.",
        ["boxes"] = "One box a line, in PDF points from the top left; empty for inputs without pages.",
        ["confidence"] = "Probability that the item is right, 0 to 1.",
        ["edtf"] = "The date in EDTF; null if it could not be resolved.",
        ["low"] = "Lowest value, an exact decimal as a string; null if the amount is vague.",
        ["high"] = "Highest value, an exact decimal as a string; null if the amount is vague.",
        ["unit"] = "ISO 4217 code, %, %p, x, or the unit as written.",
        ["entity"] = "Id of the entity that the mention names.",
        ["actors"] = "Ids of the mentions of who is to do it.",
        ["ref"] = "Id of a mention, date or amount; null for a phrase.",
    };

    /// <summary>The schema as text that ends with a line feed; the same records give the same text.</summary>
    public static string Generate() =>
        new RecordSchema(Descriptions, new Dictionary<Type, JsonObject>()).Generate(typeof(Report), "ReportMiner report", Report.CurrentSchemaVersion);
}
