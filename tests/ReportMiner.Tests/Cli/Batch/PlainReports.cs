using System.Text;
using ReportMiner.KnownStructure;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.Tests.Cli.Batch;

/// <summary>Generated reports as plain text, as long as one wants them.</summary>
internal static class PlainReports
{
    private const int CharactersPerPage = 1500;

    private static readonly string[] Layouts = ["A", "B", "C"];

    /// <summary>Writes reports of so many pages, no two alike.</summary>
    public static void Write(string folder, int count, double pages)
    {
        Directory.CreateDirectory(folder);
        Parallel.For(0, count, i => File.WriteAllText(Path.Combine(folder, $"report-{i:D5}.txt"), Text(i, (int)(pages * CharactersPerPage))));
    }

    private static string Text(int seed, int length)
    {
        var text = new StringBuilder();
        for (var part = 0; text.Length < length; part++)
        {
            foreach (var line in GenerateCommand.Compose(Layouts[(seed + part) % Layouts.Length], (seed * 100) + part, small: true).Parts.Select(Line).OfType<string>().TakeWhile(_ => text.Length < length))
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string? Line(Part part) => part switch
    {
        TitleBlock title => $"{title.Title}\n{title.Byline}\n",
        Heading heading => $"\n{heading.Printed} {heading.Title.Plain}",
        Item item => $"{new string(' ', 1 + item.Depth)}{item.Marker} {item.Text.Plain}",
        Prose prose => prose.Text.Plain,
        _ => null,
    };
}
