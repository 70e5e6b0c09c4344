using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Truth;

/// <summary>Tells the truth of a report from its parts.</summary>
internal static class TruthTeller
{
    public static KnownTruth Tell(KnownReport report, string renderer)
    {
        var parts = report.Parts;
        var phrases = parts.Select(PhraseOf).OfType<Phrase>().ToList();
        var references = phrases.SelectMany(p => p.References()).ToLookup(r => r.Note.Id, r => r.Before, StringComparer.Ordinal);
        var notes = phrases.SelectMany(p => p.References()).Select(r => r.Note).DistinctBy(n => n.Id);
        var body = string.Concat(phrases.Select(p => p.Plain)).Replace(" ", "", StringComparison.Ordinal);
        return new KnownTruth(
            report.Layout,
            renderer,
            [.. parts.OfType<TitleBlock>().SelectMany(t => new[] { t.Series, t.Title, t.Subtitle, t.Byline }).OfType<string>()],
            [.. new[] { report.RunningHead, report.EvenHead }.OfType<string>().Select(h => new TrueFurniture(h, Count(body, h.Replace(" ", "", StringComparison.Ordinal))))],
            [.. parts.OfType<Heading>().Select(h => new TrueHeading(h.Level, h.Number, h.Title.Plain))],
            [.. parts.OfType<Item>().Select(i => new TrueItem(i.Remark ? "note" : "listItem", i.Marker, i.Depth, i.Head, i.Text.Printed))],
            [.. parts.OfType<Prose>().Select(p => new TrueParagraph(p.Text.Printed))],
            [.. notes.Select(n => new TrueNote(n.Marker, n.Text, [.. references[n.Id]]))],
            [.. parts.OfType<TableSpec>().Select(Table)],
            [.. parts.OfType<Figure>().Select(f => new TrueFigure(f.Label, f.Caption))]);
    }

    private static TrueTable Table(TableSpec table)
    {
        var (grid, cells) = table.Lay();
        var spans = cells.Where(c => c.Cell.RowSpan > 1 || c.Cell.ColumnSpan > 1)
            .Select(c => new TrueSpan(c.Row, c.Column, c.Cell.RowSpan, c.Cell.ColumnSpan));
        return new TrueTable(table.Label.Length > 0 ? table.Label : null, table.Caption, table.Unit, table.Source, table.HeaderRows, table.Ruled, grid, [.. spans]);
    }

    private static Phrase? PhraseOf(Part part) => part switch
    {
        Heading heading => heading.Title,
        Item item => item.Text,
        Prose prose => prose.Text,
        _ => null,
    };

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
