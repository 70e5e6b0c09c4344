using System.Text.RegularExpressions;
using ReportMiner.Link.Facts;

namespace ReportMiner.Corpus;

/// <summary>
/// Says in one string what a fact's figure is of: type, object, measure, date and unit, however spelled. Facts that do
/// not say it well enough have none: a wrong contradiction costs more trust than a missed one.
/// </summary>
internal sealed class FigureKeys(CorpusRules rules)
{
    private const double LeastConfidence = 0.5;
    private const int ShortestObject = 3;

    private readonly Regex _untelling = NameBook.Pattern(rules.Untelling);
    private readonly Regex _each = NameBook.Pattern(rules.Each);
    private readonly Regex _rates = NameBook.Pattern(rules.Rates);

    /// <param name="fact">The fact.</param>
    /// <param name="words">The fillers of a role, names as the corpus calls them.</param>
    /// <param name="named">Whether the object is nothing but names.</param>
    public string? Of(FactRow fact, Func<string, string> words, bool named)
    {
        // A date without an end may go with any figure of any later year.
        if (fact is not { Low: not null, High: not null, Unit: { } unit, Edtf: { } edtf, From: not null, Until: not null } || fact.Confidence < LeastConfidence)
        {
            return null;
        }

        var measure = Key(words(FactTypes.Measure));
        var thing = fact.Type switch
        {
            "investment" => Both(words("investor"), words("investee")),
            "acquisition" => Both(words("acquirer"), words("acquired")),
            _ => Joined(Key(words(FactTypes.Object)), measure),
        };
        var rate = unit is "%" or "%p" or "x";
        return thing.Length < ShortestObject || _untelling.IsMatch(thing) || _each.IsMatch(measure) || (rate && !_rates.IsMatch(thing)) || (named && !rate && measure.Length == 0 && fact.Type is not "budget")
            ? null
            : $"{fact.Type}|{thing}|{edtf}|{unit}";
    }

    /// <summary>Object and measure, what the one ends and the other begins with only once: 시장 규모 of AI 시장 is AI 시장 규모.</summary>
    internal static string Joined(string thing, string measure)
    {
        var shared = Math.Min(thing.Length, measure.Length);
        while (shared > 0 && !thing.EndsWith(measure[..shared], StringComparison.Ordinal))
        {
            shared--;
        }

        return thing + measure[shared..];
    }

    private static string Both(string from, string to) => from.Length == 0 || to.Length == 0 ? "" : Key(from) + ">" + Key(to);

    private static string Key(string words) => words.Length == 0 ? "" : NameKey.Of(words);
}
