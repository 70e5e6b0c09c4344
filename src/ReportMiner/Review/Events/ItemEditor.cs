using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resolve;

namespace ReportMiner.Review.Events;

/// <summary>Sets fields of an item and sees that the values can be.</summary>
internal sealed class ItemEditor(ReviewDraft draft)
{
    private readonly ItemPlacer _placer = new(draft.Extraction, draft.Text);

    /// <summary>The item with the fields set.</summary>
    /// <exception cref="EventRefusedException">A value cannot be.</exception>
    public ExtractedItem Set(ItemKind kind, ExtractedItem item, ItemFields fields)
    {
        if (fields.Names.FirstOrDefault(n => !ItemField.Of(kind).Contains(n) || !fields.HasShape(n)) is { } wrong)
        {
            throw Wrong(wrong);
        }

        var placed = fields.Has(ItemField.Start) || fields.Has(ItemField.End) ? Place(item, fields) : item;
        return placed switch
        {
            Mention m => Set(m, fields),
            DateItem d => Set(d, fields),
            Amount a => Set(a, fields),
            Recommendation r => Set(r, fields),
            Fact f => Set(f, fields),
            _ => throw new InvalidOperationException(item.GetType().Name),
        };
    }

    /// <summary>An item of no value at no place, to be set.</summary>
    public static ExtractedItem Blank(ItemKind kind, string key) => kind switch
    {
        ItemKind.Mention => new Mention { Id = key, Start = 0, End = 0, Confidence = 1, Source = "", Type = EntityType.Org, Text = "" },
        ItemKind.Date => new DateItem { Id = key, Start = 0, End = 0, Confidence = 1, Source = "", Text = "", Edtf = null, From = null, Until = null, Kind = DateKind.Point },
        ItemKind.Amount => new Amount { Id = key, Start = 0, End = 0, Confidence = 1, Source = "", Text = "", Low = null, High = null, Unit = null, Kind = AmountKind.Count, Modifier = null, Vague = true },
        ItemKind.Recommendation => new Recommendation { Id = key, Start = 0, End = 0, Confidence = 1, Source = "", Text = "", Kind = RecommendationKind.Proposal, Category = "", Actors = [], Period = null, Status = null, Amounts = [], Section = null },
        _ => new Fact { Id = key, Start = 0, End = 0, Confidence = 1, Source = "", Type = "", Arguments = ImmutableSortedDictionary.Create<string, ImmutableArray<FactArgument>>(StringComparer.Ordinal) },
    };

    private ExtractedItem Place(ExtractedItem item, ItemFields fields)
    {
        var (start, end) = (fields.Number(ItemField.Start) ?? item.Start, fields.Number(ItemField.End) ?? item.End);
        if (start < 0 || start >= end || end > draft.Text.Length || !_placer.InOneBlock(start, end, over: item is Recommendation or Fact))
        {
            throw EventRefusedException.Invalid("본문에 그런 자리가 없습니다", "there is no such place in the text");
        }

        var quote = draft.Text.Slice(start, end);
        if (fields.Text(ItemField.Quote) != quote)
        {
            throw EventRefusedException.Invalid("적힌 글이 그 자리의 글과 다릅니다", "the quoted words are not those at the place");
        }

        var placed = _placer.Place(item, start, end);
        return placed switch
        {
            Mention m => m with { Text = quote },
            DateItem d => d with { Text = quote },
            Amount a => a with { Text = quote },
            Recommendation r => r with { Section = _placer.SectionAt(start) },
            _ => placed,
        };
    }

    private Mention Set(Mention item, ItemFields fields)
    {
        if (!fields.Has(ItemField.Type) && !fields.Has(ItemField.Name))
        {
            return item;
        }

        var type = fields.Has(ItemField.Type) ? Code<EntityType>(fields, ItemField.Type) : item.Type;
        var name = fields.Has(ItemField.Name) ? Words(fields, ItemField.Name) : draft.NameOf(item);
        return item with { Type = type, Entity = draft.EntityOf(type, name) };
    }

    private static DateItem Set(DateItem item, ItemFields fields)
    {
        if (!fields.Has(ItemField.Edtf))
        {
            return item;
        }

        var period = Edtf(fields, ItemField.Edtf);
        return item with { Edtf = fields.Text(ItemField.Edtf), From = period?.From, Until = period?.Until, Kind = period?.Kind ?? item.Kind };
    }

    private static Amount Set(Amount item, ItemFields fields)
    {
        var set = item with
        {
            Low = fields.Has(ItemField.Low) ? Decimal(fields, ItemField.Low) : item.Low,
            High = fields.Has(ItemField.High) ? Decimal(fields, ItemField.High) : item.High,
            Unit = fields.Has(ItemField.Unit) ? fields.Text(ItemField.Unit) : item.Unit,
            Kind = fields.Has(ItemField.Kind) ? Code<AmountKind>(fields, ItemField.Kind) : item.Kind,
            Modifier = !fields.Has(ItemField.Modifier) ? item.Modifier : fields.Text(ItemField.Modifier) is null ? null : Code<AmountModifier>(fields, ItemField.Modifier),
            Vague = fields.Has(ItemField.Vague) ? fields.Flag(ItemField.Vague) == true : item.Vague,
        };
        if (set.Vague != (set.Low is null) || set.Vague != (set.High is null))
        {
            throw EventRefusedException.Invalid("금액은 값이 둘 다 있거나, 어림(vague)이면 둘 다 없어야 합니다", "an amount has both bounds, or none if it is vague");
        }

        return set.Low is { } low && set.High is { } high && DecimalText.IsBelow(high, low)
            ? throw EventRefusedException.Invalid("아래 값이 위 값보다 큽니다", "the lower bound is above the upper one")
            : set;
    }

    private Recommendation Set(Recommendation item, ItemFields fields)
    {
        if (fields.Has(ItemField.Category) && !ItemChoices.Categories.Contains(fields.Text(ItemField.Category) ?? ""))
        {
            throw Wrong(ItemField.Category);
        }

        if (fields.Has(ItemField.Period))
        {
            Edtf(fields, ItemField.Period);
        }

        return item with
        {
            Text = fields.Has(ItemField.Text) ? Words(fields, ItemField.Text) : item.Text,
            Kind = fields.Has(ItemField.Kind) ? Code<RecommendationKind>(fields, ItemField.Kind) : item.Kind,
            Category = fields.Has(ItemField.Category) ? fields.Text(ItemField.Category)! : item.Category,
            Status = fields.Has(ItemField.Status) ? fields.Text(ItemField.Status) : item.Status,
            Period = fields.Has(ItemField.Period) ? fields.Text(ItemField.Period) : item.Period,
            Actors = fields.Has(ItemField.Actors) ? Keys(fields.Places(ItemField.Actors), ItemKind.Mention) : item.Actors,
            Amounts = fields.Has(ItemField.Amounts) ? Keys(fields.Places(ItemField.Amounts), ItemKind.Amount) : item.Amounts,
        };
    }

    private Fact Set(Fact item, ItemFields fields)
    {
        if (fields.Has(ItemField.Type) && !ItemChoices.FactTypes.Contains(fields.Text(ItemField.Type) ?? ""))
        {
            throw Wrong(ItemField.Type);
        }

        var roles = fields.Roles(ItemField.Arguments);
        if (roles.Any(r => r.Value.IsEmpty || !ItemChoices.Roles.Contains(r.Key) || r.Value.Any(p => string.IsNullOrWhiteSpace(p.Text))))
        {
            throw Wrong(ItemField.Arguments);
        }

        return item with
        {
            Type = fields.Text(ItemField.Type) ?? item.Type,
            Arguments = fields.Has(ItemField.Arguments)
                ? roles.ToImmutableSortedDictionary(r => r.Key, r => r.Value.Select(p => new FactArgument(p.Text, Filler(item, r.Key, p))).ToImmutableArray(), StringComparer.Ordinal)
                : item.Arguments,
        };
    }

    private ImmutableArray<string> Keys(ImmutableArray<TextPlace> places, ItemKind kind) =>
        [.. places.Select(p => KeyAt(p, kind) ?? throw EventRefusedException.Invalid($"“{p.Text}” 자리에 그런 항목이 없습니다", $"there is no such item at “{p.Text}”")).Distinct(StringComparer.Ordinal)];

    /// <summary>The item that fills a role: that at the place; for new words without a place the first of these words in the statement.</summary>
    private string? Filler(Fact fact, string role, TextPlace place) =>
        place.Start is not null ? KeyAt(place, ItemKind.Mention, ItemKind.Date, ItemKind.Amount)
        : fact.Arguments.GetValueOrDefault(role, []).Contains(new FactArgument(place.Text, null)) ? null
        : draft.WithWords(place.Text).Where(i => !i.Rejected && fact.Start <= i.Item.Start && i.Item.End <= fact.End).MinBy(i => i.Item.Start)?.Key;

    private string? KeyAt(TextPlace place, params ImmutableArray<ItemKind> kinds) =>
        place is not { Start: { } start, End: { } end } ? null
        : draft.Text.Slice(start, end) == place.Text ? draft.At(start, end, kinds).FirstOrDefault()?.Key
        : throw EventRefusedException.Invalid($"“{place.Text}”이(가) 그 자리에 없습니다", $"“{place.Text}” is not at that place");

    private static string Words(ItemFields fields, string name) =>
        fields.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) ? text : throw Wrong(name);

    private static T Code<T>(ItemFields fields, string name)
        where T : struct, Enum => ItemCode.Parse<T>(fields.Text(name)) ?? throw Wrong(name);

    private static string? Decimal(ItemFields fields, string name) =>
        fields.Text(name) is not { } text ? null
        : DecimalText.Is(text) ? text
        : throw Wrong(name);

    private static EdtfPeriod? Edtf(ItemFields fields, string name) =>
        fields.Text(name) is not { } text ? null : EdtfPeriod.Parse(text) ?? throw Wrong(name);

    private static EventRefusedException Wrong(string name) => EventRefusedException.Invalid($"“{name}”에 쓸 수 없는 값입니다", $"not a value of “{name}”");
}
