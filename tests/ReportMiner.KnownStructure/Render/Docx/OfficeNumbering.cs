using System.Globalization;
using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Docx;

/// <summary>The numbering part: a definition for lists that look alike, and each list that counts anew on its own.</summary>
internal static class OfficeNumbering
{
    public static string? Write(ListBook book, PageStyle style)
    {
        // The looks of each definition come from the first list that has the level.
        var definitions = new List<List<WrittenList>>();
        foreach (var list in book.Lists)
        {
            if (definitions.Find(d => d.TrueForAll(l => l.SharesLooks(list))) is { } alike)
            {
                alike.Add(list);
            }
            else
            {
                definitions.Add([list]);
            }
        }

        var xml = new StringBuilder();
        for (var i = 0; i < definitions.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:abstractNum w:abstractNumId=\"{i}\"><w:multiLevelType w:val=\"multilevel\"/>");
            foreach (var level in Levels(definitions[i]))
            {
                var mark = definitions[i].Select(l => l[level]).First(m => m is not null)!;
                var heading = definitions[i][0] is { Headings: true, Id: 1 } main && main[level] is not null ? $"<w:pStyle w:val=\"Heading{level}\"/>" : "";
                xml.Append(CultureInfo.InvariantCulture, $"<w:lvl w:ilvl=\"{level - 1}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{Form(mark.Form)}\"/>{heading}<w:suff w:val=\"{(definitions[i][0].Headings ? "space" : "tab")}\"/><w:lvlText w:val=\"{mark.Format}\"/><w:lvlJc w:val=\"left\"/><w:rPr>{DocxBody.Fonts(style.Font)}</w:rPr></w:lvl>");
            }

            xml.Append("</w:abstractNum>");
        }

        foreach (var list in book.Lists)
        {
            var definition = definitions.FindIndex(d => d.Contains(list));
            var first = definitions[definition][0] == list;
            var anew = first ? "" : string.Concat(Levels([list]).Select(l => $"<w:lvlOverride w:ilvl=\"{l - 1}\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"));
            xml.Append(CultureInfo.InvariantCulture, $"<w:num w:numId=\"{list.Id}\"><w:abstractNumId w:val=\"{definition}\"/>{anew}</w:num>");
        }

        return xml.Length == 0 ? null : xml.ToString();
    }

    private static IEnumerable<int> Levels(List<WrittenList> lists) => Enumerable.Range(1, WrittenList.MostLevels).Where(level => lists.Exists(l => l[level] is not null));

    private static string Form(MarkForm form) => form switch
    {
        MarkForm.Digit => "decimal",
        MarkForm.CircledDigit => "decimalEnclosedCircle",
        MarkForm.Roman => "upperRoman",
        MarkForm.Syllable => "ganada",
        _ => "bullet",
    };
}
