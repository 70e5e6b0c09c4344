using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>
/// What an item means in one cell of a table, and back: a name's canonical form; a date's EDTF; an amount as
/// <c>265500000000 KRW</c>, <c>10..20 %</c> or <c>vague 개</c>; a recommendation's category; a fact's
/// <c>role=words | words; role=words</c> in which <c>\</c> keeps the four signs. Empty for no value.
/// </summary>
public static class ItemValue
{
    private const string Vague = "vague";

    /// <summary>The item's type in one cell: ORG … WORK, <c>date</c>, the kind of an amount or recommendation, the type of a fact.</summary>
    public static string Type(ItemKind kind, ItemFields fields) => kind switch
    {
        ItemKind.Date => "date",
        ItemKind.Amount or ItemKind.Recommendation => fields.Text(ItemField.Kind) ?? "",
        _ => fields.Text(ItemField.Type) ?? "",
    };

    /// <summary>The item's value in one cell.</summary>
    public static string Text(ItemKind kind, ItemFields fields) => kind switch
    {
        ItemKind.Mention => fields.Text(ItemField.Name) ?? "",
        ItemKind.Date => fields.Text(ItemField.Edtf) ?? "",
        ItemKind.Amount => Amount(fields),
        ItemKind.Recommendation => fields.Text(ItemField.Category) ?? "",
        _ => string.Join("; ", fields.Roles(ItemField.Arguments).Select(r => $"{r.Key}={string.Join(" | ", r.Value.Select(p => Escaped(p.Text)))}")),
    };

    /// <summary>The field that a type in one cell sets.</summary>
    public static Outcome<ItemFields> ParseType(ItemKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var type = ItemChoices.TypesOf(kind).FirstOrDefault(t => string.Equals(t, text.Trim(), StringComparison.OrdinalIgnoreCase));
        return type is null ? Failure("종류", "type", $"{string.Join(", ", ItemChoices.TypesOf(kind))}")
            : kind == ItemKind.Date ? ItemFields.Empty
            : ItemFields.Empty.With(kind is ItemKind.Amount or ItemKind.Recommendation ? ItemField.Kind : ItemField.Type, type);
    }

    /// <summary>The fields that a value in one cell sets.</summary>
    /// <param name="kind">The item's kind.</param>
    /// <param name="text">What is in the cell.</param>
    /// <param name="present">The item's fields as they are: fillers of a fact whose words stay keep their place. Empty for a new item.</param>
    public static Outcome<ItemFields> Parse(ItemKind kind, string text, ItemFields present)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(present);
        var value = text.Trim();
        switch (kind)
        {
            case ItemKind.Mention:
                return value.Length > 0 ? ItemFields.Empty.With(ItemField.Name, value) : Failure("이름", "name", "한국은행");
            case ItemKind.Date:
                return value.Length == 0 || Resolve.EdtfPeriod.Parse(value) is not null
                    ? ItemFields.Empty.With(ItemField.Edtf, value.Length == 0 ? null : value)
                    : Failure("날짜(EDTF)", "date in EDTF", "2024, 2024-06, 2024-06-01, 2024-33, 2024/2026, 2024-06/.., ../2027");
            case ItemKind.Amount:
                return ParseAmount(value);
            case ItemKind.Recommendation:
                return ItemChoices.Categories.Contains(value) ? ItemFields.Empty.With(ItemField.Category, value) : Failure("분류", "category", string.Join(", ", ItemChoices.Categories));
            default:
                return ParseFact(value, present);
        }
    }

    private static string Amount(ItemFields fields)
    {
        var (low, high) = (fields.Text(ItemField.Low), fields.Text(ItemField.High));
        var number = fields.Flag(ItemField.Vague) == true ? Vague : low == high ? low : $"{low}..{high}";
        return $"{number} {fields.Text(ItemField.Unit)}".TrimEnd();
    }

    private static Outcome<ItemFields> ParseAmount(string value)
    {
        var parts = value.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var bounds = parts.Length == 0 ? [] : parts[0].Replace(",", "", StringComparison.Ordinal).Split("..");
        var vague = bounds is [Vague];
        var fields = ItemFields.Empty.With(ItemField.Vague, vague).With(ItemField.Unit, parts.Length > 1 ? parts[1].TrimEnd() : null)
            .With(ItemField.Low, vague ? null : bounds.FirstOrDefault()).With(ItemField.High, vague ? null : bounds.LastOrDefault());
        return bounds.Length is 1 or 2 && (vague || bounds.All(DecimalText.Is)) ? fields : Failure("금액·수치", "amount", "265500000000 KRW, 10..20 %, vague 개");
    }

    private static Outcome<ItemFields> ParseFact(string value, ItemFields present)
    {
        var known = present.Roles(ItemField.Arguments);
        var roles = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<TextPlace>>(StringComparer.Ordinal);
        foreach (var role in Split(value, ';').Where(r => r.Trim().Length > 0))
        {
            var sides = Split(role, '=');
            var name = sides[0].Trim();
            if (sides.Count != 2 || !ItemChoices.Roles.Contains(name) || roles.ContainsKey(name))
            {
                return Failure("사실의 역할", "role of a fact", "object=매출; amount=265억원; date=2024년");
            }

            var places = known.GetValueOrDefault(name, []).ToList();
            roles[name] = [.. Split(sides[1], '|').Select(w => Unescaped(w.Trim())).Where(w => w.Length > 0).Select(w =>
            {
                var at = places.FindIndex(p => p.Text == w);
                var place = at < 0 ? new TextPlace(w) : places[at];
                if (at >= 0)
                {
                    places.RemoveAt(at);
                }

                return place;
            })];
            if (roles[name].IsEmpty)
            {
                roles.Remove(name);
            }
        }

        return ItemFields.Empty.With(ItemField.Arguments, roles.ToImmutable());
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace("=", @"\=", StringComparison.Ordinal);

    /// <summary>Parts at a sign that no backslash keeps; the backslashes stay.</summary>
    private static List<string> Split(string text, char sign)
    {
        var parts = new List<string>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == sign)
            {
                parts.Add(text[from..i]);
                from = i + 1;
            }
        }

        parts.Add(text[from..]);
        return parts;
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private static ReportFailure Failure(string korean, string english, string examples) =>
        new("RM4101", string.Create(CultureInfo.InvariantCulture, $"{korean}(으)로 읽을 수 없습니다. 보기: {examples}"), $"not a {english}; such as {examples}");
}
