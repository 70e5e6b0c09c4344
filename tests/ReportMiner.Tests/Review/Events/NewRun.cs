using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Emit;

namespace ReportMiner.Tests.Review.Events;

/// <summary>The same report extracted anew: a line more at its head, so that every offset is another, and other ids.</summary>
internal static partial class NewRun
{
    private const string Head = "👉 새로 붙은 머리 줄\n";
    private static readonly int Shift = Head.EnumerateRunes().Count();
    private static readonly string[] Numbered = ["id", "ref", "amount"];
    private static readonly string[] Lists = ["mentions", "actors", "amounts"];

    public static Report Of(Report report)
    {
        var json = JsonNode.Parse(ReportJson.Write(report))!.AsObject();
        Move(json);
        json["text"] = Head + report.Text;
        var moved = ReportJson.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        return moved with { Blocks = moved.Blocks.Insert(0, new Block { Id = "b0", Kind = BlockKind.Paragraph, Start = 0, End = Shift - 1 }) };
    }

    private static void Move(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Move(item);
                }

                break;
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (name is "start" or "end")
                    {
                        members[name] = value!.GetValue<int>() + Shift;
                    }
                    else if (Numbered.Contains(name) && value is JsonValue id)
                    {
                        members[name] = Renumbered(id.GetValue<string>());
                    }
                    else if (Lists.Contains(name) && value is JsonArray { Count: > 0 } ids && ids[0] is JsonValue)
                    {
                        members[name] = new JsonArray([.. ids.Select(i => (JsonNode)Renumbered(i!.GetValue<string>()))]);
                    }
                    else
                    {
                        Move(value);
                    }
                }

                break;
        }
    }

    private static string Renumbered(string id) => Id().IsMatch(id) ? id[0] + (int.Parse(id[1..]) + 1000).ToString() : id;

    [GeneratedRegex("^[mdarx][0-9]+$")]
    private static partial Regex Id();
}
