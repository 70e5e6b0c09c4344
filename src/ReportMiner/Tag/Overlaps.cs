using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag;

/// <summary>
/// Settles which of two overlapping items stays. Order of precedence: a name that holds the whole of a date or amount
/// (구글 I/O 2023) wins over it; otherwise dates and amounts win over names; of two names the longer, then the earlier.
/// </summary>
internal static class Overlaps
{
    public static Tags Settle(ImmutableArray<Mention> mentions, ImmutableArray<DateItem> dates, ImmutableArray<Amount> amounts)
    {
        var figures = dates.Cast<ExtractedItem>().Concat(amounts).OrderBy(f => f.Start).ToArray();
        // How far those up to each reach: a figure may lie inside another.
        var reach = new int[figures.Length];
        for (var i = 0; i < figures.Length; i++)
        {
            reach[i] = Math.Max(figures[i].End, i == 0 ? 0 : reach[i - 1]);
        }

        var taken = new SortedList<int, ExtractedItem>();
        foreach (var mention in mentions.OrderByDescending(m => m.End - m.Start).ThenBy(m => m.Start))
        {
            if (!Overlapping(taken, mention).Any() && !CutByFigure(mention))
            {
                taken.Add(mention.Start, mention);
            }
        }

        bool CutByFigure(Mention mention)
        {
            for (var i = TextSpans.First(figures.Length, i => reach[i] > mention.Start); i < figures.Length && figures[i].Start < mention.End; i++)
            {
                if (mention.Start < figures[i].End && !(mention.Start <= figures[i].Start && figures[i].End <= mention.End))
                {
                    return true;
                }
            }

            return false;
        }

        bool Free(ExtractedItem f) => !Overlapping(taken, f).Any();
        return new Tags(
            [.. taken.Values.Cast<Mention>()],
            [.. dates.Where(Free).OrderBy(d => d.Start)],
            [.. amounts.Where(Free).OrderBy(a => a.Start)]);
    }

    private static IEnumerable<ExtractedItem> Overlapping(SortedList<int, ExtractedItem> taken, ExtractedItem item)
    {
        for (var i = TextSpans.First(taken.Count, i => taken.Values[i].End > item.Start); i < taken.Count && taken.Keys[i] < item.End; i++)
        {
            yield return taken.Values[i];
        }
    }
}
