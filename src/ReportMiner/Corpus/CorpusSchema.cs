using System.Text.Json.Nodes;
using ReportMiner.Emit;

namespace ReportMiner.Corpus;

/// <summary>The JSON Schema (2020-12) of the rows of a corpus, generated from the records: a row is one of them.</summary>
public static class CorpusSchema
{
    private static readonly Type[] Rows = [typeof(ReportRow), typeof(EntityRow), typeof(FactRow), typeof(RecommendationRow), typeof(DateRow), typeof(TotalRow), typeof(ContradictionRow)];

    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["schemaVersion"] = "Version of the rows' shapes, by semantic versioning.",
        ["report"] = "Path of the report's output in the folder of outputs.",
        ["copyOf"] = "The report made from the same file that is counted in its stead; null if it counts itself.",
        ["ministries"] = "The ministries that act; where none is named, those that published the report.",
        ["published"] = "Publication date in EDTF, or null.",
        ["first"] = "Earliest publication date of the reports that name it, or null.",
        ["last"] = "Latest publication date of the reports that name it, or null.",
        ["edtf"] = "The date in EDTF.",
        ["low"] = "Lowest value, an exact decimal as a string.",
        ["high"] = "Highest value, an exact decimal as a string.",
        ["unit"] = "ISO 4217 code, %, %p, x, or the unit as written.",
        ["currency"] = "ISO 4217; null for a count.",
        ["statements"] = "How many statements were counted or added.",
        ["restated"] = "How many were left out because they say again what one that counts says.",
        ["meaning"] = "What it is a total of, in Korean and in English.",
        ["page"] = "Page, from 1; null for inputs without pages.",
        ["confidence"] = "Probability that the item is right, 0 to 1.",
    };

    /// <summary>The schema as text that ends with a line feed; the same records give the same text.</summary>
    public static string Generate()
    {
        var record = new RecordSchema(Descriptions, new Dictionary<Type, JsonObject>());
        var rows = new JsonArray();
        foreach (var type in Rows)
        {
            var row = JsonNode.Parse(record.Generate(type, "", CorpusRow.CurrentSchemaVersion))!.AsObject();
            foreach (var key in (string[])["$schema", "title", "$comment"])
            {
                row.Remove(key);
            }

            row["properties"]!["row"] = new JsonObject { ["const"] = JsonValue.Create(type.Name[..^"Row".Length].ToLowerInvariant()) };
            rows.Add(row);
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "ReportMiner corpus row",
            ["$comment"] = $"schemaVersion {CorpusRow.CurrentSchemaVersion}",
            ["anyOf"] = rows,
        }.ToJsonString(ReportJson.Options) + "\n";
    }
}
