using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>
/// Finds numerals with a unit of their own. One pass over the text, with lookups in short windows only, so that it stays
/// linear on reports of any length.
/// </summary>
internal sealed class AmountScanner
{
    private const int Window = 16;

    private readonly AmountRules _rules;
    private readonly UnitLexicon _lexicon;
    private readonly ModifierFinder _modifiers;
    private readonly Regex _unmarkedBefore;
    private readonly Regex _yearBefore;
    private readonly Regex _unmarkedAfter;
    private readonly Regex _bareMoney;
    private readonly Regex _bareMoneyAfter;
    private readonly SearchValues<char> _openers;

    public AmountScanner(AmountRules rules, UnitLexicon lexicon)
    {
        _rules = rules;
        _lexicon = lexicon;
        _modifiers = new ModifierFinder(rules.Modifiers);
        _unmarkedBefore = Unit.Compile(rules.UnmarkedBefore)!;
        _yearBefore = Unit.Compile(rules.YearBefore)!;
        _unmarkedAfter = Unit.Compile(rules.UnmarkedAfter)!;
        _bareMoneyAfter = Unit.Compile(rules.BareMoney.After)!;
        _bareMoney = Unit.Compile(rules.BareMoney.Before)!;
        _openers = SearchValues.Create("0123456789０１２３４５６７８９" + NumeralSigns.Small + NumeralSigns.Large + NumeralSigns.SinoDigits + NumeralSigns.Vague +
            string.Concat(NumeralSigns.Native.Select(n => n.Word[0]).Distinct()));
    }

    /// <summary>Adds the amounts of one segment.</summary>
    public void Scan(string text, in TextSegment segment, TakenSpans taken, ImmutableArray<AmountExpression>.Builder found)
    {
        var at = segment.Start;
        while (at < segment.End)
        {
            var next = text.AsSpan(at, segment.End - at).IndexOfAny(_openers);
            if (next < 0)
            {
                return;
            }

            at += next;
            if (taken.Overlap(at, at + 1) is >= 0 and var past)
            {
                at = past;
            }
            else if (!Numeral.TryRead(text, at, segment.End, out var numeral))
            {
                at++;
            }
            else
            {
                var amount = taken.Overlap(numeral.Start, numeral.End) < 0 ? Read(text, segment, numeral, taken) : null;
                if (amount is not null)
                {
                    found.Add(amount);
                }

                // Past the whole numeral, so that the tail of a rejected one is not read as another.
                at = Math.Max(amount?.End ?? 0, numeral.Form == NumeralForm.Digits ? numeral.End : at + 1);
            }
        }
    }

    private AmountExpression? Read(string text, in TextSegment segment, Numeral first, TakenSpans taken)
    {
        var limit = segment.End;
        var (prefix, start) = _lexicon.Prefix(text, first.Start, segment.Start) is var (unit, from) ? (unit, from) : (null, first.Start);
        var sign = Sign(text, segment, start);
        var left = sign ? start - 1 : start;
        var before = text.AsSpan(Math.Max(segment.Start, left - Window), Math.Min(Window, left - segment.Start));
        // What a date before the numeral holds is no part of it: ‘12104억 is ‘12 and 104억.
        var free = taken.EndBefore(left) is var date && date > left - before.Length ? text.AsSpan(date, left - date) : before;
        if (first.Form == NumeralForm.Digits && prefix is null && !sign &&
            (_unmarkedBefore.IsMatch(free) || (first is { HasMagnitude: false, IntegerDigits: <= 2 } && _yearBefore.IsMatch(free))))
        {
            return null;
        }

        if (prefix is not null)
        {
            return Money(text, segment, first, prefix, left, sign, before);
        }

        var one = UnitAfter(text, first, limit, before);
        var range = one is null || one.Value.Unit.Kind != AmountKind.Rank ? Second(text, first, one, limit, before, taken) : null;
        var match = range?.Match ?? one;
        if (match is null && IsBareMoney(text, first, limit, before))
        {
            return new AmountExpression(start, first.End, "amount-bare-money", text[start..first.End])
            {
                Low = text[first.Start..first.End],
                Unit = _rules.BareMoney.Unit,
                Kind = AmountKind.Money,
                Modifier = _modifiers.Find(before, text.AsSpan(first.End, Math.Min(Window, limit - first.End)), first.IsOdd),
                Confidence = _rules.Confidence.BareMoney,
            };
        }

        if (match is not { } m || (first.Form == NumeralForm.Hangul && !first.IsVague && IsHead(text, first.Start, m.End, segment)) || _unmarkedAfter.IsMatch(text.AsSpan(m.End, Math.Min(8, limit - m.End))))
        {
            return null;
        }

        if (sign && m.Unit.Kind is not (AmountKind.Percent or AmountKind.Money) && segment.Table is null && !Bracketed(text, left, segment.Start))
        {
            (sign, left) = (false, start);
        }

        var end = m.End;
        var odd = first.IsOdd || OddAfter(text, first, limit) || (range is { } r && r.Numeral.IsOdd);
        var form = first.Form == NumeralForm.Native ? "native" : first.IsVague ? "vague" : m.Unit.Rule.Noun ? "noun" : "unit";
        return new AmountExpression(left, end, "amount-" + form + "-" + m.Unit.Rule.Id, text[left..end])
        {
            Low = text[first.Start..first.End],
            High = range is { } second ? text[second.Numeral.Start..second.Numeral.End] : null,
            Negative = sign,
            Unit = m.Unit.Name(m.Form),
            Kind = m.Unit.Kind!.Value,
            Modifier = _modifiers.Find(before, text.AsSpan(end, Math.Min(Window, limit - end)), odd),
            Confidence = form switch { "native" => _rules.Confidence.Native, "vague" => _rules.Confidence.Vague, "noun" => _rules.Confidence.Noun, _ => _rules.Confidence.Unit },
        };
    }

    /// <summary>계약금액 104억: 억 and above without a unit, after a word for money.</summary>
    private bool IsBareMoney(string text, in Numeral numeral, int limit, ReadOnlySpan<char> before) =>
        numeral.Form == NumeralForm.Digits && text.AsSpan(numeral.Start, numeral.End - numeral.Start).IndexOfAny("억조") > 0 &&
        _lexicon.OpensParticle(text, numeral.End, limit) && !(numeral.End + 1 < limit && text[numeral.End] == ' ' && _lexicon.IsForm(text, numeral.End + 1, limit)) &&
        (_bareMoney.IsMatch(before) || _bareMoneyAfter.IsMatch(text.AsSpan(numeral.End, Math.Min(Window, limit - numeral.End))));

    /// <summary>(백만원) and 천만건) : are heads over figures, not figures.</summary>
    private static bool IsHead(string text, int start, int end, in TextSegment segment)
    {
        var opens = start > segment.Start && text[start - 1] is '(' or '[';
        var closes = end < segment.End && text[end] is ')' or ']';
        var colon = end + (closes ? 1 : 0);
        colon += colon < segment.End && text[colon] == ' ' ? 1 : 0;
        return (opens && closes) || (colon < segment.End && text[colon] is ':' or '：') || text.AsSpan(Math.Max(segment.Start, start - 5), Math.Min(5, start - segment.Start)).Contains("단위", StringComparison.Ordinal);
    }

    private AmountExpression Money(string text, in TextSegment segment, Numeral first, Unit unit, int left, bool sign, ReadOnlySpan<char> before)
    {
        var limit = segment.End;
        var low = text[first.Start..first.End];
        string? high = null;
        var end = first.End;
        if (RangeTo(text, end, limit, spaces: false) is >= 0 and var to && Numeral.TryRead(text, to, limit, out var second) && second.Form == NumeralForm.Digits)
        {
            high = text[second.Start..second.End];
            end = second.End;
        }

        string? scale = null;
        var word = end < limit && text[end] == ' ' ? end + 1 : end;
        foreach (var (magnitude, numeral) in _rules.Magnitudes)
        {
            // A letter stands straight after the figure, a word may stand apart.
            if ((magnitude.Length > 1 || word == end) && string.Compare(text, word, magnitude, 0, magnitude.Length, magnitude.Length > 1 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) == 0 && word + magnitude.Length <= limit &&
                (word + magnitude.Length == limit || !char.IsAsciiLetterOrDigit(text[word + magnitude.Length])))
            {
                scale = numeral;
                end = word + magnitude.Length;
                break;
            }
        }

        return new AmountExpression(left, end, "amount-prefix-" + unit.Rule.Id, text[left..end])
        {
            Low = low,
            High = high,
            Scale = scale,
            Negative = sign,
            Unit = unit.Rule.Unit!,
            Kind = AmountKind.Money,
            Modifier = _modifiers.Find(before, text.AsSpan(end, Math.Min(Window, limit - end)), first.IsOdd),
            Confidence = _rules.Confidence.Prefix,
        };
    }

    private UnitMatch? UnitAfter(string text, in Numeral numeral, int limit, ReadOnlySpan<char> before)
    {
        var at = numeral.End;
        if (at < limit && text[at] == NumeralSigns.Odd)
        {
            at++;
        }

        // 100경(京) 번: the numeral's own sign in Chinese is a gloss.
        if (at + 2 < limit && text[at] == '(' && text[at + 1] is >= '一' and <= '鿿' && text[at + 2] == ')')
        {
            at += 3;
        }

        if (at < limit && text[at] is ' ' or '\u00A0')
        {
            at++;
        }

        return _lexicon.Match(text, at == numeral.End + 1 && text[at - 1] == NumeralSigns.Odd ? numeral with { End = at } : numeral, at, limit, before);
    }

    private static bool OddAfter(string text, in Numeral numeral, int limit) => numeral.End < limit && text[numeral.End] == NumeralSigns.Odd;

    private (Numeral Numeral, UnitMatch Match)? Second(string text, in Numeral first, UnitMatch? one, int limit, ReadOnlySpan<char> before, TakenSpans taken)
    {
        var to = RangeTo(text, one?.End ?? first.End, limit, spaces: true);
        if (to < 0 || !Numeral.TryRead(text, to, limit, out var second) || second.Form != first.Form && second.IsVague != first.IsVague || taken.Overlap(second.Start, second.End) >= 0)
        {
            return null;
        }

        return UnitAfter(text, second, limit, before) is { } match && (one is null || one.Value.Unit == match.Unit) ? (second, match) : null;
    }

    private int RangeTo(string text, int at, int limit, bool spaces)
    {
        var sign = spaces && at < limit && text[at] == ' ' ? at + 1 : at;
        if (sign >= limit || !_rules.RangeSigns.Contains(text[sign]))
        {
            return -1;
        }

        var to = sign + 1;
        if (to < limit && text[to] == ' ')
        {
            // A dash set apart joins clauses, not figures.
            if (text[sign] is '-' or '–' or '—')
            {
                return -1;
            }

            to++;
        }

        return to < limit ? to : -1;
    }

    private bool Sign(string text, in TextSegment segment, int start)
    {
        var at = start - 1;
        if (at < segment.Start || !_rules.MinusSigns.Contains(text[at]))
        {
            return false;
        }

        // A sign that opens a block is a bullet.
        var sign = text[at];
        if (at == segment.Start && segment.Table is null)
        {
            return false;
        }

        if (sign is '-' or '–' or '−')
        {
            // After a letter or figure a dash is a hyphen or a range.
            return at == segment.Start || text[at - 1] is ' ' or '(' or '>' or '→' or ',' or ':' or '[' or '/' && at != segment.Block.ContentStart - 1;
        }

        if (Bracketed(text, at, segment.Start))
        {
            return !IsRise(text, segment, sign);
        }

        // As a bullet the same triangle stands before words somewhere in the segment.
        for (var i = segment.Start; i < segment.End - 1; i++)
        {
            if (text[i] == sign && NumeralSigns.Digit(text[i + 1]) < 0 && !(text[i + 1] == ' ' && i + 2 < segment.End && NumeralSigns.Digit(text[i + 2]) >= 0))
            {
                return false;
            }
        }

        return !IsRise(text, segment, sign);
    }

    private bool IsRise(string text, in TextSegment segment, char sign) =>
        _rules.RiseSigns.Contains(sign) && text.AsSpan(segment.Start, segment.End - segment.Start).IndexOfAny(_rules.FallSigns) >= 0;

    private static bool Bracketed(string text, int at, int from) => at == from || text[at - 1] is '(' or '[';
}
