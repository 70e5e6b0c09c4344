using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;

namespace ReportMiner.Review.Events;

/// <summary>Makes the reviewed report: what was rejected is gone, and so are the references to it; everything else stays as it was.</summary>
internal static class ReviewedComposer
{
    /// <param name="ids">The id of each item that is in the report, by its key. Extracted items keep theirs; added ones are numbered on from the highest.</param>
    public static Report Compose(ReviewDraft draft, out Dictionary<string, string> ids)
    {
        ids = Number(draft);
        if (draft.Items.All(i => i.Decision == Decision.Open))
        {
            return draft.Extraction;
        }

        var extraction = draft.Extraction;
        var known = ids;
        ImmutableArray<T> Items<T>(ItemKind kind)
            where T : ExtractedItem =>
            [.. draft.Items.Where(i => i.Kind == kind && !i.Rejected).Select(i => (T)i.Item with { Id = known[i.Key] }).OrderBy(i => i.Start).ThenBy(i => i.End)];
        ImmutableArray<string> Ids(ImmutableArray<string> keys) => [.. keys.Select(k => draft.Find(k)?.Key).OfType<string>().Where(known.ContainsKey).Select(k => known[k])];

        var mentions = Items<Mention>(ItemKind.Mention);
        var amounts = Items<Amount>(ItemKind.Amount);
        ImmutableArray<Fact> facts = [.. Items<Fact>(ItemKind.Fact).Select(f => f with
        {
            Arguments = f.Arguments.ToImmutableSortedDictionary(a => a.Key, a => a.Value.Select(v => Argument(draft, known, v)).ToImmutableArray(), StringComparer.Ordinal),
        })];
        var reviewed = extraction with
        {
            Mentions = mentions,
            Entities = Entities(draft, mentions),
            Dates = Items<DateItem>(ItemKind.Date),
            Amounts = amounts,
            Recommendations = [.. Items<Recommendation>(ItemKind.Recommendation).Select(r => r with { Actors = Ids(r.Actors), Amounts = Ids(r.Amounts) })],
            Facts = facts,
            LeftFigures = Left(extraction, amounts, facts),
        };
        return reviewed with { Diagnostics = Diagnostics(extraction, reviewed) };
    }

    private static Dictionary<string, string> Number(ReviewDraft draft)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in draft.Items.GroupBy(i => i.Kind))
        {
            var letter = LetterOf(kind.Key);
            var next = kind.Select(i => ReviewDraft.NumberOf(letter, i.Key)).Max();
            foreach (var item in kind.Where(i => !i.Rejected))
            {
                ids.Add(item.Key, item.Added ? letter + (++next).ToString() : item.Key);
            }
        }

        return ids;
    }

    private static char LetterOf(ItemKind kind) => kind switch
    {
        ItemKind.Mention => 'm',
        ItemKind.Date => 'd',
        ItemKind.Amount => 'a',
        ItemKind.Recommendation => 'r',
        _ => 'x',
    };

    /// <summary>A filler whose item is gone stays as a phrase; that of an item whose place was set has its words.</summary>
    private static FactArgument Argument(ReviewDraft draft, Dictionary<string, string> ids, FactArgument filler)
    {
        if (draft.Find(filler.Ref) is not { } item || !ids.TryGetValue(item.Key, out var id))
        {
            return filler with { Ref = null };
        }

        return new FactArgument(item.Touched(ItemField.Quote) ? draft.Text.Slice(item.Item.Start, item.Item.End) : filler.Text, id);
    }

    /// <summary>An entity whose mentions are the same stays as it is; the others' forms are counted anew.</summary>
    private static ImmutableArray<Entity> Entities(ReviewDraft draft, ImmutableArray<Mention> mentions)
    {
        var members = mentions.Where(m => m.Entity is not null).ToLookup(m => m.Entity!, StringComparer.Ordinal);
        return
        [
            .. draft.Entities.Where(e => members.Contains(e.Id)).Select(e =>
            {
                ImmutableArray<string> ids = [.. members[e.Id].Select(m => m.Id)];
                return ids.SequenceEqual(e.Mentions) && !ids.Any(id => draft.Find(id)?.Touched(ItemField.Quote) == true) ? e : e with
                {
                    Mentions = ids,
                    Aliases = [.. members[e.Id].Select(m => m.Text).Where(t => t != e.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                };
            }),
        ];
    }

    /// <summary>Contradictions that the review settled are left out, those it brought up are told.</summary>
    private static ImmutableArray<Diagnostic> Diagnostics(Report extraction, Report reviewed)
    {
        static ImmutableArray<Diagnostic> Of(Report report) => Contradictions.Of(new Tags(report.Mentions, report.Dates, report.Amounts), report.Facts, f => f.Page);
        var (before, after) = (Of(extraction), Of(reviewed));
        return [.. extraction.Diagnostics.Where(d => !before.Contains(d) || after.Contains(d)), .. after.Where(d => !before.Contains(d))];
    }

    private static ImmutableArray<LeftFigure> Left(Report extraction, ImmutableArray<Amount> amounts, ImmutableArray<Fact> facts)
    {
        var reasons = extraction.LeftFigures.ToDictionary(l => l.Amount, l => l.Reason, StringComparer.Ordinal);
        var used = facts.SelectMany(f => f.Arguments.Values).SelectMany(v => v).Select(v => v.Ref).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. amounts.Where(a => !used.Contains(a.Id)).Select(a => new LeftFigure(
                a.Id,
                reasons.TryGetValue(a.Id, out var reason) ? reason : a.Vague ? FigureReason.Vague : a.Kind == AmountKind.Rank ? FigureReason.ExcludedKind : FigureReason.NoFact)),
        ];
    }
}
