using ReportMiner.Documents;
using ReportMiner.Segment.Tables;

namespace ReportMiner.Segment;

/// <summary>A block while it is being put together from lines.</summary>
internal sealed class Draft(LineRole role, Line first, int from)
{
    public LineRole Role { get; } = role;

    public Line First { get; } = first;

    /// <summary>Where in the first line the block starts (a line may hold two star notes).</summary>
    public int From { get; } = from;

    /// <summary>Where in the last line the block ends, when another starts there.</summary>
    public int? To { get; set; }

    public List<Line> Lines { get; } = [first];

    public Line Last => Lines[^1];

    public BlockKind Kind { get; set; } = BlockKind.Paragraph;

    public string? Marker { get; set; } = first.Marker;

    public MarkerFamily? Family { get; set; } = first.Family;

    /// <summary>Where the content starts in the first line.</summary>
    public int ContentFrom { get; set; } = Math.Max(from, first.ContentStart);

    public int Level { get; set; }

    /// <summary>Where the block stands in the finished text; set when it is written.</summary>
    public int Start { get; set; }

    public int End { get; set; }

    public int ContentStart { get; set; }

    /// <summary>The grid of a table, set when it is written.</summary>
    public TableDraft? Table { get; set; }

    /// <summary>Where the slots of the grid stand in the text, row by row.</summary>
    public List<List<TextSpan>> Cells { get; } = [];
}
