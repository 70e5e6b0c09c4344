using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>Finds bare numbers that take their unit from a table's head or from a list's: 억$ : ('22) 101 → ('23) 120.</summary>
internal sealed class BareNumberScanner(AmountRules rules, UnitHeadReader heads)
{
    private const int LongestLabel = 24;

    /// <summary>Adds the bare numbers of a cell that holds little else.</summary>
    public void ScanCell(string text, in TextSegment cell, UnitHead unit, TakenSpans taken, ImmutableArray<AmountExpression>.Builder found, int first)
    {
        var letters = 0;
        for (var i = cell.Start; i < cell.End; i++)
        {
            letters += char.IsLetter(text[i]) && taken.Overlap(i, i + 1) < 0 ? 1 : 0;
        }

        // Words say that the numbers mean something else than the head does.
        if (letters <= 2)
        {
            Numbers(text, cell.Start, cell.End, unit, taken, found, first);
        }
    }

    /// <summary>Adds the bare numbers that follow a unit and a colon in one segment.</summary>
    public void ScanList(string text, in TextSegment segment, TakenSpans taken, ImmutableArray<AmountExpression>.Builder found, int first)
    {
        for (var at = segment.Start; at < segment.End; at++)
        {
            if (text[at] is ':' or '：' && HeadBefore(text, segment.Start, at) is { } unit)
            {
                var end = at + 1;
                while (end < segment.End && text[end] is not (':' or ';' or '|') && !(text[end] == '.' && (end + 1 >= segment.End || text[end + 1] == ' ')))
                {
                    end++;
                }

                Numbers(text, at + 1, end, unit, taken, found, first);
                at = end - 1;
            }
        }
    }

    private UnitHead? HeadBefore(string text, int from, int colon)
    {
        var end = colon;
        while (end > from && text[end - 1] == ' ')
        {
            end--;
        }

        var bracket = end > from && text[end - 1] is ')' or ']' or '>';
        end -= bracket ? 1 : 0;
        var start = end;
        while (start > from && end - start < LongestLabel && text[start - 1] is not ('(' or '[' or ',' or ';' or '<' or ')' or '\t'))
        {
            start--;
        }

        var label = text[start..end];
        if (heads.Stated(label) is [var stated, ..])
        {
            return stated;
        }

        // Without brackets only a head with a magnitude or a sign is one: "회사명:" is not a unit of persons.
        var head = heads.Parse(label);
        if (head is null && start > from && text[start - 1] is ',' or ')')
        {
            head = heads.Parse(label.Trim());
        }

        return head is not null && (bracket || head.Scale is not null || head.Kind == AmountKind.Percent) ? head : null;
    }

    private void Numbers(string text, int from, int to, UnitHead unit, TakenSpans taken, ImmutableArray<AmountExpression>.Builder found, int first)
    {
        var added = new List<AmountExpression>();
        for (var at = from; at < to; at++)
        {
            if (NumeralSigns.Digit(text[at]) < 0)
            {
                continue;
            }

            Numeral.TryRead(text, at, to, out var numeral);
            var start = at;
            at = numeral.End - 1;
            var left = start > from && rules.MinusSigns.Contains(text[start - 1]) && (start - 1 == from || text[start - 2] is ' ' or '(' or '>' or '→' or '\t') ? start - 1 : start;
            if (taken.Overlap(left, numeral.End) >= 0 || !Apart(text, left, numeral.End, from, to) || LooksLikeYear(text, numeral, unit) || Overlaps(found, first, left, numeral.End))
            {
                continue;
            }

            added.Add(new AmountExpression(left, numeral.End, "amount-head", text[left..numeral.End])
            {
                Low = text[numeral.Start..numeral.End],
                Scale = unit.Scale,
                Negative = left < start,
                Unit = unit.Unit,
                Kind = unit.Kind,
                Confidence = rules.Confidence.Head,
            });
        }

        found.AddRange(added);
    }

    private static bool Apart(string text, int start, int end, int from, int to)
    {
        var before = start == from ? ' ' : text[start - 1];
        var after = end == to ? ' ' : text[end];
        return before is ' ' or '(' or ',' or '→' or '\t' or '>' or '/' or '·' or ')' or '\n' or '~' && after is ' ' or ')' or ',' or '→' or '\t' or '<' or '/' or '·' or '(' or '*' or '\n' or '~';
    }

    private static bool LooksLikeYear(string text, in Numeral numeral, UnitHead unit) =>
        numeral is { IntegerDigits: 4, HasMagnitude: false } && numeral.End - numeral.Start == 4 && unit.Kind != AmountKind.Count &&
        text[numeral.Start] is '1' or '2' && text.AsSpan(numeral.Start, 2) is "19" or "20";

    private static bool Overlaps(ImmutableArray<AmountExpression>.Builder found, int first, int start, int end)
    {
        for (var i = first; i < found.Count; i++)
        {
            if (found[i].Start < end && start < found[i].End)
            {
                return true;
            }
        }

        return false;
    }
}
