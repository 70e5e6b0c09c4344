using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Read.Flow;

/// <summary>Writes a word processor's document as lines: a paragraph a line, parted where its author broke it, each note behind what points to it.</summary>
internal sealed class FlowLines(SymbolMap symbols)
{
    public SourceDocument Write(FlowDocument document, SourceFile source)
    {
        var writing = new Writing(symbols);
        writing.Blocks(document.Blocks);
        writing.Endnotes();
        return new SourceDocument(
            source,
            writing.Pages(),
            [.. document.Asides.Where(a => !string.IsNullOrWhiteSpace(a.Text)).Select(a => new Removal(a.Reason, a.Text.Trim(), null, 1)), .. writing.Removed],
            [.. writing.Diagnostics()],
            document.Title);
    }

    /// <summary>Where a line stands beside the text: in a cell, in a note.</summary>
    private readonly record struct Place(SourceTable? Table, int Cell, LineHint Hint, SourceNote? Note);

    private sealed class Writing(SymbolMap symbols)
    {
        /// <summary>More slots than this a grid may not have; the cells' text then stands one after another.</summary>
        private const int MostSlots = 200_000;

        /// <summary>A number in a box of its own is no longer than this.</summary>
        private const int BoxedNumber = 6;
        private const int MostInTitleBox = 3;

        private readonly List<ImmutableArray<SourceLine>> _pages = [];
        private readonly ImmutableArray<SourceLine>.Builder _lines = ImmutableArray.CreateBuilder<SourceLine>();
        private readonly List<(FlowNote Note, int Number)> _pending = [];
        private readonly List<(FlowNote Note, int Number)> _endnotes = [];
        private readonly SymbolCount _unknown = new();
        private int _number;
        private int _notes;

        public List<Removal> Removed { get; } = [];

        public ImmutableArray<SourcePage> Pages()
        {
            TurnPage();
            return [.. _pages.Select(p => new SourcePage(0, null, null, p))];
        }

        public IEnumerable<Diagnostic> Diagnostics() => _unknown.Diagnostics();

        public void Blocks(ImmutableArray<FlowBlock> blocks)
        {
            foreach (var block in blocks)
            {
                Block(block, default);
                Footnotes();
            }
        }

        public void Endnotes()
        {
            // An endnote may itself point to notes.
            for (var i = 0; i < _endnotes.Count; i++)
            {
                Note(_endnotes[i].Note, _endnotes[i].Number);
                Footnotes();
            }
        }

        private void Footnotes()
        {
            for (var i = 0; i < _pending.Count; i++)
            {
                Note(_pending[i].Note, _pending[i].Number);
            }

            _pending.Clear();
        }

        private void Note(FlowNote note, int number)
        {
            var opens = new SourceNote(number, note.Marker, note.Printed.Length);
            var count = _lines.Count;
            foreach (var block in note.Blocks)
            {
                // A table inside a note is read as its cells' text.
                foreach (var paragraph in Paragraphs(block))
                {
                    if (_lines.Count == count)
                    {
                        var mark = new FlowSpan(note.Printed + " ", paragraph.Spans.Length > 0 ? paragraph.Spans[0].Style : new FlowStyle(null, 0, false, false, null));
                        Paragraph(paragraph with { Spans = paragraph.Spans.Insert(0, mark) }, new Place(null, 0, LineHint.Note, opens));
                    }
                    else
                    {
                        Paragraph(paragraph, new Place(null, 0, LineHint.NoteRest, null));
                    }
                }
            }
        }

        private void Block(FlowBlock block, Place place)
        {
            if (block is FlowParagraph paragraph)
            {
                Paragraph(paragraph, place);
            }
            else if (block is FlowTable table && place == default && Grid(table) is { } grid)
            {
                Table(table, grid);
            }
            else if (block is FlowTable box)
            {
                Box(box, place);
            }
        }

        private static IEnumerable<FlowParagraph> Paragraphs(FlowBlock block) =>
            block is FlowParagraph p ? p.IsBlank ? [] : [p] : ((FlowTable)block).Cells.SelectMany(c => c.Blocks).SelectMany(Paragraphs);

        /// <summary>The grid of what is a table to a reader: at least two rows and two columns that hold something. Less is a frame round text.</summary>
        private static SourceTable? Grid(FlowTable table)
        {
            var filled = table.Cells.Where(c => !c.IsBlank).ToList();
            if (filled.Count < 3 || filled.DistinctBy(c => c.Row).Count() < 2 || filled.DistinctBy(c => c.Column).Count() < 2)
            {
                return null;
            }

            // Rows and columns in which no cell begins only widen others.
            var rows = table.Cells.Select(c => c.Row).Distinct().Order().ToArray();
            var columns = table.Cells.Select(c => c.Column).Distinct().Order().ToArray();
            if ((long)rows.Length * columns.Length > MostSlots)
            {
                return null;
            }

            int At(int[] starts, int value) => Array.BinarySearch(starts, value) is var i && i < 0 ? ~i : i;
            var cells = table.Cells.Select(c =>
            {
                var (row, column) = (At(rows, c.Row), At(columns, c.Column));
                return new SourceCell(row, column, Math.Max(1, At(rows, c.Row + c.RowSpan) - row), Math.Max(1, At(columns, c.Column + c.ColumnSpan) - column), c.Head);
            });
            return new SourceTable(null, rows.Length, [.. Enumerable.Range(0, columns.Length + 1).Select(i => (double)i)], [.. cells]);
        }

        /// <summary>A table inside a cell follows the table it stands in; one that holds nothing but tables is their frame.</summary>
        private void Table(FlowTable table, SourceTable grid)
        {
            if (table.Cells.All(c => c.Blocks.All(b => b is FlowTable inner ? Grid(inner) is not null : b is FlowParagraph { IsBlank: true })))
            {
                Blocks([.. table.Cells.SelectMany(c => c.Blocks)]);
                return;
            }

            var inner = new List<FlowBlock>();
            for (var c = 0; c < table.Cells.Length; c++)
            {
                foreach (var block in table.Cells[c].Blocks)
                {
                    if (block is FlowTable nested && Grid(nested) is not null)
                    {
                        inner.Add(nested);
                    }
                    else
                    {
                        Block(block, new Place(grid, c, LineHint.None, null));
                    }
                }
            }

            Footnotes();
            Blocks([.. inner]);
        }

        /// <summary>A frame's text, cell by cell; a number and a title side by side are one line.</summary>
        private void Box(FlowTable box, Place place)
        {
            var filled = box.Cells.Where(c => !c.IsBlank).Select(c => c.Blocks.Where(b => b is not FlowParagraph { IsBlank: true }).ToList()).ToList();
            if (filled.Count is > 1 and <= MostInTitleBox && filled.TrueForAll(c => c is [FlowParagraph]) && box.Cells.Where(c => !c.IsBlank).DistinctBy(c => c.Row).Count() == 1 &&
                ((FlowParagraph)filled[0][0]).Spans.Sum(s => s.Text.Trim().Length) <= BoxedNumber)
            {
                var parts = filled.Select(c => (FlowParagraph)c[0]).ToList();
                var tab = new FlowSpan("\t", parts[^1].Spans[0].Style);
                Block(parts[^1] with { Spans = [.. parts.SelectMany((p, i) => i == 0 ? p.Spans : p.Spans.Insert(0, tab))], OpensPage = parts[0].OpensPage }, place);
                return;
            }

            foreach (var block in box.Cells.SelectMany(c => c.Blocks))
            {
                Block(block, place);
                if (place == default)
                {
                    Footnotes();
                }
            }
        }

        private void Paragraph(FlowParagraph paragraph, Place place)
        {
            if (paragraph.OpensPage && place == default)
            {
                TurnPage();
            }

            _number++;
            var first = true;
            var line = new LineWriter(symbols, _unknown);
            void End()
            {
                foreach (var lost in line.Lost)
                {
                    Removed.Add(new Removal(RemovalReason.Unreadable, lost, null, _number));
                }

                if (!line.IsBlank)
                {
                    _lines.Add(line.ToLine(_number, first ? LineBreak.Paragraph : LineBreak.InParagraph) with
                    {
                        Hint = place.Hint != LineHint.None ? (first ? place.Hint : LineHint.NoteRest) : paragraph.Kind switch
                        {
                            FlowKind.Heading => first ? LineHint.Heading : LineHint.None,
                            FlowKind.Caption => first ? LineHint.Caption : LineHint.None,
                            _ => LineHint.None,
                        },
                        HintLevel = paragraph.Level,
                        Note = first ? place.Note : null,
                        Table = place.Table,
                        CellIndex = place.Cell,
                    });
                    first = false;
                }

                line = new LineWriter(symbols, _unknown);
            }

            foreach (var span in paragraph.Spans)
            {
                if (span.Note is { } note)
                {
                    line.Anchor(span, ++_notes);
                    (note.Endnote ? _endnotes : _pending).Add((note, _notes));
                    continue;
                }

                var from = 0;
                for (var at = span.Text.IndexOf('\n'); at >= 0; at = span.Text.IndexOf('\n', from))
                {
                    line.Add(span.Text[from..at], span.Style);
                    End();
                    from = at + 1;
                }

                line.Add(span.Text[from..], span.Style);
            }

            End();
        }

        private void TurnPage()
        {
            if (_lines.Count > 0)
            {
                _pages.Add(_lines.ToImmutable());
                _lines.Clear();
            }
        }
    }
}
