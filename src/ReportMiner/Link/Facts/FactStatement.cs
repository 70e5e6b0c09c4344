using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>Where a text stands to the statement it belongs to.</summary>
internal enum FactPlace
{
    /// <summary>In the statement itself.</summary>
    Here,

    /// <summary>The bracketed lead of its bullet.</summary>
    Label,

    /// <summary>The bullet it hangs under.</summary>
    Bullet,

    /// <summary>The sentence before it.</summary>
    Before,

    /// <summary>The heading over it.</summary>
    Title,

    /// <summary>The first cell of its row.</summary>
    RowHead,

    /// <summary>A head cell of its column.</summary>
    ColumnHead,

    /// <summary>The table's caption.</summary>
    Caption,

    /// <summary>Another cell of its row.</summary>
    Row,

    /// <summary>A heading over the heading over it.</summary>
    Over,
}

/// <summary>A stretch of the report's text that may hold what a statement leaves out.</summary>
internal readonly record struct FactSource(FactPlace Place, int Start, int End);

/// <summary>A sentence, a bullet or a cell, with the texts round it that may supply what it does not say.</summary>
/// <param name="Sources">The statement first, then what is round it, the nearest first.</param>
internal sealed record FactStatement(Block Block, int Start, int End, ImmutableArray<FactSource> Sources, Section? Section)
{
    /// <summary>No sentence a reader takes in at once is longer; one that is (a table without its grid, a file without line ends) is read piece by piece.</summary>
    private const int Longest = 600;

    /// <summary>So much of a text round a statement is looked at.</summary>
    private const int LongestSource = 240;

    /// <summary>A line over a list is no sentence if it is no longer.</summary>
    private const int LongestHead = 20;

    /// <summary>The titles of the sections that its section is in, the nearest first.</summary>
    public ImmutableArray<FactSource> Over { get; init; } = [];

    /// <summary>All statements of a report, in reading order.</summary>
    public static IEnumerable<FactStatement> Of(SegmentedReport report)
    {
        var sections = new Dictionary<string, (Section Section, FactSource? Title, ImmutableArray<FactSource> Over)>(StringComparer.Ordinal);
        foreach (var section in report.Sections)
        {
            // A section stands before those in it.
            var around = section.Parent is { } parent ? sections[parent] : default;
            var over = around.Title is { } outer ? [outer with { Place = FactPlace.Over }, .. around.Over] : ImmutableArray<FactSource>.Empty;
            sections[section.Id] = (section, Title(section, report.Text), over);
        }

        var bullets = new List<Block>();
        foreach (var segment in report.Segments())
        {
            var block = segment.Block;
            var (section, title, over) = block.Section is { } id ? sections[id] : (null, null, []);
            switch (block.Kind)
            {
                case BlockKind.Toc:
                    continue;
                case BlockKind.Heading:
                    bullets.Clear();
                    break;
                case BlockKind.ListItem or BlockKind.Note:
                    bullets.RemoveAll(b => b.Level >= block.Level);
                    break;
                case BlockKind.Paragraph:
                    bullets.Clear();
                    break;
            }

            if (segment.Table is { } table)
            {
                var round = Round(table, segment, report.Text, bullets, title);
                foreach (var (from, to) in Pieces(report.Text, segment.Start, segment.End))
                {
                    yield return new FactStatement(block, from, to, round.SetItem(0, new FactSource(FactPlace.Here, from, to)), section) { Over = over };
                }

                continue;
            }

            var start = Math.Clamp(block.ContentStart, segment.Start, segment.End);
            FactSource? before = null;
            foreach (var (from, to) in Sentences.Of(report.Text, start, segment.End).SelectMany(s => Pieces(report.Text, s.Start, s.End)))
            {
                var sources = ImmutableArray.CreateBuilder<FactSource>();
                sources.Add(new FactSource(FactPlace.Here, from, to));
                if (before is { } last)
                {
                    sources.Add(last);
                }

                foreach (var bullet in Enumerable.Reverse(bullets))
                {
                    sources.Add(new FactSource(FactPlace.Bullet, bullet.ContentStart, Math.Min(bullet.End, bullet.ContentStart + LongestSource)));
                }

                if (block.Kind != BlockKind.Heading && title is { } heading)
                {
                    sources.Add(heading);
                }

                yield return new FactStatement(block, from, to, sources.ToImmutable(), section) { Over = over };
                before = new FactSource(FactPlace.Before, from, to);
            }

            // A short line over a list heads it, as the name of a company does the list of its products.
            if (block.Kind is BlockKind.ListItem || (block.Kind is BlockKind.Paragraph && segment.End - segment.Start <= LongestHead))
            {
                bullets.Add(block);
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Pieces(string text, int start, int end)
    {
        while (end - start > Longest)
        {
            var cut = text.LastIndexOfAny([' ', '\t'], start + Longest, Longest / 2);
            cut = cut < 0 ? start + Longest : cut;
            yield return (start, cut);
            start = cut;
        }

        yield return (start, end);
    }

    private static FactSource? Title(Section section, string text)
    {
        var at = text.IndexOf(section.Title, section.Start, Math.Max(0, Math.Min(text.Length, section.End) - section.Start), StringComparison.Ordinal);
        return at < 0 ? null : new FactSource(FactPlace.Title, at, at + section.Title.Length);
    }

    private static ImmutableArray<FactSource> Round(Table table, TextSegment cell, string text, List<Block> bullets, FactSource? title)
    {
        var sources = ImmutableArray.CreateBuilder<FactSource>();
        void Add(FactPlace place, TextSpan span)
        {
            if (span.End > span.Start && (span.Start, span.End) != (cell.Start, cell.End) && !sources.Any(s => s.Start == span.Start))
            {
                sources.Add(new FactSource(place, span.Start, Math.Min(span.End, span.Start + LongestSource)));
            }
        }

        sources.Add(new FactSource(FactPlace.Here, cell.Start, cell.End));
        for (var c = 0; c < cell.Column; c++)
        {
            // A merged head cell stands in its first row only.
            for (var r = cell.Row; r >= table.HeaderRows; r--)
            {
                var span = table.CellSpans[r][c];
                if (span.End > span.Start && (c == 0 || !text.AsSpan(span.Start, span.End - span.Start).ContainsAnyInRange('0', '9')))
                {
                    if (r == cell.Row || table.Spans.Any(s => s.Column == c && s.Row == r && s.Row + s.RowSpan > cell.Row))
                    {
                        Add(FactPlace.RowHead, span);
                    }

                    break;
                }
            }
        }

        for (var r = Math.Min(cell.Row, table.HeaderRows) - 1; r >= 0; r--)
        {
            for (var c = Math.Min(cell.Column, table.CellSpans[r].Length - 1); c >= 0; c--)
            {
                var span = table.CellSpans[r][c];
                if (span.End > span.Start)
                {
                    if (c == cell.Column || table.Spans.Any(s => s.Row == r && s.Column == c && s.Column + s.ColumnSpan > cell.Column))
                    {
                        Add(FactPlace.ColumnHead, span);
                    }

                    break;
                }
            }
        }

        if (table.Caption is { Length: > 0 } caption && text.LastIndexOf(caption, Math.Max(0, table.Start - 1), Math.Min(table.Start, 400), StringComparison.Ordinal) is >= 0 and var at)
        {
            Add(FactPlace.Caption, new TextSpan(at, at + caption.Length));
        }

        foreach (var bullet in Enumerable.Reverse(bullets))
        {
            Add(FactPlace.Bullet, new TextSpan(bullet.ContentStart, bullet.End));
        }

        if (title is { } over)
        {
            sources.Add(over);
        }

        // Last, as a wide row would leave no place for the rest.
        for (var c = 0; c < table.CellSpans[cell.Row].Length && cell.Row >= table.HeaderRows; c++)
        {
            Add(FactPlace.Row, table.CellSpans[cell.Row][c]);
        }

        return sources.ToImmutable();
    }
}
