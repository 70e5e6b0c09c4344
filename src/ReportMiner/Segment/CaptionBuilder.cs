using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Makes tables and figures of the table blocks and the captions beside them.</summary>
internal sealed partial class CaptionBuilder(StructureRules rules)
{
    private const int Reach = 2;
    private const int SourceReach = 12;
    private const double Certain = 0.95;
    private const double Likely = 0.8;

    public (ImmutableArray<Table> Tables, ImmutableArray<Figure> Figures) Build(string text, List<Draft> drafts, ImmutableArray<Footnote> notes)
    {
        var captions = new Dictionary<Draft, (string? Label, TextSpan Title)>();
        var tables = new List<Table>();
        var figures = new List<Figure>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Kind != BlockKind.Caption)
            {
                continue;
            }

            var (label, title) = Read(text, drafts[i], notes);
            // The page's notes may come between a caption and its table.
            var table = drafts.Skip(i + 1).Where(d => d.Kind != BlockKind.Footnote).Take(Reach).FirstOrDefault(d => d.Kind == BlockKind.Table && !captions.ContainsKey(d));
            var isTable = label is null ? table is not null : rules.TableLabel.IsMatch(label);
            if (isTable && table is not null)
            {
                captions[table] = (label, title);
            }
            else if (isTable)
            {
                // The caption of a table whose grid was not recognized: rows stay empty.
                tables.Add(new Table { Id = "", Label = label, Caption = text[title.Start..title.End], Rows = [], Start = title.Start, End = title.End, Confidence = Likely, Source = "rule:caption" });
            }
            else
            {
                figures.Add(new Figure { Id = "", Label = label, Caption = text[title.Start..title.End], Start = title.Start, End = title.End, Confidence = label is null ? Likely : Certain, Source = "rule:caption" });
            }
        }

        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Kind != BlockKind.Table)
            {
                continue;
            }

            var caption = captions.TryGetValue(draft, out var c) ? c : default;
            ImmutableArray<ImmutableArray<TextSpan>> cells = [.. draft.Cells.Select(r => r.ToImmutableArray())];
            ImmutableArray<ImmutableArray<string>> rows = [.. cells.Select(r => r.Select(s => text[s.Start..s.End]).ToImmutableArray())];
            tables.Add(new Table
            {
                Id = "",
                Label = caption.Label,
                Caption = caption.Title.End > 0 ? text[caption.Title.Start..caption.Title.End] : null,
                HeaderRows = draft.Table!.HeaderRows ?? HeaderRows(rows, draft.Table.Spans),
                Spans = [.. draft.Table.Spans.OrderBy(s => s.Row).ThenBy(s => s.Column)],
                Rows = rows,
                CellSpans = cells,
                Unit = UnitOf(text, drafts, i, rows),
                SourceLine = SourceUnder(text, drafts, i),
                Start = draft.Start,
                End = draft.End,
                Confidence = draft.First.Source.Cells.IsEmpty && draft.First.Source.Table is null ? Likely : Certain,
                Source = draft.First.Source.Table is null ? "rule:table-rows" : "rule:table-grid",
            });
        }

        return ([.. tables.OrderBy(t => t.Start).Select((t, i) => t with { Id = "t" + (i + 1) })],
            [.. figures.OrderBy(f => f.Start).Select((f, i) => f with { Id = "f" + (i + 1) })]);
    }

    /// <summary>The unit stated just over the table, in its caption, in its first row or just under it.</summary>
    private string? UnitOf(string text, List<Draft> drafts, int at, ImmutableArray<ImmutableArray<string>> rows)
    {
        var near = drafts.Take(Math.Max(0, at - Reach)..at).Reverse().TakeWhile(d => d.Kind is BlockKind.Caption or BlockKind.Paragraph && d.Lines.Count == 1)
            .Concat(drafts.Skip(at + 1).Take(1).Where(d => rules.UnitLine.IsMatch(d.First.Text)))
            .Select(d => text[d.Start..d.End]);
        return near.Concat(rows.Take(1).SelectMany(r => r)).Select(t => rules.TableUnit.Match(t)).FirstOrDefault(m => m.Success)?.Groups["unit"].Value;
    }

    private static string? SourceUnder(string text, List<Draft> drafts, int at)
    {
        // Notes at the page's foot may come between.
        var under = drafts.Skip(at + 1).Take(SourceReach).TakeWhile(d => d.Kind is BlockKind.Source or BlockKind.Footnote or BlockKind.Note or BlockKind.Paragraph && d.Lines.Count <= 2).FirstOrDefault(d => d.Kind == BlockKind.Source);
        return under is null ? null : text[under.Start..under.End];
    }

    private (string? Label, TextSpan Title) Read(string text, Draft draft, ImmutableArray<Footnote> notes)
    {
        var line = text[draft.Start..draft.End];
        var match = rules.CaptionLabelled.Match(line);
        match = match.Success ? match : rules.CaptionAngle.Match(line);
        match = match.Success ? match : rules.CaptionBare.Match(line);
        var start = match.Success ? draft.Start + match.Groups["title"].Index : draft.ContentStart;
        var end = match.Success ? start + match.Groups["title"].Length : draft.End;
        foreach (var reference in notes.SelectMany(n => n.References).Where(r => r.End == end))
        {
            end = reference.Start;
        }

        while (text[end - 1] == ' ')
        {
            end--;
        }

        return (match.Groups["label"] is { Success: true } l ? l.Value : null, new TextSpan(start, end));
    }

    // One head row, or as many as its merged cells reach down; over it may stand rows of a single text: a title, a unit.
    private static int HeaderRows(ImmutableArray<ImmutableArray<string>> rows, List<CellSpan> spans)
    {
        var over = rows.TakeWhile(r => r.Count(c => c.Length > 0) == 1 && !r.Any(IsFigure)).Count();
        over = over < rows.Length - 1 ? over : 0;
        if (rows.Length < 2 || rows[over].Any(IsFigure))
        {
            return 0;
        }

        var heads = spans.Where(s => s.Row == over).Select(s => s.RowSpan).Append(1).Max();
        return over + (over + heads < rows.Length && rows.Skip(over).Take(heads).All(r => !r.Any(IsFigure)) ? heads : 1);
    }

    // A year over a column is a head, not a figure.
    private static bool IsFigure(string cell) => cell.Length > 0 && cell.Count(char.IsAsciiDigit) * 2 > cell.Length && !Year().IsMatch(cell);

    [GeneratedRegex(@"^['’‘]?(?:(?:19|20)\d\d|\d\d(?=년))\s?년?", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
