using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>A unit found in the text; <paramref name="End"/> is the offset after it.</summary>
internal readonly record struct UnitMatch(Unit Unit, string Form, int End);

/// <summary>Finds the unit that stands after, or the currency that stands before, a numeral.</summary>
internal sealed class UnitLexicon
{
    private readonly Dictionary<char, (string Form, Unit Unit)[]> _forms;
    private readonly Dictionary<char, (string Form, Unit Unit)[]> _prefixes;
    private readonly ImmutableArray<string> _particles;

    public UnitLexicon(IEnumerable<UnitRule> rules, ImmutableArray<string> particles)
    {
        var units = rules.Select(r => new Unit(r)).ToList();
        _particles = particles;
        _forms = ByFirst(units.SelectMany(u => u.Rule.Forms.Select(f => (f, u))), f => f[0]);
        _prefixes = ByFirst(units.SelectMany(u => u.Rule.Prefixes.Select(f => (f, u))), f => f[^1]);
    }

    /// <summary>The longest unit at an offset whose own conditions hold; null if none, or if it is no unit of an amount.</summary>
    /// <param name="before">The text before the amount, no longer than a window.</param>
    public UnitMatch? Match(string text, in Numeral numeral, int at, int limit, ReadOnlySpan<char> before)
    {
        if (at >= limit || !_forms.TryGetValue(text[at], out var candidates))
        {
            return null;
        }

        foreach (var (form, unit) in candidates)
        {
            if (at + form.Length > limit || string.CompareOrdinal(text, at, form, 0, form.Length) != 0)
            {
                continue;
            }

            var end = at + form.Length;
            if (unit.Kind is null)
            {
                // Durations and ordinals shadow shorter counters (개월 before 개). In Latin they must be whole words.
                if (!char.IsAsciiLetter(form[0]) || EndsWord(text, end, limit))
                {
                    return null;
                }
            }
            else if (Bounded(text, form, unit, end, limit, at > numeral.End) && Fits(text, numeral, unit, at, end, limit, before))
            {
                return new UnitMatch(unit, form, end);
            }
        }

        return null;
    }

    /// <summary>The unit that is the whole of a text, as in a unit head.</summary>
    public UnitMatch? Whole(string text)
    {
        if (text.Length == 0 || !_forms.TryGetValue(text[0], out var candidates))
        {
            return null;
        }

        foreach (var (form, unit) in candidates)
        {
            if (unit.Kind is not null && string.Equals(form, text, StringComparison.Ordinal))
            {
                return new UnitMatch(unit, form, form.Length);
            }
        }

        return null;
    }

    /// <summary>True if the form of a unit, of whatever kind, opens at the offset and ends there as a word would.</summary>
    public bool IsForm(string text, int at, int limit)
    {
        foreach (var (form, unit) in _forms.GetValueOrDefault(text[at], []))
        {
            if (at + form.Length <= limit && string.CompareOrdinal(text, at, form, 0, form.Length) == 0 && Bounded(text, form, unit, at + form.Length, limit, spaced: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The currency sign or code that ends at an offset (one space allowed); gives its start.</summary>
    public (Unit Unit, int Start)? Prefix(string text, int end, int from)
    {
        if (end > from && text[end - 1] == ' ')
        {
            end--;
        }

        if (end <= from || !_prefixes.TryGetValue(text[end - 1], out var candidates))
        {
            return null;
        }

        foreach (var (form, unit) in candidates)
        {
            var start = end - form.Length;
            if (start >= from && string.CompareOrdinal(text, start, form, 0, form.Length) == 0 && (start == from || !char.IsAsciiLetterOrDigit(text[start - 1])))
            {
                return (unit, start);
            }
        }

        return null;
    }

    /// <summary>True if a particle, or no Hangul at all, stands at the offset.</summary>
    public bool OpensParticle(string text, int at, int limit)
    {
        if (at >= limit || !NumeralSigns.IsHangul(text[at]))
        {
            return true;
        }

        foreach (var particle in _particles)
        {
            if (at + particle.Length <= limit && string.CompareOrdinal(text, at, particle, 0, particle.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool Bounded(string text, string form, Unit unit, int end, int limit, bool spaced)
    {
        var next = spaced && form.Length == 1 && NumeralSigns.IsHangul(form[0]) ? "particle" : unit.Rule.Next;
        return (next ?? (char.IsAsciiLetterOrDigit(form[^1]) ? "word" : form.Length == 1 && NumeralSigns.IsHangul(form[0]) ? "particle" : "any")) switch
        {
            "word" => EndsWord(text, end, limit),
            "particle" => OpensParticle(text, end, limit),
            _ => true,
        };
    }

    private static bool EndsWord(string text, int end, int limit) => end >= limit || !char.IsAsciiLetterOrDigit(text[end]);

    private static bool Fits(string text, in Numeral numeral, Unit unit, int at, int end, int limit, ReadOnlySpan<char> before)
    {
        var rule = unit.Rule;
        var spaced = at > numeral.End;
        if (spaced && (rule.Tight || (end - at == 1 && char.IsAsciiLetter(text[at]))))
        {
            return false;
        }

        var after = text.AsSpan(end, Math.Min(12, limit - end));
        if (unit.Unless?.IsMatch(after) == true)
        {
            return false;
        }

        if (numeral.Form == NumeralForm.Native)
        {
            // 세계 and 네이버 are words; only 세가지 and 두차례 are written without a space.
            if (!rule.Native || (!spaced && end - at < 2))
            {
                return false;
            }

            return !rule.Needs || InContext(unit, numeral, before, after);
        }

        // Syllables of numerals open words: 만기, 구조식, 천부. Only a common counter or money makes them a numeral, and a lone 만, 천
        // or 백 stands apart from its counter.
        if (numeral.Form == NumeralForm.Hangul && !numeral.IsVague && unit.Kind != AmountKind.Money &&
            ((!rule.Native && end - at == 1) || (!spaced && numeral.End - numeral.Start == 1)))
        {
            return false;
        }

        if (rule.Needs)
        {
            return InContext(unit, numeral, before, after);
        }

        // A figure with commas is a quantity as surely as one with 만; a bare one may be a list number or a year.
        var enough = numeral.HasMagnitude || numeral.IsVague ||
            (rule.Noun && numeral.IntegerDigits >= 4 && numeral.End - numeral.Start == numeral.IntegerDigits + ((numeral.IntegerDigits - 1) / 3));
        if (rule.Noun && (rule.Magnitude || spaced) && !enough)
        {
            return rule.Native && !spaced && at == numeral.End && numeral.IntegerDigits > 0 && IsWhole(text, end, limit);
        }

        if (rule.Magnitude && !enough && !rule.Noun)
        {
            return InContext(unit, numeral, before, after);
        }

        return rule.LeastDigits == 0 || enough || numeral.IsOdd || numeral.IntegerDigits >= rule.LeastDigits || InContext(unit, numeral, before, after);
    }

    private static bool IsWhole(string text, int end, int limit) => end >= limit || !NumeralSigns.IsHangul(text[end]);

    private static bool InContext(Unit unit, in Numeral numeral, ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        unit.Before?.IsMatch(before) == true || (numeral.IntegerDigits <= 1 && unit.OrAfter?.IsMatch(after) == true);

    private static Dictionary<char, (string, Unit)[]> ByFirst(IEnumerable<(string Form, Unit Unit)> forms, Func<string, char> key) =>
        forms.GroupBy(f => key(f.Form)).ToDictionary(g => g.Key, g => g.OrderByDescending(f => f.Form.Length).ThenBy(f => f.Unit.Kind is null).ToArray());
}
