using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Dates;

/// <summary>One form of calendar expression, a row of <c>models/rules/dates.json</c>.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Pattern">
/// A regular expression with fragments in braces: <c>{year}</c>, or <c>{year:2}</c> for the second date of a range.
/// Its groups name the parts: y, decade, m, d, q, h, s, n, rel (with a 2 for the second date), open, until, about.
/// </param>
/// <param name="Confidence">How often such a match is a date.</param>
/// <param name="Examples">Texts it reads.</param>
/// <param name="Cell">Whether it applies to a whole table cell only.</param>
/// <param name="CounterExamples">Texts in which no rule may find a date.</param>
internal sealed record DateRule(
    string Id,
    string Pattern,
    double Confidence,
    ImmutableArray<DateExample> Examples,
    bool Cell = false,
    ImmutableArray<string> CounterExamples = default);

/// <summary>A text, when it was published, and the date that is read in it.</summary>
internal sealed record DateExample(string Text, string Surface, string? Edtf, string? Published = null);

/// <summary>The file <c>models/rules/dates.json</c>.</summary>
/// <param name="Opens">The characters a date may open with.</param>
/// <param name="Masks">Stretches in which no date is sought (addresses of web pages).</param>
/// <param name="Since">What stands after a date that opens a period.</param>
/// <param name="Until">What stands after a date that ends one.</param>
/// <param name="Fragments">Parts of patterns by name.</param>
/// <param name="Values">What the letters in the groups h and s stand for.</param>
/// <param name="Terms">Words that stand for dates.</param>
/// <param name="Rules">The forms, those that come first win.</param>
internal sealed record DateRuleFile(
    string Opens,
    string Masks,
    string Since,
    string Until,
    ImmutableSortedDictionary<string, string> Fragments,
    ImmutableSortedDictionary<string, int> Values,
    ImmutableArray<DateTermRow> Terms,
    ImmutableArray<DateRule> Rules);

/// <summary>A relative word as the file spells it.</summary>
internal sealed record DateTermRow(string Text, string Unit, int Offset = 0, bool FromMention = false)
{
    public RelativeTerm ToTerm() => new(Text, Enum.Parse<RelativeUnit>(Unit, ignoreCase: true), Offset, FromMention);
}
