using System.CommandLine;
using System.Globalization;
using ReportMiner.KnownStructure.Check;
using ReportMiner.KnownStructure.Truth;

namespace ReportMiner.KnownStructure;

/// <summary><c>check</c>: compares ReportMiner's JSON with the truth.</summary>
internal static class CheckCommand
{
    private static readonly string[] Endings = ["pdf", .. GenerateCommand.Files.Keys];

    public static Command Create()
    {
        var truth = new Option<string>("--truth") { Required = true, Description = "folder with NAME.truth.json" };
        var predictions = new Option<string>("--pred") { Required = true, Description = "folder with NAME.pdf.json, NAME.docx.json or NAME.hwpx.json" };
        var errors = new Option<string?>("--errors") { Description = "list what missed: a measure's name (or the start of it), or all" };
        var gates = new Dictionary<Measure, Option<double>>
        {
            [Measure.Headings] = new("--headings") { DefaultValueFactory = _ => 0.99 },
            [Measure.Bullets] = new("--bullets") { DefaultValueFactory = _ => 0.99 },
            [Measure.Footnotes] = new("--footnotes") { DefaultValueFactory = _ => 1 },
            [Measure.FootnoteReferences] = new("--references") { DefaultValueFactory = _ => 1 },
            [Measure.Tables] = new("--tables") { DefaultValueFactory = _ => 0.95 },
        };
        var leaks = new Option<int>("--leaks") { DefaultValueFactory = _ => 0 };
        var command = new Command("check", "Compares ReportMiner's JSON with the truth.") { truth, predictions, errors, leaks };
        foreach (var gate in gates.Values)
        {
            command.Add(gate);
        }

        command.SetAction(parsed => Run(
            parsed.GetValue(truth)!, parsed.GetValue(predictions)!, parsed.GetValue(errors), gates.ToDictionary(g => g.Key, g => parsed.GetValue(g.Value)), parsed.GetValue(leaks)));
        return command;
    }

    private static int Run(string truths, string predictions, string? errors, Dictionary<Measure, double> gates, int leaks)
    {
        var groups = new SortedDictionary<string, Dictionary<Measure, Score>>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(truths, "*.truth.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file)[..^".truth.json".Length];
            if (Endings.Select(e => Path.Combine(predictions, $"{name}.{e}.json")).FirstOrDefault(File.Exists) is not { } prediction)
            {
                Console.Error.WriteLine("missing: " + Path.Combine(predictions, name));
                return 2;
            }

            var truth = KnownTruth.Read(file);
            var comparison = Comparison.Of(truth, Prediction.Read(File.ReadAllText(prediction)));
            foreach (var group in (string[])["layout " + truth.Layout, truth.Renderer, "~ all"])
            {
                ScoreTable.Add(groups, group, comparison);
            }

            List(name, comparison, errors);
        }

        Console.Write(ScoreTable.Write(groups));
        var all = groups["~ all"];
        var below = gates.Where(g => all.GetValueOrDefault(g.Key).Value < g.Value).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {all.GetValueOrDefault(g.Key).Value:F4} < {g.Value}")).ToList();
        if (all.GetValueOrDefault(Measure.Leaks).Wrong > leaks)
        {
            below.Add($"Leaks {all.GetValueOrDefault(Measure.Leaks).Wrong} > {leaks}");
        }

        Console.WriteLine(below.Count == 0 ? "all thresholds met" : "below: " + string.Join("; ", below));
        return below.Count == 0 ? 0 : 1;
    }

    private static void List(string name, Comparison comparison, string? errors)
    {
        if (errors is null)
        {
            return;
        }

        foreach (var miss in comparison.Misses.Where(m => errors == "all" || m.Measure.ToString().StartsWith(errors, StringComparison.OrdinalIgnoreCase)))
        {
            Console.WriteLine($"{name} {miss.Measure}: {(miss.Truth is null ? "EXTRA" : miss.Truth)}\n      → {miss.Found ?? "(not found)"}");
        }
    }
}
