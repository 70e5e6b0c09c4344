using System.CommandLine;
using System.Globalization;
using ReportMiner.KnownStructure.Compose;
using ReportMiner.KnownStructure.Model;
using ReportMiner.KnownStructure.Render;
using ReportMiner.KnownStructure.Render.Docx;
using ReportMiner.KnownStructure.Render.Hwpx;
using ReportMiner.KnownStructure.Truth;

namespace ReportMiner.KnownStructure;

/// <summary><c>generate</c>: reports of known structure as PDF, DOCX and HWPX, with their truth.</summary>
internal static class GenerateCommand
{
    private static readonly ILayout[] Layouts = [new MeasuresLayout(), new InstituteLayout(), new BriefLayout()];

    private static readonly string[] Printed = ["libreoffice", "chromium"];

    /// <summary>The renderers whose file is the report, by its ending.</summary>
    public static IReadOnlyDictionary<string, Func<KnownReport, byte[]>> Files { get; } = new SortedDictionary<string, Func<KnownReport, byte[]>>(StringComparer.Ordinal)
    {
        ["docx"] = DocxRenderer.ForOffice,
        ["hwpx"] = HwpxRenderer.Render,
    };

    public static Command Create()
    {
        var output = new Option<string>("--out") { Required = true, Description = "folder for the reports and NAME.truth.json" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "first seed" };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 1, Description = "how many seeds, counted up from the first" };
        var layouts = new Option<string>("--layouts") { DefaultValueFactory = _ => "A,B,C" };
        var renderers = new Option<string>("--renderers") { DefaultValueFactory = _ => string.Join(',', Printed.Concat(Files.Keys)), Description = "libreoffice and chromium print PDF; docx and hwpx need no other program" };
        var small = new Option<bool>("--small") { Description = "a few pages a report" };
        var keep = new Option<bool>("--keep") { Description = "leave the DOCX and HTML beside the PDF" };
        var command = new Command("generate", "Writes reports of known structure.") { output, seed, count, layouts, renderers, small, keep };
        command.SetAction(parsed => Run(
            Path.GetFullPath(parsed.GetValue(output)!), parsed.GetValue(seed), parsed.GetValue(count), parsed.GetValue(layouts)!, parsed.GetValue(renderers)!.Split(','), parsed.GetValue(small), parsed.GetValue(keep)));
        return command;
    }

    /// <summary>The report of a layout and a seed.</summary>
    public static KnownReport Compose(string layout, int seed, bool small = false)
    {
        var chosen = Layouts.First(l => l.Name == layout);
        return chosen.Compose($"{layout}{seed}", new Dice((ulong)((seed * 31) + layout[0])), small);
    }

    private static int Run(string folder, int seed, int count, string layouts, string[] renderers, bool small, bool keep)
    {
        if (renderers.FirstOrDefault(r => !Printed.Contains(r, StringComparer.Ordinal) && !Files.ContainsKey(r)) is { } unknown)
        {
            Console.Error.WriteLine("no such renderer: " + unknown);
            return 2;
        }

        Directory.CreateDirectory(folder);
        var profiles = Directory.CreateTempSubdirectory("known").FullName;
        try
        {
            var printer = new PdfPrinter(profiles);
            var reports = layouts.Split(',').SelectMany(l => Enumerable.Range(seed, count).Select(s => Compose(l, s, small))).ToList();
            if (renderers.Contains("chromium", StringComparer.Ordinal))
            {
                foreach (var report in reports)
                {
                    Chromium(report, folder, printer, keep);
                }
            }

            if (renderers.Contains("libreoffice", StringComparer.Ordinal))
            {
                LibreOffice(reports, folder, printer, keep);
            }

            foreach (var ending in renderers.Where(Files.ContainsKey))
            {
                Write(reports, folder, ending);
            }
        }
        finally
        {
            Directory.Delete(profiles, recursive: true);
        }

        return 0;
    }

    private static void Write(List<KnownReport> reports, string folder, string ending)
    {
        foreach (var report in reports)
        {
            var path = Path.Combine(folder, $"{report.Name}-{ending}");
            File.WriteAllBytes($"{path}.{ending}", Files[ending](report));
            File.WriteAllText(path + ".truth.json", TruthTeller.Tell(report, ending).Write());
            Console.WriteLine($"{path}.{ending}");
        }
    }

    private static void Chromium(KnownReport report, string folder, PdfPrinter printer, bool keep)
    {
        var path = Path.Combine(folder, report.Name + "-chromium");
        File.WriteAllText(path + ".html", HtmlRenderer.Render(report));
        printer.PrintHtml(path + ".html", path + ".pdf");
        File.WriteAllText(path + ".truth.json", TruthTeller.Tell(report, "chromium").Write());
        if (!keep)
        {
            File.Delete(path + ".html");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}.pdf"));
    }

    private static void LibreOffice(List<KnownReport> reports, string folder, PdfPrinter printer, bool keep)
    {
        var paths = reports.Select(r => Path.Combine(folder, r.Name + "-libreoffice")).ToList();
        for (var i = 0; i < reports.Count; i++)
        {
            File.WriteAllBytes(paths[i] + ".docx", DocxRenderer.ForLayout(reports[i]));
            File.WriteAllText(paths[i] + ".truth.json", TruthTeller.Tell(reports[i], "libreoffice").Write());
        }

        var failed = printer.PrintDocx([.. reports.Select((r, i) => (paths[i] + ".docx", r.Style.Notes))], folder);
        foreach (var path in paths)
        {
            if (!keep)
            {
                File.Delete(path + ".docx");
            }

            if (failed.Contains(path + ".docx"))
            {
                File.Delete(path + ".truth.json");
                Console.Error.WriteLine("LibreOffice could not lay out " + path);
                continue;
            }

            Console.WriteLine(path + ".pdf");
        }
    }
}
