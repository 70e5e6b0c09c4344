using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>Reads a table: its cells, each a list of paragraphs, and its caption.</summary>
internal sealed class TableReader(BodyReader body, HwpDocInfo info)
{
    /// <summary>Of a cell's attributes: it belongs to the head.</summary>
    private const uint TitleCell = 1 << 18;

    /// <summary>The table and its caption, in reading order.</summary>
    /// <param name="level">Level of the table's control.</param>
    public IEnumerable<FlowBlock> Read(int level)
    {
        var (above, below) = (new List<FlowBlock>(), new List<FlowBlock>());
        var cells = new List<FlowCell>();
        var started = false;
        while (body.Records.Inside(level))
        {
            var header = body.Records.Data;
            if (body.Records.Tag != HwpTag.ListHeader)
            {
                started |= body.Records.Tag == HwpTag.Table;
                body.Records.Move();
            }
            else if (started)
            {
                cells.Add(Cell(header));
            }
            else
            {
                (Caption.StandsBelow(header) ? below : above).AddRange(Caption.Of(body.List()));
            }
        }

        return [.. above, new FlowTable([.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)]), .. below];
    }

    private FlowCell Cell(ReadOnlyMemory<byte> header)
    {
        var fields = new HwpFields(header);
        fields.Skip(4);
        var look = fields.Number();
        var (column, row) = (fields.Word(), fields.Word());
        var (columns, rows) = (fields.Word(), fields.Word());
        var filling = 0;
        if (fields.Left >= 18)
        {
            fields.Skip(16);
            filling = fields.Word();
        }

        var head = (look & TitleCell) != 0 || info.IsShaded(filling);
        return new FlowCell(row, column, Math.Max((ushort)1, rows), Math.Max((ushort)1, columns), head, [.. body.List()]);
    }
}
