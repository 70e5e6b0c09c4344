using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Documents;

namespace ReportMiner.Resolve;

/// <summary>Gives calendar expressions their EDTF value by the report's publication date and the dates mentioned before.</summary>
internal static class DateResolver
{
    /// <summary>Resolves the expressions of a report, in reading order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="expressions">What the date tagger found.</param>
    /// <param name="published">The publication date in EDTF, or null if unknown.</param>
    public static ImmutableArray<DateItem> Resolve(SegmentedReport report, ImmutableArray<DateExpression> expressions, string? published)
    {
        var context = new DateContext(report, EdtfDate.Parse(published));
        var items = ImmutableArray.CreateBuilder<DateItem>(expressions.Length);
        var cells = new Dictionary<int, EdtfDate>();
        foreach (var expression in expressions)
        {
            context.MoveTo(expression.Start);
            if (expression.First is { Day: not null, Month: null, Term: null } && expression.Last?.Month is null && context.MentionedHere?.CalendarMonth is null)
            {
                continue; // A bare 25일 is a date only after one that gives the month; otherwise it counts days.
            }

            var heading = expression.First.YearCell is { } cell && cells.TryGetValue(cell, out var over) ? over : (EdtfDate?)null;
            var (first, last) = Values(expression, context, heading);
            if (first is { } date)
            {
                context.Note(date);
                cells[expression.Start] = date;
            }

            items.Add(Item(expression, items.Count + 1, first, last));
        }

        return items.ToImmutable();
    }

    private static DateItem Item(DateExpression e, int number, EdtfDate? first, EdtfDate? last)
    {
        var known = first is not null && (e.Kind != DateKind.Range || last is not null);
        var value = e.Kind switch
        {
            _ when !known => null,
            DateKind.Range => $"{first}/{last}",
            DateKind.Since => $"{first}/..",
            DateKind.Until => $"../{first}",
            _ => first.ToString() + (e.Approximate ? "~" : ""),
        };
        return new DateItem
        {
            Id = "d" + number.ToString(CultureInfo.InvariantCulture),
            Start = e.Start,
            End = e.End,
            Text = e.Text,
            Edtf = value,
            From = known && e.Kind != DateKind.Until ? Day(first!.Value.From) : null,
            Until = known && e.Kind != DateKind.Since ? Day((last ?? first)!.Value.Until) : null,
            Kind = e.Kind,
            Confidence = e.Confidence,
            Source = "rule:" + e.Rule,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (EdtfDate? First, EdtfDate? Last) Values(DateExpression e, DateContext context, EdtfDate? heading)
    {
        if (e.Last is not { } end)
        {
            return (Value(e.First, context, heading), null);
        }

        var begin = Like(e.First, end);
        end = Like(end, begin);
        if (begin.Year is null && begin.Term is null && end.Year is not null)
        {
            // 3월~2023년 5월: the year stands once, at the end.
            var known = Value(end, context, null);
            return (Value(begin, context, known), known);
        }

        var first = Value(begin, context, heading);
        var last = Value(end with { Month = end.Month ?? (end.Day is null ? null : first?.CalendarMonth) }, context, first);
        if (last is { } l && first is { } f && end.Year is null && end.Term is null && l.Until < f.From)
        {
            last = l with { Year = l.Year + 1 }; // ’22.12~3월 runs over the turn of the year.
        }

        return (first, last);
    }

    /// <summary>Gives a bare number the unit of the range's other end: 3~4분기, ’23.1~3.</summary>
    private static CalendarFields Like(CalendarFields bare, CalendarFields other) => bare.Number is not { } n ? bare
        : other.Day is not null ? bare with { Day = n, Month = bare.Month ?? other.Month }
        : other.Month is not null ? bare with { Month = n }
        : other.Quarter is not null ? bare with { Quarter = n }
        : bare with { Year = n.ToString("00", CultureInfo.InvariantCulture) };

    private static EdtfDate? Value(CalendarFields f, DateContext context, EdtfDate? nearest)
    {
        if (f.Term is { Unit: RelativeUnit.Quarter or RelativeUnit.Month } counted)
        {
            return Counted(counted, context);
        }

        if (YearOf(f, context, nearest) is not { } year)
        {
            return null;
        }

        var date = f.Quarter is { } q ? EdtfDate.OfQuarter(year, q)
            : f.Half is { } h ? EdtfDate.OfHalf(year, h)
            : f.Season is { } s ? EdtfDate.OfSeason(year, s)
            : new EdtfDate(year, f.Month ?? (f.Day is null ? null : MonthOf(context)), f.Day, f.Decade);
        return date.Exists ? date : null;
    }

    private static int? MonthOf(DateContext context) => context.MentionedHere?.CalendarMonth ?? context.Published?.CalendarMonth;

    private static int? YearOf(CalendarFields f, DateContext context, EdtfDate? nearest)
    {
        if (f.Year is { } digits)
        {
            var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            return digits.Length > 2 ? year : Century(year, context.Published?.Year ?? context.Mentioned?.Year);
        }

        return f.Term switch
        {
            { Unit: RelativeUnit.Latest } => Turn(f, context.Published, latest: true),
            { Unit: RelativeUnit.Next } => Turn(f, context.Published, latest: false),
            { } term => (term.FromMention ? context.Mentioned ?? context.Published : context.Published)?.Year + term.Offset,
            null => (nearest ?? context.Mentioned ?? (f.Quarter is null ? null : context.Quarter) ?? context.Published)?.Year,
        };
    }

    /// <summary>The century that puts a year of two digits nearest to the publication, a little more likely before it.</summary>
    private static int Century(int year, int? published)
    {
        const int Ahead = 45;
        var around = published ?? 2000;
        var full = around - (around % 100) + year;
        return full > around + Ahead ? full - 100 : full <= around + Ahead - 100 ? full + 100 : full;
    }

    /// <summary>The year of the latest (or next) such month, quarter or half as seen from the publication.</summary>
    private static int? Turn(CalendarFields f, EdtfDate? published, bool latest)
    {
        if (published is not { } p)
        {
            return null;
        }

        var here = f.Quarter is { } q ? EdtfDate.OfQuarter(p.Year, q)
            : f.Half is { } h ? EdtfDate.OfHalf(p.Year, h)
            : f.Season is { } s ? EdtfDate.OfSeason(p.Year, s)
            : new EdtfDate(p.Year, f.Month ?? p.CalendarMonth, f.Day);
        if (!here.Exists)
        {
            return p.Year;
        }

        return latest && here.From > p.Until ? p.Year - 1
            : !latest && here.Until < p.From ? p.Year + 1
            : p.Year;
    }

    private static EdtfDate? Counted(RelativeTerm term, DateContext context)
    {
        if (term.Unit == RelativeUnit.Quarter)
        {
            var around = (term.FromMention ? context.MentionedHere is { Quarter: not null } here ? here : context.Quarter : null) ?? context.Published;
            if (around is not { Quarter: { } quarter } basis)
            {
                return null;
            }

            var count = (basis.Year * 4) + quarter - 1 + term.Offset;
            return EdtfDate.OfQuarter(count / 4, (count % 4) + 1);
        }

        var published = term.FromMention ? context.Mentioned ?? context.Published : context.Published;
        if (published is not { CalendarMonth: { } month } from)
        {
            return null;
        }

        var months = (from.Year * 12) + month - 1 + term.Offset;
        return new EdtfDate(months / 12, (months % 12) + 1);
    }
}
