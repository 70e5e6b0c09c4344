using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Recommendations;

/// <summary>Parts a report into statements: a list item or heading is one, prose gives one a sentence, a table one a cell of its direction columns.</summary>
internal sealed class StatementReader(RecommendationRules rules)
{
    private readonly int _longest = rules.Longest;
    private readonly int _shortest = rules.Shortest;
    private readonly Regex _openers = CuePattern.Compile(rules.Openers, rules.Words);
    private readonly Regex _directions = CuePattern.Compile(rules.DirectionColumns.Pattern, rules.Words);
    private readonly ImmutableArray<Regex> _trims = [.. rules.TailTrims.Select(p => CuePattern.Compile(p, rules.Words))];

    public ImmutableArray<Statement> Read(SegmentedReport report)
    {
        var found = ImmutableArray.CreateBuilder<Statement>();
        foreach (var segment in report.Segments())
        {
            switch (segment.Block.Kind)
            {
                case BlockKind.Heading:
                    Add(found, report.Text, segment.Block, segment.Block.ContentStart, segment.End, StatementForm.Heading);
                    break;
                case BlockKind.ListItem or BlockKind.Note or BlockKind.Paragraph or BlockKind.Quote:
                    AddProse(found, report.Text, segment);
                    break;
                case BlockKind.Footnote when segment.Block.Marker is { } marker && marker.Contains('*'):
                    // Only star notes carry actions; numbered ones cite.
                    Add(found, report.Text, segment.Block, segment.Block.ContentStart, segment.End, StatementForm.Note);
                    break;
                case BlockKind.Table when segment.Table is { } table && IsDirection(table, segment.Row, segment.Column):
                    Add(found, report.Text, segment.Block, segment.Start, segment.End, StatementForm.Cell);
                    break;
                case BlockKind.Table when segment.Table is { } box && IsBoxedTitle(box, segment.Column):
                    Add(found, report.Text, segment.Block, segment.Start, segment.End, StatementForm.Heading);
                    break;
            }
        }

        return found.ToImmutable();
    }

    private void AddProse(ImmutableArray<Statement>.Builder found, string text, TextSegment segment)
    {
        var block = segment.Block;
        var form = block.Kind switch
        {
            BlockKind.ListItem => StatementForm.ListItem,
            BlockKind.Note => StatementForm.Note,
            _ => StatementForm.Sentence,
        };
        var start = Math.Clamp(block.ContentStart, segment.Start, segment.End);
        var opener = _openers.Match(text.AsSpan(start, Math.Min(16, segment.End - start)).ToString());
        if (opener.Success && form == StatementForm.Sentence)
        {
            form = StatementForm.ListItem;
        }

        foreach (var (from, to) in Sentences.Of(text, start, segment.End))
        {
            Add(found, text, block, from, to, form);
        }
    }

    private bool IsDirection(Table table, int row, int column)
    {
        var heads = Math.Max(1, table.HeaderRows);
        if (row < heads || table.Rows.Length <= heads)
        {
            return false;
        }

        for (var r = 0; r < heads; r++)
        {
            if (column < table.Rows[r].Length && _directions.IsMatch(table.Rows[r][column]))
            {
                return true;
            }
        }

        return table.Caption is { } caption && column == table.Rows[row].Length - 1 && _directions.IsMatch(caption);
    }

    /// <summary>A table of one row with a number and a title is how word processors box a heading.</summary>
    private static bool IsBoxedTitle(Table table, int column) =>
        table.Rows.Length == 1
        && table.Rows[0].Count(c => c.Trim().Length > 3) == 1
        && column < table.Rows[0].Length
        && table.Rows[0][column].Trim().Length > 3;

    private void Add(ImmutableArray<Statement>.Builder found, string text, Block block, int start, int end, StatementForm form)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        // A bullet that stood alone on the next line may have been joined to the end.
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || (end - 2 > start && char.IsWhiteSpace(text[end - 2]) && _openers.Match(text[(end - 1)..end]).Length == 1)))
        {
            end--;
        }

        if (end - start < _shortest || end - start > _longest)
        {
            return;
        }

        var opener = _openers.Match(text.Substring(start, Math.Min(16, end - start)));
        if (opener.Success && opener.Length < 16)
        {
            start += opener.Length;
        }

        if (end - start >= _shortest)
        {
            var folded = Fold(text.AsSpan(start, end - start));
            found.Add(new Statement(start, end, form, block, text[Math.Max(block.Start, start - 16)..start], folded, Tail(folded)));
        }
    }

    private static string Fold(ReadOnlySpan<char> span)
    {
        var folded = new StringBuilder(span.Length);
        foreach (var c in span)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    private string Tail(string text)
    {
        var tail = text;
        for (var changed = true; changed && tail.Length > 0;)
        {
            changed = false;
            foreach (var trim in _trims)
            {
                var match = trim.Match(tail);
                if (match is { Success: true, Length: > 0 } && match.Index > 0)
                {
                    tail = tail[..match.Index];
                    changed = true;
                }
            }
        }

        return tail;
    }
}
