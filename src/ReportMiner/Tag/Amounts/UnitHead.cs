using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>A unit stated for the bare numbers of a column, a table or a list: 억원 is 억 and KRW.</summary>
internal sealed record UnitHead(string? Scale, string Unit, AmountKind Kind, UnitRule? Rule);

/// <summary>Reads unit heads: (단위: 억원, %), 매출액(백만원), 억$ : …</summary>
internal sealed class UnitHeadReader(UnitLexicon lexicon, string pattern, string ratePattern, ImmutableArray<ColumnHeadRule> columns)
{
    private const int LongestHead = 12;

    private readonly (Regex Head, string Unit)[] _columns = [.. columns.Select(c => (Unit.Compile(c.Head)!, c.Unit))];

    private readonly Regex _rate = Unit.Compile(ratePattern)!;

    private readonly Regex _stated = Unit.Compile(pattern)!;

    /// <summary>The units of a "단위:" remark in a text, in its order.</summary>
    public IReadOnlyList<UnitHead> Stated(string text)
    {
        var match = _stated.Match(text);
        return match.Success ? [.. match.Groups[1].Value.Split([',', '/', '·', '、'], StringSplitOptions.TrimEntries).Select(Parse).OfType<UnitHead>()] : [];
    }

    /// <summary>The unit a column's or row's head gives: in brackets at its end, or the whole of it where it is short.</summary>
    public UnitHead? OfHead(string head)
    {
        head = head.Trim();
        if (Stated(head) is [var first, ..])
        {
            return first;
        }

        var open = head.LastIndexOfAny(['(', '[', '（']);
        var inner = open >= 0 && head[^1] is ')' or ']' or '）' ? head[(open + 1)..^1] : head;
        // A counted noun heads a column that is about it, which is not to say that its numbers count it: 참여 기업.
        return ParseWord(inner.Replace(" ", "", StringComparison.Ordinal)) is var unit && unit is not { Rule.Noun: true } && (open >= 0 || unit is not { Rule: { Magnitude: true } or { LeastDigits: > 0 } })
            ? unit
            : null;
    }

    /// <summary>Whether a column's head names a rate or a share: its numbers take the percent where the table states several units.</summary>
    public bool IsRate(string head) => _rate.IsMatch(head);

    /// <summary>The counter of a column that is named after what it counts: 파라미터 수.</summary>
    public UnitHead? OfCountColumn(string head)
    {
        foreach (var (pattern, unit) in _columns)
        {
            if (pattern.IsMatch(head.TrimEnd()))
            {
                return new UnitHead(null, unit, AmountKind.Count, null);
            }
        }

        return null;
    }

    /// <summary>Parses 백만원, 천 명, GDP 대비 %, 억$.</summary>
    public UnitHead? Parse(string text)
    {
        text = text.Trim(' ', ':', '：', '.', '\t');
        if (text.LastIndexOf(' ') is > 0 and var space && ParseWord(text.Replace(" ", "", StringComparison.Ordinal)) is null)
        {
            text = text[(space + 1)..];
        }

        return ParseWord(text.Replace(" ", "", StringComparison.Ordinal));
    }

    private UnitHead? ParseWord(string text)
    {
        if (text.Length is 0 or > LongestHead)
        {
            return null;
        }

        // The longest unit at the end wins, so that 천톤 is 천 and 톤, and 조 is no unit by itself.
        var scale = 0;
        while (scale < text.Length && (NumeralSigns.Small.Contains(text[scale]) || NumeralSigns.Large.Contains(text[scale])))
        {
            scale++;
        }

        return lexicon.Whole(text[scale..]) is { } match
            ? new UnitHead(scale == 0 ? null : text[..scale], match.Unit.Name(match.Form), match.Unit.Kind!.Value, match.Unit.Rule)
            : null;
    }
}
