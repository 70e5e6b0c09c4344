using System.Collections.Immutable;
using ReportMiner.Read.Pdf.Drawing;

namespace ReportMiner.Read.Pdf.Tables;

/// <summary>
/// Parts rows that a table does not rule: where the first cell of a drawn row lists several labels and the others have
/// short texts on the same lines, each line is a row.
/// </summary>
internal static class RowParter
{
    private const int FewestLines = 3;
    private const double SameLine = 2.5;

    /// <summary>Longer texts run on from line to line.</summary>
    private const int LongestText = 14;

    public static TableFiller.FilledTable Part(TableFiller.FilledTable table)
    {
        var cells = new List<GridCell>();
        var texts = new List<ImmutableArray<PdfFragment>>();
        var shift = 0;
        for (var row = 0; row < table.Grid.Rows; row++)
        {
            var members = Enumerable.Range(0, table.Grid.Cells.Length).Where(i => table.Grid.Cells[i].Row == row).ToList();
            var reaches = table.Grid.Cells.Any(c => c.Row < row && c.Row + c.RowSpan > row);
            var lines = reaches || members.Any(i => table.Grid.Cells[i].RowSpan > 1) ? [] : Lines(table, members);
            foreach (var i in members)
            {
                var cell = table.Grid.Cells[i];
                if (lines.Count == 0)
                {
                    cells.Add(cell with { Row = row + shift });
                    texts.Add(table.Cells[i]);
                    continue;
                }

                for (var l = 0; l < lines.Count; l++)
                {
                    var (top, foot) = (l == 0 ? cell.Area.Y0 : (lines[l - 1] + lines[l]) / 2, l == lines.Count - 1 ? cell.Area.Y1 : (lines[l] + lines[l + 1]) / 2);
                    cells.Add(cell with { Row = row + shift + l, Area = new PageArea(cell.Area.X0, top, cell.Area.X1, foot) });
                    texts.Add([.. table.Cells[i].Where(f => Nearest(lines, f.Run.Middle) == l)]);
                }
            }

            shift += Math.Max(0, lines.Count - 1);
        }

        if (shift == 0)
        {
            return table;
        }

        var order = Enumerable.Range(0, cells.Count).OrderBy(i => cells[i].Row).ThenBy(i => cells[i].Column).ToList();
        return new TableFiller.FilledTable(
            table.Grid with { Rows = table.Grid.Rows + shift, Cells = [.. order.Select(i => cells[i])] },
            [.. order.Select(i => texts[i])]);
    }

    /// <summary>The middles of the row's lines where each is a row of its own; none otherwise.</summary>
    private static List<double> Lines(TableFiller.FilledTable table, List<int> members)
    {
        var labels = Middles(table.Cells[members[0]]);
        var others = members.Skip(1).Select(i => table.Cells[i]).Where(c => !c.IsEmpty).ToList();
        var apart = labels.Count >= FewestLines && others.Count > 0 && others.Exists(c => Middles(c).Count * 2 > labels.Count) &&
            others.TrueForAll(c => Middles(c).TrueForAll(m => labels.Exists(l => Math.Abs(l - m) <= SameLine)));
        // In one column at least, the texts are short: figures, not the lines of a sentence.
        return apart && others.Exists(c => Middles(c).Count * 2 > labels.Count && c.All(f => f.Run.Text.Length <= LongestText && f.Run.Text.Any(char.IsAsciiDigit) || f.Run.Text.Length <= 2)) ? labels : [];
    }

    private static List<double> Middles(ImmutableArray<PdfFragment> cell)
    {
        var middles = new List<double>();
        foreach (var fragment in cell.OrderBy(f => f.Run.Middle))
        {
            if (middles.Count == 0 || fragment.Run.Middle - middles[^1] > SameLine)
            {
                middles.Add(fragment.Run.Middle);
            }
        }

        return middles;
    }

    private static int Nearest(List<double> lines, double middle) =>
        Enumerable.Range(0, lines.Count).MinBy(l => Math.Abs(lines[l] - middle));
}
