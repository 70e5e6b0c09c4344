using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using ReportMiner.Emit;
using Xunit;

namespace ReportMiner.Tests.House;

/// <summary>What the contract promises of every output, checked on the bytes as a reader in another language would see them.</summary>
public static class ContractAssert
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(ReportSchema.Generate());

    // Items whose text is a slice of the report's own.
    private static readonly string[] Slices = ["mentions", "dates", "amounts"];

    private static readonly string[] Spans = ["blocks", "sections", "footnotes", "tables", "figures", "mentions", "dates", "amounts", "recommendations", "facts"];

    public static async Task Holds(byte[] json)
    {
        var text = Encoding.UTF8.GetString(json);
        var errors = (await Schema).Validate(text);
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        SpansHold(JsonNode.Parse(text)!);
    }

    public static void SpansHold(JsonNode report)
    {
        var runes = report["text"]!.GetValue<string>().EnumerateRunes().ToArray();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Spans.SelectMany(k => Items(report, k)).Concat(Items(report, "entities")))
        {
            Assert.True(ids.Add(Id(item)), $"{Id(item)} twice");
        }

        foreach (var item in Spans.SelectMany(k => Items(report, k)).Concat(Items(report, "pages")))
        {
            Assert.InRange(Start(item), 0, End(item));
            Assert.InRange(End(item), Start(item), runes.Length);
        }

        foreach (var item in Slices.SelectMany(k => Items(report, k)))
        {
            Assert.Equal(item["text"]!.GetValue<string>(), string.Concat(runes[Start(item)..End(item)]));
        }

        var blocks = Items(report, "blocks").ToArray();
        Assert.All(blocks.Zip(blocks.Skip(1)), pair => Assert.True(End(pair.First) <= Start(pair.Second), $"{Id(pair.First)} overlaps {Id(pair.Second)}"));
        foreach (var item in Slices.SelectMany(k => Items(report, k)))
        {
            Assert.Contains(blocks, b => Start(b) <= Start(item) && End(item) <= End(b));
        }

        foreach (var reference in Items(report, "footnotes").SelectMany(f => f["references"]!.AsArray()))
        {
            Assert.InRange(End(reference!), Start(reference!) + 1, runes.Length);
        }

        var sections = Items(report, "sections").ToDictionary(Id, StringComparer.Ordinal);
        foreach (var section in sections.Values.Where(s => s["parent"] is not null))
        {
            var parent = sections[section["parent"]!.GetValue<string>()];
            Assert.True(Start(parent) <= Start(section) && End(section) <= End(parent), $"{Id(section)} leaves its parent");
        }

        References(ids, Items(report, "blocks").Concat(Items(report, "recommendations")), "section");
        References(ids, Items(report, "mentions"), "entity");
        References(ids, Items(report, "entities"), "mentions");
        References(ids, Items(report, "recommendations"), "actors");
        References(ids, Items(report, "recommendations"), "amounts");
    }

    private static void References(HashSet<string> ids, IEnumerable<JsonNode> items, string key)
    {
        foreach (var item in items)
        {
            var named = item[key] is JsonArray several ? several.Select(n => n!.GetValue<string>()) : item[key] is { } one ? [one.GetValue<string>()] : [];
            Assert.All(named, n => Assert.Contains(n, ids));
        }
    }

    private static IEnumerable<JsonNode> Items(JsonNode report, string key) => report[key]!.AsArray().Select(i => i!);

    private static string Id(JsonNode item) => item["id"]!.GetValue<string>();

    private static int Start(JsonNode item) => item["start"]!.GetValue<int>();

    private static int End(JsonNode item) => item["end"]!.GetValue<int>();
}
