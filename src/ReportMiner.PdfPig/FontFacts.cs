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
    /// <summary>What poppler takes where a font says nothing of its height.</summary>
    private const double UsualAscent = 0.95;

    private const double UsualDescent = 0.35;

    /// <summary>The flag ForceBold of a font's descriptor.</summary>
    private const int ForceBold = 1 << 18;

    private const int BoldWeight = 700;

    /// <summary>What poppler calls a font without a name.</summary>
    public const string NoName = "Times";

    /// <summary>Letters are not taken to stand higher or reach deeper than this.</summary>
    private const double HighestAscent = 1.05;

    private const double DeepestDescent = 0.4;

    private static readonly NameToken FontWeight = NameToken.Create("FontWeight");

    private readonly Dictionary<IndirectReference, Facts> _known = [];
    private readonly Dictionary<string, SortedSet<int>> _suspects = new(StringComparer.Ordinal);

    /// <param name="Name">Its name; null for the drawn fonts (Type 3) that have none.</param>
    /// <param name="Ascent">How high it stands above the base line, in ems.</param>
    /// <param name="Descent">How far it reaches below.</param>
    /// <param name="Bold">Whether it says that it is bold other than by its name.</param>
    /// <param name="LacksMap">Whether it has no Unicode map and codes of its own.</param>
    /// <param name="IsLost">Whether its codes can be told by no other way either.</param>
    public sealed record Facts(string? Name, double Ascent, double Descent, bool Bold, bool LacksMap, bool IsLost);

    /// <summary>Looks a font up, and notes the page it is used on where its characters may be lost.</summary>
    public Facts Of(IFont font, int page)
    {
        var facts = Of(font);
        if (facts.LacksMap)
        {
            var name = facts.Name ?? NoName;
            if (!_suspects.TryGetValue(name, out var pages))
            {
                _suspects[name] = pages = [];
            }

            pages.Add(page);
        }

        return facts;
    }

    /// <summary>The fonts without a map whose characters did not come through.</summary>
    public ImmutableArray<UnmappedFont> WithoutMap(IReadOnlyCollection<PdfPage> pages) =>
        [.. _suspects.Where(s => !UnmappedFont.CameThrough(s.Key, pages)).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new UnmappedFont(s.Key, [.. s.Value]))];

    private Facts Of(IFont font)
    {
        if (font.Details.FontDictionaryReference is not { } reference)
        {
            return Unknown(font);
        }

        if (!_known.TryGetValue(reference, out var facts))
        {
            _known[reference] = facts = structure.GetObject(reference).Data is DictionaryToken dictionary ? Read(dictionary, font) : Unknown(font);
        }

        return facts;
    }

    private static Facts Unknown(IFont font) => new(font.Details.Name, UsualAscent, UsualDescent, false, false, false);

    private Facts Read(DictionaryToken font, IFont known)
    {
        var descendant = Find<ArrayToken>(font, NameToken.DescendantFonts) is { Length: > 0 } parts ? Resolve<DictionaryToken>(parts[0]) : null;
        var descriptor = Find<DictionaryToken>(descendant ?? font, NameToken.FontDescriptor);
        var lacks = !font.ContainsKey(NameToken.ToUnicode) && HasOwnCodes(font, descendant);
        var isDrawn = Find<NameToken>(font, NameToken.Subtype)?.Data == "Type3";
        // The fourteen standard fonts need no descriptor: their heights are known.
        var isStandard = descriptor is null && descendant is null && !isDrawn;
        return new Facts(
            Find<NameToken>(font, NameToken.BaseFont) is null ? null : known.Details.Name,
            Math.Min(Sane(isStandard ? known.GetAscent() : Number(descriptor, NameToken.Ascent) / 1000) ?? UsualAscent, HighestAscent),
            Math.Min(Sane(isStandard ? known.GetDescent() : Number(descriptor, NameToken.Descent) / 1000) ?? UsualDescent, DeepestDescent),
            Number(descriptor, FontWeight) >= BoldWeight || ((int)(Number(descriptor, NameToken.Flags) ?? 0) & ForceBold) != 0,
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
        descriptor is not null && descriptor.TryGet(name, out var token) && token is NumericToken number ? number.Double : null;

    /// <summary>Some writers give 0, a wrong sign or a fantastic height.</summary>
    private static double? Sane(double? ems) => Math.Abs(ems ?? 0) is > 0 and < 1.9 and var size ? size : null;

    private T? Find<T>(DictionaryToken dictionary, NameToken name)
        where T : class, IToken => dictionary.TryGet(name, out var token) ? Resolve<T>(token) : null;

    private T? Resolve<T>(IToken token)
        where T : class, IToken => token as T ?? (token is IndirectReferenceToken reference ? structure.GetObject(reference.Data).Data as T : null);
}
