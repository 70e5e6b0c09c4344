using System.Collections.Immutable;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Segment.Tables;

namespace ReportMiner.Segment;

/// <summary>Writes the drafts as one text, one block a line, and keeps where each character came from.</summary>
internal sealed class TextWriter(LineJoiner joiner, ImmutableArray<Removal>.Builder removed)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<PlaceMap.Place>.Builder _places = ImmutableArray.CreateBuilder<PlaceMap.Place>();

    public (string Text, PlaceMap Places, int Written) Write(List<Draft> drafts)
    {
        var written = 0;
        foreach (var draft in drafts)
        {
            draft.Start = _text.Length;
            written += draft.Kind == BlockKind.Table ? WriteTable(draft) : WriteLines(draft);
            draft.End = _text.Length;
            _text.Append('\n');
        }

        return (_text.ToString(), new PlaceMap(_places.ToImmutable()), written);
    }

    private int WriteLines(Draft draft)
    {
        var written = 0;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            var from = i == 0 ? draft.From : 0;
            var to = i == draft.Lines.Count - 1 && draft.To is { } end ? end : line.Text.Length;
            if (i == 0)
            {
                if (line.Skip > 0 && from == line.Skip)
                {
                    var residue = line.Text[..from].Trim();
                    removed.Add(new Removal(residue[0] == '\uFFFD' ? RemovalReason.Unreadable : RemovalReason.Markup, residue, line.Source.Page > 0 ? line.Source.Page : null, line.Source.Number));
                    written += residue.Count(c => !char.IsWhiteSpace(c));
                }

                draft.ContentStart = _text.Length + Math.Max(0, draft.ContentFrom - from);
            }
            else if (joiner.Spaced(draft.Lines[i - 1], line))
            {
                _text.Append(' ');
            }

            if (i == 0 && line.Source.IsSet && draft.Marker is not null && draft.ContentFrom > from && draft.ContentFrom < to && line.Text[draft.ContentFrom - 1] != ' ')
            {
                // On a page the gap after a sign is often too narrow to be read as a space.
                written += Append(line, from, draft.ContentFrom);
                _text.Append(' ');
                draft.ContentStart = _text.Length;
                from = draft.ContentFrom;
            }

            written += Append(line, from, to);
        }

        return written;
    }

    private int WriteTable(Draft draft)
    {
        var table = draft.First.Source.Table is null ? AlignedTables.Build(draft.Lines) : RuledTables.Build(draft.Lines);
        var written = 0;
        draft.ContentStart = _text.Length;
        foreach (var row in table.Rows)
        {
            if (draft.Cells.Count > 0)
            {
                _text.Append('\n');
            }

            var cells = new List<TextSpan>();
            foreach (var cell in row)
            {
                if (cells.Count > 0)
                {
                    _text.Append('\t');
                }

                var start = _text.Length;
                for (var i = 0; i < cell.Count; i++)
                {
                    if (i > 0 && (cell[i].Line == cell[i - 1].Line || cell[i].Line.Family is not null || joiner.Spaced(cell[i - 1].Line, cell[i].Line)))
                    {
                        _text.Append(' ');
                    }

                    written += Append(cell[i].Line, cell[i].From, cell[i].To);
                }

                cells.Add(new TextSpan(start, _text.Length));
            }

            draft.Cells.Add(cells);
        }

        foreach (var piece in table.Repeated)
        {
            removed.Add(new Removal(RemovalReason.RunningHead, piece.Text, piece.Line.Source.Page, piece.Line.Source.Number));
            written += piece.Text.Count(c => c != ' ');
        }

        draft.Table = table;
        return written;
    }

    /// <summary>Appends a stretch of a line without outer spaces; returns how many characters other than spaces it has.</summary>
    private int Append(Line line, int from, int to)
    {
        while (from < to && line.Text[from] == ' ') { from++; }
        while (to > from && line.Text[to - 1] == ' ') { to--; }
        var written = 0;
        for (var i = from; i < to;)
        {
            var run = i + 1;
            while (run < to && line.SourceOffset(run) == line.SourceOffset(run - 1) + 1)
            {
                run++;
            }

            _places.Add(new PlaceMap.Place(_text.Length, _text.Length + run - i, line.Source, line.SourceOffset(i)));
            _text.Append(line.Text, i, run - i);
            i = run;
        }

        for (var i = from; i < to; i++)
        {
            written += line.Text[i] == ' ' ? 0 : 1;
        }

        return written;
    }
}
