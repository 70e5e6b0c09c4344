using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using ReportMiner.Documents;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>Reads a table onto its grid (ECMA-376 part 1, clause 17.4).</summary>
internal sealed class DocxTable(DocxContext context, DocxStory story)
{
    private const int MostColumns = 100;

    private readonly List<FlowCell> _cells = [];

    /// <summary>By column, which cell goes on into the next row.</summary>
    private Dictionary<int, int> _above = [];
    private Dictionary<int, int> _now = [];

    public FlowTable Read(OpenXmlElement table)
    {
        var row = 0;
        foreach (var element in Within(table, "tr"))
        {
            if (Changes.TakesOutRow(element))
            {
                context.Aside(RemovalReason.Deleted, element.PlainText());
                continue;
            }

            Row(element, row++);
            (_above, _now) = (_now, []);
        }

        return new FlowTable([.. _cells]);
    }

    private void Row(OpenXmlElement element, int row)
    {
        var properties = element.Child("trPr");
        var head = properties.Child("tblHeader").Switch() == true;
        var column = Math.Clamp(properties.Child("gridBefore").Number() ?? 0, 0, MostColumns);
        foreach (var cell in Within(element, "tc"))
        {
            column += Cell(cell, row, column, head);
        }
    }

    /// <returns>How many columns it covers.</returns>
    private int Cell(OpenXmlElement element, int row, int column, bool head)
    {
        var properties = element.Child("tcPr");
        var width = Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, MostColumns);
        ImmutableArray<FlowBlock> blocks = [];
        if (Changes.TakesOutCell(element))
        {
            context.Aside(RemovalReason.Deleted, element.PlainText());
        }
        else
        {
            blocks = story.Inner(element);
        }

        if (Continues(properties.Child("vMerge")) && _above.TryGetValue(column, out var above))
        {
            var cell = _cells[above];
            _cells[above] = cell with { RowSpan = row + 1 - cell.Row, Blocks = cell.Blocks.AddRange(blocks.Where(b => b is not FlowParagraph { IsBlank: true })) };
            _now[column] = above;
        }
        else if (Continues(properties.Child("hMerge")) && _cells.Count > 0 && _cells[^1] is { } before && before.Row == row && before.Column + before.ColumnSpan == column)
        {
            _cells[^1] = before with { ColumnSpan = before.ColumnSpan + width, Blocks = before.Blocks.AddRange(blocks.Where(b => b is not FlowParagraph { IsBlank: true })) };
        }
        else
        {
            _now[column] = _cells.Count;
            _cells.Add(new FlowCell(row, column, 1, width, head || IsShaded(properties.Child("shd")), blocks));
        }

        return width;
    }

    private static bool Continues(OpenXmlElement? merge) => merge is not null && merge.Value() is null or "continue";

    private static bool IsShaded(OpenXmlElement? shading) => shading.Value("fill") is { } fill && fill != "auto" && !fill.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase);

    /// <summary>Rows or cells, whatever they are wrapped in.</summary>
    private static IEnumerable<OpenXmlElement> Within(OpenXmlElement element, string name) =>
        element.ChildElements.SelectMany(c => c.Name() switch
        {
            var found when found == name => [c],
            "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" => Within(c, name),
            _ => Enumerable.Empty<OpenXmlElement>(),
        });
}
