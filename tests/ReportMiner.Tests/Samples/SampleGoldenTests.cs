using System.Text;
using System.Text.Json.Nodes;
using ReportMiner.Emit;
using Xunit;

namespace ReportMiner.Tests.Samples;

/// <summary>
/// Every sample gives the JSON kept in its <c>expected</c> folder. What is left out of a golden:
/// <c>generator</c> (version and resource hashes change with every release and every edited list), and for PDFs also
/// geometry (<c>boxes</c>, <c>width</c>, <c>height</c>), which differs a little between poppler versions.
/// <c>REPORTMINER_UPDATE_GOLDENS=1</c> writes the goldens anew; read the difference before committing it.
/// </summary>
public sealed class SampleGoldenTests
{
    private const string Update = "REPORTMINER_UPDATE_GOLDENS";
    private const int ShownDifferences = 12;
    private const int ShownWidth = 160;

    public static TheoryData<string> Inputs => [.. SampleFiles.All()];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_sample_gives_its_golden_JSON(string input)
    {
        var actual = Comparable(ReportJson.Write(SampleReports.Of(input)), input);
        var file = SampleFiles.PathOf(input);
        var golden = Path.Combine(Path.GetDirectoryName(file)!, "expected", Path.GetFileName(file) + ".json");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, actual);
            return;
        }

        Assert.True(File.Exists(golden), $"{input} has no golden; run the tests once with {Update}=1");
        var differences = Differences(File.ReadAllText(golden), actual);
        Assert.True(differences.Length == 0, $"{input} differs from its golden (- golden, + now):\n{differences}");
    }

    private static string Comparable(byte[] json, string input)
    {
        var report = JsonNode.Parse(json)!.AsObject();
        report.Remove("generator");
        if (input.EndsWith(".pdf", StringComparison.Ordinal))
        {
            RemoveGeometry(report);
        }

        return report.ToJsonString(ReportJson.Options) + "\n";
    }

    private static void RemoveGeometry(JsonNode? node)
    {
        if (node is JsonObject item)
        {
            item.Remove("boxes");
            item.Remove("box");
            item.Remove("width");
            item.Remove("height");
            foreach (var (_, member) in item)
            {
                RemoveGeometry(member);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var member in list)
            {
                RemoveGeometry(member);
            }
        }
    }

    private static string Differences(string expected, string actual)
    {
        string[] left = expected.ReplaceLineEndings("\n").Split('\n'), right = actual.Split('\n');
        var shown = new StringBuilder();
        for (int i = 0, count = 0; i < Math.Max(left.Length, right.Length) && count < ShownDifferences; i++)
        {
            string? was = i < left.Length ? left[i] : null, now = i < right.Length ? right[i] : null;
            if (was != now)
            {
                count++;
                var from = Math.Max(0, (was ?? "").AsSpan().CommonPrefixLength(now ?? "") - (ShownWidth / 2));
                shown.Append($"line {i + 1}, column {from + 1}\n- {Excerpt(was, from)}\n+ {Excerpt(now, from)}\n");
            }
        }

        return shown.ToString();
    }

    // The text of a report is one JSON line of many thousand characters.
    private static string Excerpt(string? line, int from) =>
        line is null ? "(end)" : line.Substring(Math.Min(from, line.Length), Math.Clamp(line.Length - from, 0, ShownWidth));
}
