using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Segment.Tables;

/// <summary>A table while it is being put together: a grid of slots, each with the pieces of lines that stand in it.</summary>
internal sealed class TableDraft(int columns)
{
    /// <summary>A stretch [From, To) of a line's <see cref="Line.Text"/>.</summary>
    internal readonly record struct Piece(Line Line, int From, int To)
    {
        public string Text => Line.Text[From..To];
    }

    public int Columns { get; } = columns;

    /// <summary>The rows; every row has <see cref="Columns"/> slots.</summary>
    public List<List<Piece>[]> Rows { get; } = [];

    public List<CellSpan> Spans { get; } = [];

    /// <summary>Where the columns begin on the page the table begins on, and where the last one ends; empty where nothing is drawn.</summary>
    public ImmutableArray<double> Borders { get; set; } = [];

    /// <summary>How many of the first rows are heads, where the drawing tells; null where the texts must.</summary>
    public int? HeaderRows { get; set; }

    /// <summary>Head rows that a following page prints once more.</summary>
    public List<Piece> Repeated { get; } = [];

    /// <summary>Adds an empty row and gives its index.</summary>
    public int AddRow()
    {
        var row = new List<Piece>[Columns];
        for (var c = 0; c < Columns; c++)
        {
            row[c] = [];
        }

        Rows.Add(row);
        return Rows.Count - 1;
    }

    public static Piece Whole(Line line) => new(line, 0, line.Text.Length);
}
