using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportMiner.Read.Pdf.Ocr;
using ReportMiner.Resources;

namespace ReportMiner.Read;

/// <summary>What the characters of symbol fonts and of private use look like (<c>rules/symbols.json</c>). Immutable.</summary>
internal sealed class SymbolMap
{
    public const string ResourceName = "rules/symbols.json";

    /// <summary>What the codes 80 to 9F are where poppler took a symbol font for a Windows text font.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private readonly ImmutableArray<(Regex Font, ImmutableDictionary<int, string> Looks)> _fonts;
    private readonly ImmutableDictionary<int, string> _privateCodes;
    private readonly ImmutableArray<(int From, int To, int First)> _ranges;
    private readonly ImmutableDictionary<int, string> _characters;
    private readonly ImmutableArray<(Regex Pattern, string Looks)> _misread;

    private SymbolMap(SymbolRules rules)
    {
        _fonts = [.. rules.Fonts.Select(f => (new Regex(f.Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), Codes(f.Looks)))];
        _privateCodes = Codes(rules.Fonts.First(f => f.Name == rules.PrivateCodesLookLike).Looks);
        _ranges = [.. rules.PrivateRanges.Select(r => (Hex(r.From), Hex(r.To), Hex(r.First)))];
        _characters = Codes(rules.PrivateCharacters);
        _misread = [.. rules.Misread.Select(m => (new Regex(m.Pattern, RegexOptions.CultureInvariant), m.Looks))];
        Rules = rules;
    }

    /// <summary>The data, with its examples.</summary>
    public SymbolRules Rules { get; }

    public static SymbolMap Load(ResourceDirectory resources) => new(resources.ReadJson<SymbolRules>(ResourceName));

    public static SymbolMap From(SymbolRules rules) => new(rules);

    /// <summary>Whether a character says nothing without its font.</summary>
    public static bool IsPrivate(int code) => code is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;

    /// <summary>The text as it looks.</summary>
    public string Map(string text, string font)
    {
        if (font == RecognizedText.Font)
        {
            return _misread.Aggregate(text, (t, m) => m.Pattern.Replace(t, m.Looks));
        }

        var looks = _fonts.FirstOrDefault(f => f.Font.IsMatch(font)).Looks;
        if (looks is null && !text.Any(c => c is >= '\uE000' and <= '\uF8FF' || char.IsHighSurrogate(c)))
        {
            return text;
        }

        var mapped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            mapped.Append(Look(rune.Value, looks) ?? rune.ToString());
        }

        return mapped.ToString();
    }

    private string? Look(int code, ImmutableDictionary<int, string>? looks)
    {
        if (_characters.TryGetValue(code, out var look))
        {
            return look;
        }

        foreach (var (from, to, first) in _ranges)
        {
            if (code >= from && code <= to)
            {
                return char.ConvertFromUtf32(first + code - from);
            }
        }

        if (code is >= 0xF020 and <= 0xF0FF)
        {
            return (looks ?? _privateCodes).GetValueOrDefault(code & 0xFF);
        }

        var windows = code > 0xFF && code <= 0xFFFF ? Windows1252.IndexOf((char)code) : -1;
        return looks?.GetValueOrDefault(windows >= 0 ? 0x80 + windows : code);
    }

    private static ImmutableDictionary<int, string> Codes(IReadOnlyDictionary<string, string> looks) =>
        looks.ToImmutableDictionary(l => Hex(l.Key), l => l.Value);

    private static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>The content of <c>rules/symbols.json</c>.</summary>
internal sealed record SymbolRules(
    ImmutableArray<SymbolFontRule> Fonts,
    string PrivateCodesLookLike,
    ImmutableArray<PrivateRange> PrivateRanges,
    ImmutableDictionary<string, string> PrivateCharacters,
    ImmutableArray<SymbolExample> Examples,
    ImmutableArray<MisreadRule> Misread,
    LostNumbersRule LostNumbers);

/// <summary>A symbol font: pattern of its name, and what its codes (hexadecimal) look like.</summary>
internal sealed record SymbolFontRule(string Name, string Pattern, ImmutableDictionary<string, string> Looks);

/// <summary>Private-use characters in a row that look like characters in a row.</summary>
internal sealed record PrivateRange(string From, string To, string First);

/// <summary>An example: what the font draws for the text.</summary>
internal sealed record SymbolExample(string Font, string Text, string Looks);

/// <summary>Characters that recognition in a picture takes a symbol for.</summary>
internal sealed record MisreadRule(string Pattern, string Looks);

/// <summary>How to tell a page whose numbers are drawn, not written: units without numbers before them.</summary>
internal sealed record LostNumbersRule(string Orphan, int AtLeast, double OrphansPerNumber, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples);
