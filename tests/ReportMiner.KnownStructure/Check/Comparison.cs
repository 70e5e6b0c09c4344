using System.Globalization;
using System.Text.RegularExpressions;
using ReportMiner.KnownStructure.Truth;

namespace ReportMiner.KnownStructure.Check;

/// <summary>Compares what ReportMiner found in one report with its truth.</summary>
internal sealed partial class Comparison
{
    private readonly Dictionary<Measure, Score> _scores = [];
    private readonly List<Miss> _misses = [];

    private Comparison()
    {
    }

    public IReadOnlyDictionary<Measure, Score> Scores => _scores;

    public IReadOnlyList<Miss> Misses => _misses;

    public static Comparison Of(KnownTruth truth, Prediction found)
    {
        var comparison = new Comparison();
        comparison.Headings(truth, found);
        comparison.Items(truth, found);
        comparison.Paragraphs(truth, found);
        comparison.Notes(truth, found);
        comparison.Figures(truth, found);
        comparison.Leaks(truth, found);
        TableComparison.Compare(truth, found, comparison.Count, comparison.Extra);
        return comparison;
    }

    private void Headings(KnownTruth truth, Prediction found)
    {
        // The cover's lines may stand as headings or not.
        var cover = truth.Cover.Select(Fold.Bare).ToHashSet(StringComparer.Ordinal);
        var keys = truth.Headings.Select(h => Fold.Bare(h.Title)).ToHashSet(StringComparer.Ordinal);
        var sections = found.Sections.Where(s => keys.Contains(Fold.Bare(s.Title)) || !cover.Contains(Fold.Bare(s.Title))).ToList();
        var pairs = Alignment.Pair([.. truth.Headings.Select(h => Fold.Bare(h.Title))], [.. sections.Select(s => Fold.Bare(s.Title))]);
        for (var i = 0; i < pairs.Length; i++)
        {
            var heading = truth.Headings[i];
            var section = pairs[i] < 0 ? null : sections[pairs[i]];
            Count(Measure.Headings, section?.Level == heading.Level, section is not null, $"{heading.Level} {heading.Number} {heading.Title}", section is null ? null : $"level {section.Level} {section.Number}");
            Count(Measure.HeadingNumbers, section is not null && section.Number == heading.Number, section is not null, $"{heading.Number} {heading.Title}", section?.Number ?? "(none)");
        }

        foreach (var extra in sections.Where((_, j) => !pairs.Contains(j)))
        {
            Extra(Measure.Headings, $"{extra.Level} {extra.Number} {extra.Title}");
        }
    }

    private void Items(KnownTruth truth, Prediction found)
    {
        var blocks = found.Blocks.Where(b => b.Kind is "listItem" or "note" or "paragraph" or "heading" or "footnote" or "source").ToList();
        var keys = blocks.Select(b => Content(b)).ToList();
        var pairs = Alignment.Pair([.. truth.Items.Select(i => Fold.Bare(i.Text))], [.. keys.Select(Fold.Bare)]);
        for (var i = 0; i < pairs.Length; i++)
        {
            var item = truth.Items[i];
            var block = pairs[i] < 0 ? null : blocks[pairs[i]];
            var right = block is not null && block.Kind == item.Kind && (item.Kind == "note" || (block.Level == item.Depth && block.Marker == item.Marker));
            Count(Measure.Bullets, right, block?.Kind is "listItem" or "note", $"{item.Kind} {item.Depth} {item.Marker} {item.Text}", block is null ? Nearest(item.Text, found) : $"{block.Kind} {block.Level} {block.Marker}");
            Count(Measure.BulletSpacing, right && Fold.Spaces(keys[pairs[i]]) == Fold.Spaces(item.Text), block is not null, item.Text, block?.Text);
            if (item.Head is not null || block?.Head is not null)
            {
                Count(Measure.BulletHeads, right && block!.Head is not null && Fold.Spaces(block.Head) == item.Head, block?.Head is not null, item.Head ?? "(none)", block?.Head);
            }
        }

        var known = truth.Cover.Concat(truth.Headings.Select(h => h.Title)).Select(Fold.Bare).ToHashSet(StringComparer.Ordinal);
        foreach (var extra in blocks.Where((b, j) => b.Kind == "listItem" && !pairs.Contains(j) && !known.Contains(Fold.Bare(keys[j]))))
        {
            Extra(Measure.Bullets, $"{extra.Level} {extra.Text}");
        }
    }

    private void Paragraphs(KnownTruth truth, Prediction found)
    {
        var blocks = found.Blocks.Where(b => b.Kind == "paragraph").ToList();
        var pairs = Alignment.Pair([.. truth.Paragraphs.Select(p => Fold.Bare(p.Text))], [.. blocks.Select(b => Fold.Bare(b.Text))]);
        for (var i = 0; i < pairs.Length; i++)
        {
            var text = truth.Paragraphs[i].Text;
            var block = pairs[i] < 0 ? null : blocks[pairs[i]];
            Count(Measure.Paragraphs, block is not null, false, text, block is null ? Nearest(text, found) : null);
            Count(Measure.ParagraphSpacing, block is not null && Fold.Spaces(block.Text) == Fold.Spaces(text), false, text, block?.Text);
        }
    }

    private void Notes(KnownTruth truth, Prediction found)
    {
        var left = found.Footnotes.ToList();
        foreach (var note in truth.Footnotes)
        {
            var match = left.Find(n => n.Marker == note.Marker && Fold.Bare(n.Text) == Fold.Bare(note.Text)
                && References(n).SequenceEqual(note.References.Select(Fold.Bare).Order(StringComparer.Ordinal), StringComparer.Ordinal))
                ?? left.Find(n => n.Marker == note.Marker && Fold.Bare(n.Text) == Fold.Bare(note.Text));
            if (match is not null)
            {
                left.Remove(match);
            }

            var near = match ?? left.Find(n => n.Marker == note.Marker && Fold.Bare(n.Text).StartsWith(Fold.Bare(note.Text)[..Math.Min(8, Fold.Bare(note.Text).Length)], StringComparison.Ordinal));
            Count(Measure.Footnotes, match is not null, false, $"{note.Marker}) {note.Text}", near?.Text ?? Nearest(note.Text, found));
            Count(Measure.FootnoteSpacing, match is not null && Fold.Spaces(match.Text) == Fold.Spaces(note.Text), false, $"{note.Marker}) {note.Text}", match?.Text);
            var linked = match is not null && References(match).SequenceEqual(note.References.Select(Fold.Bare).Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Count(Measure.FootnoteReferences, linked, false, $"{note.Marker}) {string.Join(" | ", note.References)}", match is null ? "(note not found)" : string.Join(" | ", References(match)));
        }

        foreach (var extra in left)
        {
            Extra(Measure.Footnotes, $"{extra.Marker}) {extra.Text}");
        }
    }

    private void Figures(KnownTruth truth, Prediction found)
    {
        foreach (var figure in truth.Figures)
        {
            var match = found.Figures.FirstOrDefault(f => Fold.Bare(f.Label) == Fold.Bare(figure.Label) && Fold.Bare(f.Caption) == Fold.Bare(figure.Caption));
            Count(Measure.Figures, match is not null, false, $"[{figure.Label}] {figure.Caption}", null);
        }
    }

    private void Leaks(KnownTruth truth, Prediction found)
    {
        var body = string.Concat(found.Blocks.Where(b => b.Kind != "toc").Select(b => Fold.Bare(b.Text) + "\n"));
        foreach (var head in truth.Furniture)
        {
            // The cover may say it once more.
            var word = Fold.Bare(head.Text);
            var said = body.Split(word).Length - 1;
            var allowed = head.InBody + truth.Cover.Count(c => Fold.Bare(c).Contains(word, StringComparison.Ordinal));
            for (var i = allowed; i < said; i++)
            {
                Extra(Measure.Leaks, head.Text);
            }
        }

        foreach (var block in found.Blocks.Where(b => b.Kind != "table" && PageNumber().Match(b.Text.Trim()) is { Success: true } m && int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) <= found.Pages))
        {
            Extra(Measure.Leaks, block.Text);
        }

        _scores.TryAdd(Measure.Leaks, default);
    }

    /// <summary>The words before a note's markers, other markers taken off the end.</summary>
    private static IEnumerable<string> References(FoundNote note) =>
        note.Before.Select(LastWord).Order(StringComparer.Ordinal);

    private static string LastWord(string before)
    {
        var word = Fold.Spaces(before);
        word = word[(word.LastIndexOf(' ') + 1)..];
        return MarkersAtEnd().Replace(word, "");
    }

    private static string Content(FoundBlock block)
    {
        var text = block.Text.TrimStart();
        if (block.Marker is { Length: > 0 } marker && text.StartsWith(marker, StringComparison.Ordinal))
        {
            text = text[marker.Length..].TrimStart('.', ' ', '\t');
        }

        return text;
    }

    private static string? Nearest(string text, Prediction found)
    {
        var start = Fold.Bare(text);
        start = start[..Math.Min(9, start.Length)];
        var near = found.Blocks.FirstOrDefault(b => Fold.Bare(b.Text).Contains(start, StringComparison.Ordinal));
        return near is null ? null : $"{near.Kind} {near.Level}: {near.Text}";
    }

    private void Count(Measure measure, bool right, bool found, string truth, string? instead)
    {
        _scores[measure] = _scores.GetValueOrDefault(measure) + new Score(1, right ? 1 : 0, right || !found ? 0 : 1);
        if (!right)
        {
            _misses.Add(new Miss(measure, truth, instead));
        }
    }

    private void Extra(Measure measure, string text)
    {
        _scores[measure] = _scores.GetValueOrDefault(measure) + new Score(0, 0, 1);
        _misses.Add(new Miss(measure, null, text));
    }

    [GeneratedRegex(@"(?:\d{1,3}\)?,?)+$|(?<=[^*])\*+$")]
    private static partial Regex MarkersAtEnd();

    [GeneratedRegex(@"^(?:-\s*)?(\d{1,3})(?:\s*-)?$")]
    private static partial Regex PageNumber();
}
