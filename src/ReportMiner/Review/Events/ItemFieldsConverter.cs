using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportMiner.Review.Events;

/// <summary>Writes fields as a JSON object; a value's shape tells its type.</summary>
internal sealed class ItemFieldsConverter : JsonConverter<ItemFields>
{
    public override ItemFields Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("fields are an object");
        }

        var fields = ItemFields.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields = fields.Set(name, reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
                JsonTokenType.StartArray => Places(ref reader, options),
                JsonTokenType.StartObject => Roles(ref reader, options),
                _ => throw new JsonException($"{name}: not a value of a field"),
            });
        }

        return fields;
    }

    public override void Write(Utf8JsonWriter writer, ItemFields value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var name in value.Names)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value[name], options);
        }

        writer.WriteEndObject();
    }

    private static ImmutableArray<TextPlace> Places(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<ImmutableArray<TextPlace?>>(ref reader, options) is var places && places.Contains(null)
            ? throw new JsonException("a place is an object")
            : places.CastArray<TextPlace>();

    private static ImmutableSortedDictionary<string, ImmutableArray<TextPlace>> Roles(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var roles = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<TextPlace>>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var role = reader.GetString()!;
            reader.Read();
            roles[role] = Places(ref reader, options);
        }

        return roles.ToImmutable();
    }
}
