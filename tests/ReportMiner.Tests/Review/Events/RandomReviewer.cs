using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Tests.Review.Events;

/// <summary>Decides at random, also on what cannot be; the same seed decides the same.</summary>
internal sealed class RandomReviewer(ReviewDesk desk, int seed)
{
    private static readonly string?[] Dates = ["2024", "2024-06/..", "../2025-41", "2024-01/2024-33", "202X", null, "언젠가"];
    private readonly Random _random = new(seed);

    public void Work(int events)
    {
        for (var i = 0; i < events; i++)
        {
            Step();
        }
    }

    private void Step()
    {
        var reviewed = desk.Reviewed;
        var maker = new EventMaker(reviewed);
        var item = reviewed.Items[_random.Next(reviewed.Items.Length)];
        var stamp = desk.Stamp(group: _random.Next(4) == 0 ? "g" + _random.Next(5) : null);
        var made = _random.Next(10) switch
        {
            0 => maker.Accept(item.Key, stamp),
            1 or 2 => maker.Reject(item.Key, stamp),
            3 => maker.Comment(item.Key, stamp with { Reason = "메모" }),
            4 when desk.Events.Length > 0 => EventMaker.Undo(_random.Next(3) == 0 ? "g" + _random.Next(5) : desk.Events[_random.Next(desk.Events.Length)].Id, stamp),
            5 => maker.Merge(Any(reviewed, ItemKind.Mention), Any(reviewed, ItemKind.Mention), stamp),
            6 or 7 => maker.Add(item.Kind, Value(item.Kind, reviewed).With(Place(item)), stamp),
            _ => maker.Edit(item.Key, _random.Next(3) == 0 ? Place(item) : Value(item.Kind, reviewed), stamp),
        };
        if (made is not null)
        {
            desk.Do(made);
        }
    }

    private string Any(ReviewedReport reviewed, ItemKind kind) => Pick([.. reviewed.Items.Where(i => i.Kind == kind).Select(i => i.Key)]);

    private T Pick<T>(params ImmutableArray<T> from) => from[_random.Next(from.Length)];

    private ItemFields Place(ItemState near) => ItemFields.Empty
        .With(ItemField.Start, near.Start + _random.Next(-2, 3))
        .With(ItemField.End, near.End + _random.Next(-2, 3));

    private ImmutableArray<TextPlace> Places(ReviewedReport reviewed, ItemKind kind) =>
        [.. Enumerable.Range(0, _random.Next(3)).Select(_ => reviewed.FieldsOf(Any(reviewed, kind))).Select(f => new TextPlace(f.Text(ItemField.Quote)!, f.Number(ItemField.Start), f.Number(ItemField.End)))];

    private ItemFields Value(ItemKind kind, ReviewedReport reviewed) => kind switch
    {
        ItemKind.Mention => ItemFields.Empty.With(ItemField.Type, Pick(ItemChoices.NameTypes)).With(ItemField.Name, Pick("한국은행", "조선산업협회", reviewed.FieldsOf(Any(reviewed, kind)).Text(ItemField.Name)!)),
        ItemKind.Date => ItemFields.Empty.With(ItemField.Edtf, Pick([.. Dates])),
        ItemKind.Amount => ItemValue.Parse(kind, Pick("1200 명", "10..20 %", "vague 개", "-3.5 %p"), ItemFields.Empty).Value!.With(ItemField.Kind, Pick(ItemChoices.AmountKinds)),
        ItemKind.Recommendation => ItemFields.Empty.With(ItemField.Category, Pick([.. ItemChoices.Categories, "없는 분류"])).With(ItemField.Kind, Pick(ItemChoices.RecommendationKinds))
            .With(ItemField.Actors, Places(reviewed, ItemKind.Mention)).With(ItemField.Amounts, Places(reviewed, ItemKind.Amount)),
        _ => ItemFields.Empty.With(ItemField.Type, Pick(ItemChoices.FactTypes)).With(ItemField.Arguments, ImmutableSortedDictionary<string, ImmutableArray<TextPlace>>.Empty
            .Add("object", [new TextPlace("선박 수주"), .. Places(reviewed, ItemKind.Mention)]).Add("amount", [.. Places(reviewed, ItemKind.Amount), new TextPlace("값")])),
    };
}
