using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>
/// Gives blocks their kind, and headings and list items their depth. The order of marker kinds is learned from the
/// report: a kind that is already open is a sibling of that heading, a new kind opens a level below, unless custom
/// ranks it higher (제1장 over 1.).
/// </summary>
internal sealed class Outline(StructureRules rules, HeadingLooks looks, BlockRoleModel? model)
{
    // 요약, 참고문헌 stand beside the report's chapters.
    private const double BareRank = 2;

    /// <summary>A cover has few lines, and a report with one has more pages than an excerpt.</summary>
    private const int CoverLines = 14;
    private const int FewestPages = 4;

    /// <summary>A file without pages that has a cover has more blocks than this.</summary>
    private const int FewestBlocks = 30;

    /// <summary>The blocks on which the rules' word is not final, and their features.</summary>
    public IEnumerable<(Draft Draft, Feature[] Features)> Doubts(List<Draft> drafts, bool markdown)
    {
        var judge = new HeadingJudge(rules, looks, drafts, markdown);
        var alike = new AlikeBlocks(drafts);
        return Enumerable.Range(0, drafts.Count).Where(i => BlockRoleModel.IsDoubtful(drafts[i])).Select(i => (drafts[i], BlockRoleModel.Features(drafts, i, judge.IsHeading(i), drafts[i].First.BoldAll, alike)));
    }

    public void Apply(List<Draft> drafts, bool markdown)
    {
        var judge = new HeadingJudge(rules, looks, drafts, markdown);
        var alike = new AlikeBlocks(drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            draft.Kind = draft.Role switch
            {
                LineRole.Note => BlockKind.Footnote,
                LineRole.Caption => BlockKind.Caption,
                LineRole.Source => BlockKind.Source,
                LineRole.Toc => BlockKind.Toc,
                LineRole.TableRow when IsTitleBox(draft) => BlockKind.Heading,
                LineRole.TableRow => BlockKind.Table,
                LineRole.Star => BlockKind.ListItem,
                _ when judge.IsHeading(i) => BlockKind.Heading,
                _ when model is not null && BlockRoleModel.IsDoubtful(draft) => model.Decide(BlockRoleModel.Features(drafts, i, ruled: false, draft.First.BoldAll, alike)) switch
                {
                    BlockRoleModel.Heading => BlockKind.Heading,
                    BlockRoleModel.Caption => BlockKind.Caption,
                    _ => Unmarked(draft),
                },
                _ => Unmarked(draft),
            };
        }

        SetCoverApart(drafts);
        SetLevels(drafts);
    }

    /// <summary>What a block is that is no heading.</summary>
    private static BlockKind Unmarked(Draft draft) => draft.Role switch
    {
        LineRole.Marked when draft.Family?.Id == "remark" => BlockKind.Note,
        LineRole.Marked => BlockKind.ListItem,
        _ => BlockKind.Paragraph,
    };

    /// <summary>A box drawn as a table of one row that holds a number and a title.</summary>
    private static bool IsTitleBox(Draft draft)
    {
        var cells = draft.First.Source.Cells;
        return draft.Lines.Count == 1 && cells.Length is 2 or 3 && draft.Family?.Id is "number" or "roman" or "box" &&
            cells[^1].End - cells[^1].Start is > 1 and < HeadingJudge.TitleLength &&
            draft.First.Source.Text[cells[0].Start..cells[0].End].Trim().Length <= 6;
    }

    /// <summary>
    /// The report's title, publisher and date in large print name no part of it: they are what a cover page holds, or
    /// what stands over the first text of the first page in print that no heading has.
    /// </summary>
    private static void SetCoverApart(List<Draft> drafts)
    {
        if (drafts.Count == 0 || !drafts[0].First.Source.IsSet)
        {
            return;
        }

        var page = drafts[0].First.Source.Page;
        if (page > 0 ? drafts[^1].Last.Source.Page < FewestPages : drafts.Count < FewestBlocks || !drafts.Skip(1).Any(d => d.First.OpensPage))
        {
            return;
        }

        var first = drafts.TakeWhile((d, i) => d.First.Source.Page == page && (page > 0 || i == 0 || !d.First.OpensPage)).ToList();
        var cover = first.Sum(d => d.Lines.Count) <= CoverLines && !first.Exists(d => d.Family is not null);
        var sizes = drafts.Skip(first.Count).Where(d => d.Kind == BlockKind.Heading).Select(d => Math.Round(d.First.Source.FontSize)).ToHashSet();
        foreach (var draft in first)
        {
            if (draft.Kind == BlockKind.Heading && draft.Family is null && draft.First.Source.Hint != LineHint.Heading && (cover || !sizes.Contains(Math.Round(draft.First.Source.FontSize))))
            {
                draft.Kind = BlockKind.Paragraph;
            }
            else if (!cover && (draft.Kind == BlockKind.Heading || draft.Lines.Count > 2))
            {
                return;
            }
        }
    }

    private void SetLevels(List<Draft> drafts)
    {
        var headings = new HeadingStack();
        var items = new List<(string Kind, int Order)>();
        foreach (var draft in drafts)
        {
            if (draft.Kind == BlockKind.Heading)
            {
                draft.Level = headings.Open(KindOf(draft), RankOf(draft), NumberOf(draft), IsBareTitle(draft) && rules.LeafTitle.IsMatch(draft.First.Text), draft.First.Bookmark?.Depth);
                items.Clear();
            }
            else if (draft.Kind is BlockKind.ListItem or BlockKind.Note)
            {
                draft.Level = Open(items, draft);
            }
            else if (draft.Kind is BlockKind.Paragraph && draft.Lines.Count > 1)
            {
                items.Clear();
            }
        }
    }

    private static int Open(List<(string Kind, int Order)> open, Draft draft)
    {
        var indent = !draft.First.Source.IsSet && draft.Family?.Id == "dash" ? Indent(draft.First.Source.Text) : 0;
        var order = (draft.Family?.Order ?? 100) + (indent * 100);
        var kind = (draft.Family?.Id ?? draft.Marker ?? "") + indent;
        open.RemoveAll(e => e.Order >= order && e.Kind != kind);
        var at = open.FindIndex(e => e.Kind == kind);
        if (at < 0)
        {
            open.Add((kind, order));
            return open.Count;
        }

        open.RemoveRange(at + 1, open.Count - at - 1);
        return at + 1;
    }

    private bool IsBareTitle(Draft draft) => draft.Family is null && rules.BareTitle.IsMatch(draft.First.Text);

    private double? RankOf(Draft draft) =>
        draft.Family is { Id: "decimal", Rank: { } rank } ? rank + (0.1 * HeadingJudge.Depth(draft)) : draft.Family is { } family ? family.Rank : IsBareTitle(draft) ? BareRank : null;

    private string KindOf(Draft draft) => draft.Family is not null ? (draft.Family.Id == "decimal" ? HeadingJudge.Sign(draft) : draft.Family.Id)
        : IsBareTitle(draft) ? "bare"
        : draft.First.Source.Hint == LineHint.Heading ? "#" + draft.First.Source.HintLevel
        : draft.Role == LineRole.Heading ? "size" + Math.Round(draft.First.Source.FontSize)
        : "bold";

    /// <summary>The count of a marker among its siblings: 3 of 제3장, 다. and (3); 0 where it has none.</summary>
    private int NumberOf(Draft draft)
    {
        var marker = draft.Marker ?? "";
        for (var i = marker.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(marker[i]))
            {
                var start = i;
                while (start > 0 && char.IsAsciiDigit(marker[start - 1]))
                {
                    start--;
                }

                return int.Parse(marker.AsSpan(start, i - start + 1), System.Globalization.CultureInfo.InvariantCulture);
            }

            if (rules.Ordinals.TryGetValue(marker[i], out var number))
            {
                return number;
            }
        }

        return 0;
    }

    private static int Indent(string text)
    {
        var indent = 0;
        foreach (var c in text)
        {
            if (c is not (' ' or '\t'))
            {
                break;
            }

            indent += c == '\t' ? 2 : 1;
        }

        return indent / 2;
    }
}
