namespace ReportMiner.Review.Events;

/// <summary>
/// Finds in this text the words that an event quotes from another. Every occurrence of the quote is looked at; how well one
/// agrees is the number of characters just before and just after it that are those the event recorded. The best is taken.
/// Where several are equally good and there were as many before, it is the one of the same number among them; otherwise the
/// place is ambiguous. A short quote without enough of its context is another's: it is gone.
/// </summary>
internal sealed class PlaceFinder(PointText text)
{
    /// <summary>So many agreeing characters of context tell that it is the place.</summary>
    private const int Enough = 8;

    /// <summary>A quote of this length needs no context.</summary>
    private const int TellsItself = 24;

    /// <summary>Offset in code points of the first character of the quote; null if it is gone.</summary>
    /// <exception cref="EventRefusedException">Two places are equally good.</exception>
    public int? Find(EventBase seen)
    {
        var best = new List<int>();
        var most = -1;
        foreach (var at in text.Find(seen.Quote))
        {
            var agreed = Agreed(seen, text.Utf16At(at));
            if (agreed > most)
            {
                best.Clear();
                most = agreed;
            }

            if (agreed == most)
            {
                best.Add(at);
            }
        }

        if (best.Count == 0 || (most < Math.Min(Enough, seen.Before.Length + seen.After.Length) && seen.Quote.Length < TellsItself))
        {
            return null;
        }

        return best.Count == 1 ? best[0]
            : best.Count == seen.Occurrences && seen.Occurrence >= 1 && seen.Occurrence <= best.Count ? best[seen.Occurrence - 1]
            : throw new EventRefusedException(ConflictReason.Ambiguous, $"“{seen.Quote}”이(가) 똑같이 맞는 곳이 여럿입니다", $"“{seen.Quote}” fits several places equally well");
    }

    private int Agreed(EventBase seen, int at)
    {
        var before = 0;
        while (before < seen.Before.Length && before < at && text.Text[at - 1 - before] == seen.Before[^(before + 1)])
        {
            before++;
        }

        return before + text.Text.AsSpan(at + seen.Quote.Length).CommonPrefixLength(seen.After);
    }
}
