using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportMiner.Review.Events;

/// <summary>
/// Fields of an item by name (<see cref="ItemField"/>), some or all: texts, numbers, true or false, lists of places, and
/// lists of places by role. Equal where all fields are.
/// </summary>
[JsonConverter(typeof(ItemFieldsConverter))]
public sealed class ItemFields : IEquatable<ItemFields>
{
    private readonly ImmutableSortedDictionary<string, object?> _values;

    private ItemFields(ImmutableSortedDictionary<string, object?> values) => _values = values;

    /// <summary>No fields.</summary>
    public static ItemFields Empty { get; } = new(ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal));

    /// <summary>The names of the fields, in ordinal order.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _values.IsEmpty;

    /// <summary>Whether the field is there, be it null.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>A text; null where the field is null, missing or no text.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    /// <summary>A number, or null.</summary>
    public int? Number(string name) => _values.GetValueOrDefault(name) as int?;

    /// <summary>True or false, or null.</summary>
    public bool? Flag(string name) => _values.GetValueOrDefault(name) as bool?;

    /// <summary>A list of places; empty where there is none.</summary>
    public ImmutableArray<TextPlace> Places(string name) => _values.GetValueOrDefault(name) is ImmutableArray<TextPlace> places ? places : [];

    /// <summary>Lists of places by role; empty where there are none.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<TextPlace>> Roles(string name) =>
        _values.GetValueOrDefault(name) as ImmutableSortedDictionary<string, ImmutableArray<TextPlace>>
        ?? ImmutableSortedDictionary.Create<string, ImmutableArray<TextPlace>>(StringComparer.Ordinal);

    /// <summary>With a text or null.</summary>
    public ItemFields With(string name, string? value) => Set(name, value);

    /// <summary>With a number.</summary>
    public ItemFields With(string name, int value) => Set(name, value);

    /// <summary>With true or false.</summary>
    public ItemFields With(string name, bool value) => Set(name, value);

    /// <summary>With a list of places.</summary>
    public ItemFields With(string name, ImmutableArray<TextPlace> value) => Set(name, value);

    /// <summary>With lists of places by role.</summary>
    public ItemFields With(string name, ImmutableSortedDictionary<string, ImmutableArray<TextPlace>> value) => Set(name, value);

    /// <summary>With the fields of another in place of these.</summary>
    public ItemFields With(ItemFields others) => new(_values.SetItems(others._values));

    /// <summary>Only the fields for whose name a condition holds.</summary>
    public ItemFields Only(Func<string, bool> wanted) => new(_values.RemoveRange(_values.Keys.Where(n => !wanted(n))));

    /// <summary>Only those of the fields that are others, or missing, in <paramref name="before"/>.</summary>
    public ItemFields ChangedFrom(ItemFields before) => Only(n => !before.Has(n) || !Same(n, before));

    /// <summary>What the item says: its fields without offsets and quote, the places as words alone.</summary>
    public ItemFields Content() => new(_values
        .RemoveRange([ItemField.Start, ItemField.End, ItemField.Quote])
        .ToImmutableSortedDictionary(f => f.Key, f => Words(f.Value), StringComparer.Ordinal));

    /// <summary>Whether a field is the same in both, or in neither.</summary>
    public bool Same(string name, ItemFields other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Has(name) == other.Has(name) && Same(_values.GetValueOrDefault(name), other._values.GetValueOrDefault(name));
    }

    /// <inheritdoc/>
    public bool Equals(ItemFields? other) => other is not null && _values.Count == other._values.Count && _values.Keys.All(n => Same(n, other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ItemFields);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(_values.Count, (hash, f) => HashCode.Combine(hash, f.Key.GetHashCode(StringComparison.Ordinal), f.Value is string text ? text.GetHashCode(StringComparison.Ordinal) : 0));

    /// <summary>Whether the value is of the type that fields of the name have.</summary>
    internal bool HasShape(string name) => _values.GetValueOrDefault(name) is var value && name switch
    {
        ItemField.Start or ItemField.End => value is int,
        ItemField.Vague => value is bool,
        ItemField.Actors or ItemField.Amounts => value is ImmutableArray<TextPlace>,
        ItemField.Arguments => value is ImmutableSortedDictionary<string, ImmutableArray<TextPlace>>,
        _ => value is null or string,
    };

    internal object? this[string name] => _values.GetValueOrDefault(name);

    internal ItemFields Set(string name, object? value) => new(_values.SetItem(name, value));

    private static object? Words(object? value) => value switch
    {
        ImmutableArray<TextPlace> places => Words(places),
        ImmutableSortedDictionary<string, ImmutableArray<TextPlace>> roles => roles.ToImmutableSortedDictionary(r => r.Key, r => Words(r.Value), StringComparer.Ordinal),
        _ => value,
    };

    private static ImmutableArray<TextPlace> Words(ImmutableArray<TextPlace> places) => [.. places.Select(p => new TextPlace(p.Text))];

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (ImmutableArray<TextPlace> x, ImmutableArray<TextPlace> y) => x.SequenceEqual(y),
        (ImmutableSortedDictionary<string, ImmutableArray<TextPlace>> x, ImmutableSortedDictionary<string, ImmutableArray<TextPlace>> y) =>
            x.Count == y.Count && x.All(r => y.TryGetValue(r.Key, out var fillers) && fillers.SequenceEqual(r.Value)),
        _ => Equals(a, b),
    };
}
