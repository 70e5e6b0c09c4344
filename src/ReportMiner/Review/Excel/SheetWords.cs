using System.Collections.Immutable;
using System.Text.Json;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>The words of the review table in both languages (<c>workbook.json</c>), and what people write for them.</summary>
internal static class SheetWords
{
    private static readonly Words Asset = JsonSerializer.Deserialize<Words>(PageAssets.Read("workbook.json"), JsonSerializerOptions.Web)!;

    /// <summary>The choices of the decision column.</summary>
    public static ImmutableArray<string> Decisions { get; } = [.. Asset.Decisions.Select(d => Both(d.Value, d.Key))];

    /// <summary>The choices of the type columns.</summary>
    public static ImmutableArray<string> Types { get; } = [.. Enum.GetValues<ItemKind>().SelectMany(k => ItemChoices.TypesOf(k).Select(t => OfType(k, t)))];

    /// <summary>The choices of a recommendation's value.</summary>
    public static ImmutableArray<string> Categories { get; } = [.. ItemChoices.Categories.Select(OfCategory)];

    /// <summary>The sheet of instructions, line by line.</summary>
    public static ImmutableArray<GuideLine> Guide => Asset.Guide;

    /// <summary>A value that says that there is none.</summary>
    public static bool SaysNone(string text) => text is "(없음)" or "(none)";

    /// <summary>The heads of a column.</summary>
    public static Label Head(ReviewColumn column) => Asset.Columns[ItemCode.Of(column)];

    /// <summary>What the decision column is called for an action.</summary>
    public static string Of(ReviewAction action) => Both(Asset.Decisions[ItemCode.Of(action)], ItemCode.Of(action));

    /// <summary>What the state column says.</summary>
    public static string Of(Decision decision) => Both(Asset.States[ItemCode.Of(decision)], ItemCode.Of(decision));

    /// <summary>What the check column says.</summary>
    public static string OfChecks(IEnumerable<string> checks) => string.Join(", ", checks.Select(c => Korean("check.", c)));

    /// <summary>A type as the columns have it: the kind and the type in Korean, the code.</summary>
    public static string OfType(ItemKind kind, string type) =>
        kind == ItemKind.Date ? Both(Asset.Kinds[ItemCode.Of(kind)], type) : Both(Asset.Kinds[ItemCode.Of(kind)] + "·" + Korean(kind == ItemKind.Fact ? "fact." : "kind.", type), type);

    /// <summary>A category as the value column has it.</summary>
    public static string OfCategory(string category) => Both(Korean("category.", category), category);

    /// <summary>The column of a head: that of its Korean or English name or both.</summary>
    public static ReviewColumn? ColumnOf(string head)
    {
        var text = CellText.Folded(head);
        foreach (var column in Enum.GetValues<ReviewColumn>())
        {
            var (ko, en) = Head(column);
            if (Same(text, ko) || Same(text, en) || Same(text, $"{ko} {en}"))
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>The decision that a cell says; null for any other text.</summary>
    public static ReviewAction? DecisionOf(string text)
    {
        var code = Asset.Decisions.FirstOrDefault(d => Says(text, d.Value, d.Key)).Key;
        return code is not null && Enum.TryParse<ReviewAction>(code, ignoreCase: true, out var action) ? action : null;
    }

    /// <summary>The kind and code of the type that a cell says; null for any other text.</summary>
    public static (ItemKind Kind, string Type)? TypeOf(string text)
    {
        foreach (var kind in Enum.GetValues<ItemKind>())
        {
            foreach (var type in ItemChoices.TypesOf(kind))
            {
                var korean = kind == ItemKind.Date ? Asset.Kinds[ItemCode.Of(kind)] : Korean(kind == ItemKind.Fact ? "fact." : "kind.", type);
                if (Says(text, korean, type) || Same(CellText.Folded(text), OfType(kind, type)))
                {
                    return (kind, type);
                }
            }
        }

        return null;
    }

    /// <summary>A category's code for what a cell says of it; the text itself where it is none.</summary>
    public static string CategoryOf(string text) => ItemChoices.Categories.FirstOrDefault(c => Says(text, Korean("category.", c), c)) ?? text;

    private static bool Says(string text, string korean, string code) => CellText.Folded(text) is var said && (Same(said, korean) || Same(said, code) || Same(said, Both(korean, code)));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Both(string korean, string code) => code.Length == 0 ? "" : $"{korean} {code}";

    private static string Korean(string group, string code) => Labels.All.GetValueOrDefault(group + code)?.Ko ?? code;

    /// <summary>A line of the instructions.</summary>
    /// <param name="Style">title, head, state:NAME or nothing.</param>
    internal sealed record GuideLine(string? Style, string Ko, string En);

    private sealed record Words(
        ImmutableDictionary<string, Label> Columns,
        ImmutableSortedDictionary<string, string> Kinds,
        ImmutableDictionary<string, string> States,
        Dictionary<string, string> Decisions,
        ImmutableArray<GuideLine> Guide);
}
