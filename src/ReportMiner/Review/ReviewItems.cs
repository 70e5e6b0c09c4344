using System.Collections.Immutable;
using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Review;

/// <summary>Lists a report's items for the page, in reading order.</summary>
internal static class ReviewItems
{
    public static ImmutableArray<ReviewItem> Of(Report report, Utf16Offsets offsets)
    {
        var entities = report.Entities.ToLookup(e => e.Id, StringComparer.Ordinal);
        var texts = report.Mentions.Select(m => (m.Id, m.Text)).Concat(report.Amounts.Select(a => (a.Id, a.Text)))
            .ToLookup(p => p.Id, p => p.Text, StringComparer.Ordinal);
        string Words(ImmutableArray<string> ids) => string.Join(", ", ids.SelectMany(id => texts[id].Take(1)));

        ReviewItem Item(ExtractedItem item, string kind, string text, string? value, params (string Key, string? Value)[] details) =>
            new(item.Id, kind, text, value, item.Page, item.Confidence, item.Source, [.. details.Where(d => d.Value is { Length: > 0 }).Select(d => new[] { d.Key, d.Value! })])
            {
                Start = offsets[item.Start],
                End = offsets[item.End],
            };

        var items = new List<ReviewItem>();
        foreach (var m in report.Mentions)
        {
            var entity = entities[m.Entity ?? string.Empty].FirstOrDefault();
            items.Add(Item(m, m.Type.ToString().ToUpperInvariant(), m.Text, entity?.Name, ("entity", entity?.Name), ("subtype", entity?.Subtype), ("aliases", entity is null ? null : string.Join(", ", entity.Aliases))));
        }

        foreach (var d in report.Dates)
        {
            items.Add(Item(d, "DATE", d.Text, d.Edtf ?? "unresolved", ("kind", "kind." + Code(d.Kind)), ("edtf", d.Edtf), ("from", d.From), ("until", d.Until)));
        }

        var left = report.LeftFigures.ToDictionary(l => l.Amount, l => "left." + Code(l.Reason), StringComparer.Ordinal);
        foreach (var a in report.Amounts)
        {
            var modifier = a.Modifier is { } m ? "modifier." + Code(m) : null;
            items.Add(Item(a, "AMOUNT", a.Text, ValueOf(a), ("kind", "kind." + Code(a.Kind)), ("low", Grouped(a.Low)), ("high", Grouped(a.High)), ("unit", a.Unit), ("modifier", modifier), ("left", left.GetValueOrDefault(a.Id))));
        }

        foreach (var r in report.Recommendations)
        {
            items.Add(Item(r, "RECOMMENDATION", r.Text, "category." + r.Category, ("kind", "kind." + Code(r.Kind)), ("category", "category." + r.Category), ("actors", Words(r.Actors)), ("period", r.Period), ("status", r.Status), ("amounts", Words(r.Amounts))));
        }

        foreach (var f in report.Facts)
        {
            var fillers = f.Arguments.Select(a => (Role: a.Key, Text: string.Join(", ", a.Value.Select(v => v.Text)))).ToArray();
            items.Add(Item(f, "FACT", string.Join(" · ", fillers.Select(a => a.Text)), "fact." + f.Type, [.. fillers.Select(a => ("role." + a.Role, (string?)a.Text))]));
        }

        return [.. items.OrderBy(i => i.Start).ThenByDescending(i => i.End).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }

    private static string ValueOf(Amount amount)
    {
        if (amount.Vague)
        {
            return "vague";
        }

        var number = string.Equals(amount.Low, amount.High, StringComparison.Ordinal) ? Grouped(amount.Low) : $"{Grouped(amount.Low)} ~ {Grouped(amount.High)}";
        return $"{number} {amount.Unit}".Trim();
    }

    /// <summary>Parts the digits in threes: 265500000000 is hard to check by eye.</summary>
    private static string? Grouped(string? number)
    {
        if (number is null)
        {
            return null;
        }

        var point = number.IndexOf('.', StringComparison.Ordinal);
        var grouped = number;
        for (var i = (point < 0 ? number.Length : point) - 3; i > 0 && char.IsAsciiDigit(number[i - 1]); i -= 3)
        {
            grouped = grouped.Insert(i, ",");
        }

        return grouped;
    }

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
