using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportMiner.Segment;

/// <summary>
/// Finds tables of contents: by their title, by leaders, and on pages where most lines end in page numbers that
/// never fall. What the entries name later in the report is then known to be a heading.
/// </summary>
internal sealed partial class ContentsFinder(StructureRules rules)
{
    private const int FewestEntries = 4;
    private const int MostMissed = 2;
    private const int ShortestTitle = 3;

    /// <summary>Sets the role of contents lines, and of plain lines that an entry names.</summary>
    public void Mark(List<Line> lines)
    {
        MarkTitled(lines);
        foreach (var page in lines.Where(l => l.Source.Page > 0).GroupBy(l => l.Source.Page))
        {
            MarkPage([.. page.Where(l => l.Source.Table is null)], lines);
        }

        Confirm(lines);
    }

    private void MarkTitled(List<Line> lines)
    {
        var inContents = false;
        var missed = 0;
        foreach (var line in lines)
        {
            if (rules.TocTitle.IsMatch(line.Text))
            {
                (inContents, missed) = (true, 0);
                line.Role = LineRole.Toc;
            }
            else if (rules.TocLeader.IsMatch(line.Text) || (inContents && rules.TocEntry.IsMatch(line.Text)))
            {
                missed = 0;
                line.Role = LineRole.Toc;
            }
            else if (inContents && ++missed > MostMissed)
            {
                inContents = false;
            }
        }
    }

    private void MarkPage(List<Line> page, List<Line> all)
    {
        var entries = page.Where(l => (rules.TocEntry.IsMatch(l.Text) || rules.TocLeader.IsMatch(l.Text)) && l.Text.Any(char.IsLetter)).ToList();
        var titled = page.Exists(l => rules.TocTitle.IsMatch(l.Text));
        if (entries.Count < (titled ? FewestEntries - 1 : FewestEntries) || (!titled && entries.Count * 2 < page.Count))
        {
            return;
        }

        var numbers = entries.Select(l => int.TryParse(LastNumber().Match(l.Text).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        var falls = numbers.Zip(numbers.Skip(1)).Count(p => p.Second < p.First);
        if (falls > entries.Count / 8 || numbers.Distinct().Count() < FewestEntries - 1)
        {
            return;
        }

        var later = all.Where(l => l.Source.Page > page[0].Source.Page).Select(l => Key(l.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in page)
        {
            // Between the entries stand the chapters' names and the second lines of long entries.
            if (line.Index >= entries[0].Index && line.Index <= entries[^1].Index || later.Contains(Key(line.Text)))
            {
                line.Role = LineRole.Toc;
            }
        }
    }

    /// <summary>A plain line that an entry names is a heading, whatever its type.</summary>
    private static void Confirm(List<Line> lines)
    {
        var titles = lines.Where(l => l.Role == LineRole.Toc).Select(l => Key(TitleOf(l.Text))).Where(k => k.Length >= ShortestTitle).ToHashSet(StringComparer.Ordinal);
        var last = lines.FindLastIndex(l => l.Role == LineRole.Toc);
        foreach (var line in titles.Count == 0 ? [] : lines.Skip(last + 1))
        {
            if (line.Role == LineRole.Plain && line.Source.IsSet && titles.Contains(Key(line.Text)))
            {
                line.Role = LineRole.Heading;
            }
        }
    }

    /// <summary>The entries that name no heading of the report: one may have been missed, or the contents are of another edition.</summary>
    public static List<string> Unmet(List<Draft> drafts, StructureRules rules)
    {
        var headings = drafts.Where(d => d.Kind == Documents.BlockKind.Heading).Select(d => Key(string.Concat(d.Lines.Select(l => l.Text)))).ToHashSet(StringComparer.Ordinal);
        var unmet = new List<string>();
        var open = "";
        void Close()
        {
            // A note's number may follow the title in the report.
            var title = TitleOf(open);
            var key = Key(title);
            if (key.Length >= ShortestTitle && !headings.Contains(key) && !headings.Any(h => h.StartsWith(key, StringComparison.Ordinal)))
            {
                unmet.Add(title);
            }

            open = "";
        }

        foreach (var line in drafts.Where(d => d.Kind == Documents.BlockKind.Toc).SelectMany(d => d.Lines).Where(l => !rules.TocTitle.IsMatch(l.Text)))
        {
            if (open.Length > 0 && line.Family is not null)
            {
                Close();
            }

            // An entry may take two lines; its page number closes it.
            open = open.Length == 0 ? line.Text : open + " " + line.Text;
            if (LastNumber().IsMatch(line.Text))
            {
                Close();
            }
        }

        return headings.Count == 0 ? [] : unmet;
    }

    /// <summary>An entry without leader and page number.</summary>
    public static string TitleOf(string entry) => Entry().Replace(entry, "");

    /// <summary>What of a title is compared: not white space, signs and brackets.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();

    /// <summary>Leader and page number of an entry.</summary>
    [GeneratedRegex(@"[\s·.…‥ㆍ∙･\-–]*(?:\d{1,3}|[ivxlcIVXLC]{1,6})?[\s\-–]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
