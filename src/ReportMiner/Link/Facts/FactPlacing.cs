using System.Runtime.CompilerServices;
using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>How something stands to an anchor in the same statement, as coarsely as the classifiers see it.</summary>
/// <param name="Kind">The type of fact and the sort of filler.</param>
/// <param name="Ahead">Whether it stands behind the anchor in the text.</param>
/// <param name="Between">What stands between them, if little does.</param>
/// <param name="Others">How many of its sort stand between them.</param>
/// <param name="Clauses">How many ends of clauses stand between them.</param>
/// <param name="Last">Of a date, whether it is the last before the anchor; null for what is none.</param>
internal readonly record struct FactPlacing(uint Kind, bool Ahead, uint Distance, uint Marks, string? Between, uint Others, uint Clauses, bool? Last)
{
    private const int Little = 8;
    private const int Most = 3;

    /// <summary>Null for what stands in another text than the anchor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FactPlacing? Of(FactReading reading, FactAnchor anchor, uint kind, Filler filler)
    {
        if (filler.Source.Place != FactPlace.Here)
        {
            return null;
        }

        var ahead = filler.Start >= anchor.End;
        var (from, to) = ahead ? (anchor.End, filler.Start) : (Math.Min(filler.End, anchor.Start), anchor.Start);
        var between = reading.Text.AsSpan(from, to - from);
        return new FactPlacing(
            kind,
            ahead,
            (uint)Math.Min(12, between.Length / 4),
            MarksIn(between),
            between.Length <= Little ? between.ToString() : null,
            OthersIn(reading, filler, ahead ? from : filler.End, to),
            ClausesIn(reading, filler.Source, from, to),
            filler.Date is { } date ? date.Start < anchor.Start && TextSpans.Count(reading.Tags.Dates, date.End, anchor.Start, 1) == 0 : null);
    }

    private static uint OthersIn(FactReading reading, Filler filler, int from, int to)
    {
        var between = filler.Date is not null ? TextSpans.Count(reading.Tags.Dates, from, to, Most)
            : filler.Mention is { } mention ? TextSpans.Within(reading.Tags.Mentions, from, to).Where(o => o.Type == mention.Type).Take(Most).Count()
            : TextSpans.Count(reading.Tags.Amounts, from, to, Most);
        return (uint)between;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint MarksIn(ReadOnlySpan<char> between)
    {
        var marks = 0u;
        for (var at = between.IndexOfAny(",();"); at >= 0 && marks < Most; at = between.IndexOfAny(",();"))
        {
            marks++;
            between = between[(at + 1)..];
        }

        return marks;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint ClausesIn(FactReading reading, FactSource here, int from, int to)
    {
        var between = reading.Text.AsSpan(from, to - from);
        uint Ends(ReadOnlySpan<char> word) => reading.Rules.EndsClause(word.TrimEnd(",.")) ? 1u : 0;
        var (first, last) = (between.IndexOf(' '), between.LastIndexOf(' '));
        if (first < 0)
        {
            return Ends(between);
        }

        // The first and the last word may be pieces; those between are whole.
        var clauses = Ends(between[..first]) + Ends(between[(last + 1)..]);
        var ends = reading.ClauseEnds(here);
        for (var i = TextSpans.First(ends.Count, e => ends[e] > from + first); i < ends.Count && ends[i] <= from + last && clauses < Most; i++)
        {
            clauses++;
        }

        return clauses;
    }
}
