using ReportMiner.Documents;

namespace ReportMiner.Tag.Dates;

/// <summary>Finds the year over a cell that only says 상 or 하: schedules put two halves under each year's cell.</summary>
internal static class HeaderYears
{
    /// <summary>Offset of the cell with the year, or null if the date is none of a schedule's halves.</summary>
    public static int? CellOver(string text, TextSegment segment, DateExpression date)
    {
        if (segment.Table is not { } table || segment.Row == 0 || date.First is not { Half: not null, Year: null, Term: null })
        {
            return null;
        }

        // Cells that span two columns are listed once or twice, so years are told by what they print, in order.
        var row = table.CellSpans[segment.Row];
        var halves = row.Take(segment.Column + 1).Count(c => IsHalf(text, c)) - 1;
        var years = table.CellSpans[segment.Row - 1].Where(c => IsYear(text, c))
            .DistinctBy(c => text[c.Start..c.End].Trim(), StringComparer.Ordinal).ToList();
        return row.Count(c => IsHalf(text, c)) == 2 * years.Count && halves >= 0 ? years[halves / 2].Start : null;
    }

    private static bool IsHalf(string text, TextSpan cell) => text.AsSpan(cell.Start, cell.End - cell.Start).Trim() is "상" or "하" or "상반기" or "하반기" or "上" or "下";

    private static bool IsYear(string text, TextSpan cell)
    {
        var digits = text.AsSpan(cell.Start, cell.End - cell.Start).Trim().Trim("년'’‘");
        return digits.Length is 2 or 4 && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
