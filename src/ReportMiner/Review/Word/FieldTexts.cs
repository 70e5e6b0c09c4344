using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>The text of each field of a report's items as it stands in a control, and what a text in a control makes of the field.</summary>
internal sealed class FieldTexts(ReviewedReport reviewed)
{
    private readonly WordPlaces _places = new(reviewed);

    /// <summary>The text of a field; empty for no value.</summary>
    public string Of(ItemState item, string field)
    {
        var fields = reviewed.FieldsOf(item.Key);
        return field switch
        {
            WordFields.Decision => item.Decision switch { Decision.Open => "open", Decision.Rejected => "rejected", _ => "accepted" },
            WordFields.Value => Grouped(ItemValue.Text(ItemKind.Amount, fields)),
            ItemField.Actors or ItemField.Amounts => WordPlaces.Join(fields.Places(field)),
            _ when Role(field) is { } role => WordPlaces.Join(fields.Roles(ItemField.Arguments).GetValueOrDefault(role, [])),
            _ => WordText.Fold(fields.Text(field)),
        };
    }

    /// <summary>Whether two texts of a field say the same.</summary>
    public static bool Same(string field, string a, string b) =>
        field == WordFields.Value ? a.Replace(",", "", StringComparison.Ordinal) == b.Replace(",", "", StringComparison.Ordinal) : a == b;

    /// <summary>The fields that a text sets.</summary>
    /// <param name="item">The item.</param>
    /// <param name="field">The field, not the decision.</param>
    /// <param name="text">What came back, folded.</param>
    /// <param name="set">Fields of the item that came back with it and are set before.</param>
    public Outcome<ItemFields> Parse(ItemState item, string field, string text, ItemFields set)
    {
        var choices = WordFields.Choices(item.Kind, field);
        if (!choices.IsEmpty)
        {
            return choices.Any(c => c.Code == text) ? ItemFields.Empty.With(field, text)
                : Failure($"목록에 없는 값입니다: {text}", $"not one of the choices: {text}");
        }

        switch (field)
        {
            case ItemField.Text:
                return text.Length > 0 ? ItemFields.Empty.With(field, text) : Failure("제언의 글이 비었습니다", "the statement is empty");
            case ItemField.Status:
                return ItemFields.Empty.With(field, text.Length > 0 ? text : null);
            case ItemField.Period:
                var date = ItemValue.Parse(ItemKind.Date, text, ItemFields.Empty);
                return date.Succeeded ? ItemFields.Empty.With(field, date.Value.Text(ItemField.Edtf)) : date;
            case ItemField.Actors or ItemField.Amounts:
                return Items(item, field, text);
            case WordFields.Value or ItemField.Edtf or ItemField.Name:
                return ItemValue.Parse(item.Kind, text, ItemFields.Empty);
            default:
                var arguments = (set.Has(ItemField.Arguments) ? set : reviewed.FieldsOf(item.Key)).Roles(ItemField.Arguments);
                var role = Role(field)!;
                var fillers = _places.Fillers(item, arguments.GetValueOrDefault(role, []), text);
                return ItemFields.Empty.With(ItemField.Arguments, fillers.IsEmpty ? arguments.Remove(role) : arguments.SetItem(role, fillers));
        }
    }

    private Outcome<ItemFields> Items(ItemState item, string field, string text)
    {
        var kind = field == ItemField.Actors ? ItemKind.Mention : ItemKind.Amount;
        var found = _places.Items(item, kind, reviewed.FieldsOf(item.Key).Places(field), text, out var missing);
        return missing is null ? ItemFields.Empty.With(field, found)
            : Failure($"본문에서 찾은 항목 가운데 “{missing}”이(가) 없습니다", $"there is no item “{missing}” in the report");
    }

    private static string? Role(string field) => field.StartsWith(WordFields.RolePrefix, StringComparison.Ordinal) ? field[WordFields.RolePrefix.Length..] : null;

    /// <summary>Parts the digits of each number in threes: 265500000000 is hard to check by eye.</summary>
    private static string Grouped(string value)
    {
        var unit = value.IndexOf(' ', StringComparison.Ordinal);
        var (number, rest) = unit < 0 ? (value, "") : (value[..unit], value[unit..]);
        return WordText.Fold(string.Join("..", number.Split("..").Select(n =>
            n.Length > 0 && n.All(c => char.IsAsciiDigit(c) || c is '.' or '-') && decimal.TryParse(n, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact)
                ? exact.ToString(n.Contains('.', StringComparison.Ordinal) ? "#,##0." + new string('0', n.Length - n.IndexOf('.', StringComparison.Ordinal) - 1) : "#,##0", CultureInfo.InvariantCulture) : n)) + rest);
    }

    private static ReportFailure Failure(string korean, string english) => new("RM4101", korean, english);
}
