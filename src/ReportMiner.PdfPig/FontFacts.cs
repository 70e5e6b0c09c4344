using System.Collections.Immutable;
using ReportMiner.Read.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace ReportMiner.PdfPig;

/// <summary>What the fonts' dictionaries say (ISO 32000-2, 9.6 to 9.10): how high their letters stand, and whether their codes tell characters.</summary>
internal sealed class FontFacts(Structure structure)
{
    private static readonly Facts Unknown = new(null, null, false, false);

    private readonly Dictionary<IndirectReference, Facts> _known = [];
    private readonly Dictionary<string, SortedSet<int>> _suspects = new(StringComparer.Ordinal);

    /// <param name="Ascent">Highest point above the base line, in ems; null where the font does not say.</param>
    /// <param name="Descent">Lowest point, below 0.</param>
    /// <param name="LacksMap">Whether it has no Unicode map and codes of its own.</param>
    /// <param name="IsLost">Whether its codes can be told by no other way either.</param>
    private sealed record Facts(double? Ascent, double? Descent, bool LacksMap, bool IsLost);

    /// <summary>How high the letters of a font stand above and below their base line, in ems, as poppler has it.</summary>
    public (double Ascent, double Descent) Height(IFont font)
    {
        var facts = Of(font);
        var ascent = facts.Ascent ?? Sane(font.GetAscent()) ?? 0.75;
        var descent = facts.Descent ?? Sane(font.GetDescent()) ?? 0.25;
        return (Math.Min(ascent, 1.05), Math.Min(descent, 0.4));
    }

    /// <summary>Whether the characters of a font cannot be told; notes the page it is used on.</summary>
    public bool IsLost(IFont font, int page)
    {
        var facts = Of(font);
        if (facts.LacksMap)
        {
            var name = font.Details.Name;
            if (!_suspects.TryGetValue(name, out var pages))
            {
                _suspects[name] = pages = [];
            }

            pages.Add(page);
        }

        return facts.IsLost;
    }

    /// <summary>The fonts without a map whose characters did not come through.</summary>
    public ImmutableArray<UnmappedFont> WithoutMap(IReadOnlyCollection<PdfPage> pages) =>
        [.. _suspects.Where(s => !UnmappedFont.CameThrough(s.Key, pages)).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new UnmappedFont(s.Key, [.. s.Value]))];

    private Facts Of(IFont font)
    {
        if (font.Details.FontDictionaryReference is not { } reference)
        {
            return Unknown;
        }

        if (!_known.TryGetValue(reference, out var facts))
        {
            _known[reference] = facts = structure.GetObject(reference).Data is DictionaryToken dictionary ? Read(dictionary) : Unknown;
        }

        return facts;
    }

    private Facts Read(DictionaryToken font)
    {
        var descendant = Find<ArrayToken>(font, NameToken.DescendantFonts) is { Length: > 0 } parts ? Resolve<DictionaryToken>(parts[0]) : null;
        var descriptor = Find<DictionaryToken>(descendant ?? font, NameToken.FontDescriptor);
        var lacks = !font.ContainsKey(NameToken.ToUnicode) && HasOwnCodes(font, descendant);
        return new Facts(
            Sane(Number(descriptor, NameToken.Ascent)) ?? (descendant is null ? null : 0.95),
            Sane(Number(descriptor, NameToken.Descent)) ?? (descendant is null ? null : 0.35),
            lacks,
            lacks && descendant is not null);
    }

    /// <summary>Codes that say nothing of the characters: those of a composite font's own collection, and those of an encoding of its own.</summary>
    private bool HasOwnCodes(DictionaryToken font, DictionaryToken? descendant)
    {
        var encoding = Find<NameToken>(font, NameToken.Encoding)?.Data;
        if (descendant is null)
        {
            return encoding is null && Find<DictionaryToken>(font, NameToken.FontDescriptor) is not null && !PdfFont.IsSymbols(Find<NameToken>(font, NameToken.BaseFont)?.Data ?? "");
        }

        return encoding is null or "Identity-H" or "Identity-V"
            && (Find<DictionaryToken>(descendant, NameToken.CidSystemInfo) is not { } collection || Text(collection) is not ("Korea1" or "Japan1" or "GB1" or "CNS1"));
    }

    private string? Text(DictionaryToken collection) => Find<IDataToken<string>>(collection, NameToken.Ordering)?.Data;

    private static double? Number(DictionaryToken? descriptor, NameToken name) =>
        descriptor is not null && descriptor.TryGet(name, out var token) && token is NumericToken number ? number.Double / 1000 : null;

    /// <summary>Some writers give 0, a wrong sign or a fantastic height.</summary>
    private static double? Sane(double? ems) => Math.Abs(ems ?? 0) is > 0 and < 1.9 and var size ? size : null;

    private T? Find<T>(DictionaryToken dictionary, NameToken name)
        where T : class, IToken => dictionary.TryGet(name, out var token) ? Resolve<T>(token) : null;

    private T? Resolve<T>(IToken token)
        where T : class, IToken => token as T ?? (token is IndirectReferenceToken reference ? structure.GetObject(reference.Data).Data as T : null);
}
