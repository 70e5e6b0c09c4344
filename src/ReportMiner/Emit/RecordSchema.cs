using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace ReportMiner.Emit;

/// <summary>The JSON Schema (2020-12) of a record: every key required and no other.</summary>
/// <param name="descriptions">What keys mean, by name.</param>
/// <param name="shapes">Schemas of types that write themselves.</param>
internal sealed class RecordSchema(IReadOnlyDictionary<string, string> descriptions, IReadOnlyDictionary<Type, JsonObject> shapes)
{
    /// <summary>The schema as text that ends with a line feed; the same record gives the same text.</summary>
    public string Generate(Type record, string title, string version)
    {
        var schema = ReportJson.Options.GetJsonSchemaAsNode(record, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Close,
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        schema.Insert(2, "$comment", $"schemaVersion {version}");
        return schema.ToJsonString(ReportJson.Options) + "\n";
    }

    // Every key is always written, and no other: the exporter leaves both open.
    private JsonNode Close(JsonSchemaExporterContext context, JsonNode node)
    {
        var shape = shapes.GetValueOrDefault(context.TypeInfo.Type)?.DeepClone();
        if ((shape ?? node) is not JsonObject schema)
        {
            return node;
        }

        if (shape is null && schema["properties"] is JsonObject properties)
        {
            schema["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]);
            schema["additionalProperties"] = false;
        }

        if (context.PropertyInfo?.Name is { } name && descriptions.TryGetValue(name, out var description) && !schema.ContainsKey("$ref"))
        {
            schema["description"] = description;
        }

        if (context.PropertyInfo?.Name == "confidence")
        {
            schema["minimum"] = 0;
            schema["maximum"] = 1;
        }

        return schema;
    }
}
