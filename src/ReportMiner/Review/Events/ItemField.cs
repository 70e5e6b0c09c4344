using System.Collections.Immutable;

namespace ReportMiner.Review.Events;

/// <summary>Names of the fields an event can change.</summary>
public static class ItemField
{
    /// <summary>Of every kind: offset of the first character, in code points. Changes together with <see cref="End"/> and <see cref="Quote"/>.</summary>
    public const string Start = "start";

    /// <summary>Of every kind: offset after the last character.</summary>
    public const string End = "end";

    /// <summary>Of every kind: the report's text from start to end.</summary>
    public const string Quote = "quote";

    /// <summary>Of a mention ORG … WORK; of a fact statistic, budget ….</summary>
    public const string Type = "type";

    /// <summary>Of a mention: the canonical name.</summary>
    public const string Name = "name";

    /// <summary>Of a date: its value, or null. First day, last day and kind follow from it.</summary>
    public const string Edtf = "edtf";

    /// <summary>Of an amount: lower bound, a decimal as a string; null if vague.</summary>
    public const string Low = "low";

    /// <summary>Of an amount: upper bound.</summary>
    public const string High = "high";

    /// <summary>Of an amount: its unit, or null.</summary>
    public const string Unit = "unit";

    /// <summary>Of an amount money … measure; of a recommendation proposal or plan.</summary>
    public const string Kind = "kind";

    /// <summary>Of an amount: about, atLeast …, or null.</summary>
    public const string Modifier = "modifier";

    /// <summary>Of an amount: whether it has no value (true or false).</summary>
    public const string Vague = "vague";

    /// <summary>Of a recommendation: the statement.</summary>
    public const string Text = "text";

    /// <summary>Of a recommendation: the key of its category.</summary>
    public const string Category = "category";

    /// <summary>Of a recommendation: 신규, 강화 or null.</summary>
    public const string Status = "status";

    /// <summary>Of a recommendation: when, in EDTF, or null.</summary>
    public const string Period = "period";

    /// <summary>Of a recommendation: the places of the names that are to act.</summary>
    public const string Actors = "actors";

    /// <summary>Of a recommendation: the places of its amounts.</summary>
    public const string Amounts = "amounts";

    /// <summary>Of a fact: role to fillers.</summary>
    public const string Arguments = "arguments";

    /// <summary>All fields of a kind.</summary>
    public static ImmutableArray<string> Of(ItemKind kind) => [Start, End, Quote, .. kind switch
    {
        ItemKind.Mention => (string[])[Type, Name],
        ItemKind.Date => [Edtf],
        ItemKind.Amount => [Low, High, Unit, Kind, Modifier, Vague],
        ItemKind.Recommendation => [Text, Kind, Category, Status, Period, Actors, Amounts],
        _ => [Type, Arguments],
    }];
}
