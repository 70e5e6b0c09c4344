using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Documents;

namespace ReportMiner.Review;

/// <summary>Writes the report's text, block by block, in chunks (pages where there are any) that a browser lays out only when they come into sight.</summary>
internal sealed class ReviewText
{
    private const int BlocksAChunk = 40;
    private const double LowConfidence = 0.6;
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789,.%~+-△▲() ");
    private readonly HtmlWriter _html;
    private readonly Report _report;
    private readonly Utf16Offsets _offsets;
    private readonly Highlighter _highlighter;
    private readonly ILookup<int, Footnote> _notes;
    private readonly ILookup<int, Table> _tables;
    private readonly ImmutableArray<ReviewItem> _statements;
    private int _statement;

    public ReviewText(HtmlWriter html, Report report, Utf16Offsets offsets, ImmutableArray<ReviewItem> items)
    {
        (_html, _report, _offsets) = (html, report, offsets);
        _highlighter = new Highlighter(html, report.Text, [.. MarkersAndNotes(), .. items.Select(Mark)]);
        _notes = report.Footnotes.ToLookup(n => n.Start);
        _tables = report.Tables.ToLookup(t => t.Start);
        _statements = [.. items.Where(i => string.Equals(i.Kind, "RECOMMENDATION", StringComparison.Ordinal))];
    }

    public void Write()
    {
        var written = 0;
        foreach (var chunk in Chunks())
        {
            var size = Math.Clamp(chunk.Sum(b => b.End - b.Start) / 300, 1, 9);
            _html.Write($"<section class=\"chunk size-{size}\">\n");
            if (PageOf(chunk[0]) is { } page)
            {
                _html.Write($"<h2 class=\"page\" id=\"page-{page.Number}\"><span>p. {page.Number}</span></h2>\n");
            }

            foreach (var block in chunk)
            {
                var (start, end) = (_offsets[block.Start], _offsets[block.End]);
                // Nothing of the text goes unseen, were there characters outside every block.
                Gap(written, start);
                WriteBlock(block, Math.Max(start, written), end);
                written = Math.Max(written, end);
            }

            _html.Write($"</section>\n");
        }

        Gap(written, _report.Text.Length);
    }

    /// <summary>Id of the first block at or after an offset, which the outline links to.</summary>
    public static string? BlockAt(Report report, int start)
    {
        var first = TextSpans.First(report.Blocks.Length, i => report.Blocks[i].Start >= start);
        return first < report.Blocks.Length ? report.Blocks[first].Id : null;
    }

    private IEnumerable<List<Block>> Chunks()
    {
        var chunk = new List<Block>();
        foreach (var block in _report.Blocks)
        {
            if (chunk.Count > 0 && (_report.Pages.IsEmpty ? chunk.Count == BlocksAChunk : PageOf(block)?.Number != PageOf(chunk[0])?.Number))
            {
                yield return chunk;
                chunk = [];
            }

            chunk.Add(block);
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>The last page that begins at or before the block: a block that goes over a page's end stays where it began.</summary>
    private Page? PageOf(Block block)
    {
        var next = TextSpans.First(_report.Pages.Length, i => _report.Pages[i].Start > block.Start);
        return next == 0 ? null : _report.Pages[next - 1];
    }

    private void Gap(int start, int end)
    {
        if (end > start && !string.IsNullOrWhiteSpace(_report.Text[start..end]))
        {
            _html.Write($"<p class=\"b\">");
            _highlighter.Write(start, end);
            _html.Write($"</p>\n");
        }
    }

    private void WriteBlock(Block block, int start, int end)
    {
        var kind = block.Kind.ToString().ToLowerInvariant();
        var level = Math.Clamp(block.Level, 1, 6);
        var tag = block.Kind switch
        {
            BlockKind.Heading => "h" + Math.Min(level + 1, 6).ToString(CultureInfo.InvariantCulture),
            BlockKind.Table => "div",
            BlockKind.Quote => "blockquote",
            BlockKind.Footnote => "aside",
            _ => "p",
        };
        _html.Write($"<{tag} class=\"b {kind} level-{level}{(HoldsStatement(start, end) ? " stated" : string.Empty)}\" id=\"{block.Id}\">");
        foreach (var note in _notes[block.Start])
        {
            _html.Write($"<a class=\"anchor\" id=\"{note.Id}\"></a>");
        }

        if (block.Kind == BlockKind.Table)
        {
            WriteTable(start, end, _tables[block.Start].FirstOrDefault()?.HeaderRows ?? 0);
        }
        else
        {
            _highlighter.Write(start, end);
        }

        foreach (var note in _notes[block.Start])
        {
            for (var i = 0; i < note.References.Length; i++)
            {
                _html.Write($" <a class=\"back\" href=\"#{note.Id}-{i + 1}\" aria-label=\"↩ {note.Marker}\">↩</a>");
            }
        }

        _html.Write($"</{tag}>\n");
    }

    /// <summary>A table's block has its cells parted by tabs and its rows by line feeds, so the text itself gives each cell's place.</summary>
    private void WriteTable(int start, int end, int headerRows)
    {
        _html.Write($"<table>");
        for (var row = 0; start <= end; row++)
        {
            var rowEnd = EndOf('\n', start, end);
            _html.Write($"<tr>");
            while (start <= rowEnd)
            {
                var cellEnd = EndOf('\t', start, rowEnd);
                var tag = row < headerRows ? "th" : "td";
                _html.Write($"<{tag}{(IsNumber(start, cellEnd) ? " class=number" : string.Empty)}>");
                _highlighter.Write(start, cellEnd);
                _html.Write($"</{tag}>");
                start = cellEnd + 1;
            }

            _html.Write($"</tr>\n");
        }

        _html.Write($"</table>");
    }

    private int EndOf(char separator, int start, int end)
    {
        var found = start < end ? _report.Text.IndexOf(separator, start, end - start) : -1;
        return found < 0 ? end : found;
    }

    private bool IsNumber(int start, int end)
    {
        var text = _report.Text.AsSpan(start, end - start).Trim();
        return text.Length > 0 && text.IndexOfAnyExcept(OfNumbers) < 0;
    }

    private bool HoldsStatement(int start, int end)
    {
        while (_statement < _statements.Length && _statements[_statement].End <= start)
        {
            _statement++;
        }

        return _statement < _statements.Length && _statements[_statement].Start < end;
    }

    private static Highlight Mark(ReviewItem item)
    {
        var low = item.Confidence < LowConfidence ? " low" : string.Empty;
        var tag = item.Kind is "RECOMMENDATION" or "FACT" ? "span" : "mark";
        return new Highlight(item.Start, item.End, tag, $"i {item.Kind}{low}", item.Id, Anchor: item.Id);
    }

    private IEnumerable<Highlight> MarkersAndNotes()
    {
        foreach (var block in _report.Blocks.Where(b => b.Marker is { Length: > 0 }))
        {
            var start = _offsets[block.Start];
            if (string.CompareOrdinal(_report.Text, start, block.Marker, 0, block.Marker!.Length) == 0)
            {
                yield return new Highlight(start, start + block.Marker.Length, "span", "marker");
            }
        }

        foreach (var note in _report.Footnotes)
        {
            for (var i = 0; i < note.References.Length; i++)
            {
                var (start, end) = note.References[i];
                yield return new Highlight(_offsets[start], _offsets[end], "a", "ref", Target: note.Id, Anchor: $"{note.Id}-{(i + 1).ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }
}
