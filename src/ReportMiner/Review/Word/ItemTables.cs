using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>The tables of items, each with its controls, notes and comments.</summary>
internal sealed class ItemTables(ReviewedReport reviewed, ControlWriter controls, NoteWriter notes, CommentWriter comments)
{
    /// <summary>Word grows slow over thousands of controls: a table has no more rows, and says how many it left out.</summary>
    private const int Most = 400;

    /// <summary>So much of a quoted statement tells what it is.</summary>
    private const int LongestQuote = 240;

    private const int Context = 12;

    // What takes more room in a table of facts.
    private static readonly Dictionary<string, int> RoleShares = new(StringComparer.Ordinal) { ["object"] = 18, ["amount"] = 21, ["parties"] = 24 };

    public IEnumerable<OpenXmlElement> Recommendations()
    {
        yield return Heading("Heading1", "recommendations");
        var items = Items(ItemKind.Recommendation);
        foreach (var element in items.IsEmpty ? [None()] : items.GroupBy(i => ((Recommendation)reviewed.ItemOf(i.Key)).Category, StringComparer.Ordinal)
            .OrderBy(g => ItemChoices.Categories.IndexOf(g.Key)).SelectMany(g => Category(g.Key, [.. g])))
        {
            yield return element;
        }
    }

    public IEnumerable<OpenXmlElement> Facts()
    {
        yield return Heading("Heading1", "section.facts");
        var items = Items(ItemKind.Fact);
        Fact Of(ItemState item) => (Fact)reviewed.ItemOf(item.Key);
        // Of too many the statistics are the least telling.
        var shown = items.OrderBy(i => i.Decision == Decision.Open).ThenBy(i => Of(i).Type == "statistic").ThenByDescending(i => Of(i).Confidence).ThenBy(i => i.Start).Take(Most).ToHashSet();
        foreach (var element in items.IsEmpty ? [None()] : items.Where(shown.Contains).GroupBy(i => Of(i).Type, StringComparer.Ordinal)
            .OrderBy(g => g.Key == "statistic").ThenBy(g => ItemChoices.FactTypes.IndexOf(g.Key)).SelectMany(g => OfType(g.Key, [.. g])).Concat(Left(items.Length - shown.Count)))
        {
            yield return element;
        }
    }

    public IEnumerable<OpenXmlElement> Amounts() => Values("section.amounts", Items(ItemKind.Amount), WordFields.Value, kinds: true);

    public IEnumerable<OpenXmlElement> Dates() => Values("section.dates", Items(ItemKind.Date), ItemField.Edtf, kinds: false);

    /// <summary>The names nobody has decided on that are doubtful.</summary>
    public IEnumerable<OpenXmlElement> Names() =>
        Values("section.names", [.. Items(ItemKind.Mention).Where(comments.IsDoubtful)], ItemField.Name, kinds: true);

    private IEnumerable<OpenXmlElement> Category(string category, ImmutableArray<ItemState> items)
    {
        yield return WordText.Paragraph("Heading2", $"{WordLabels.Of("category." + category)} ({items.Length})");
        var table = new WordTable(
            WordLabels.Of("category." + category),
            Column("id", 6), Column("statement", 33), Column("actors", 15), Column("period", 13), Column("amounts", 19), Column("page", 5, number: true), Column("review", 16));
        foreach (var item in items)
        {
            var recommendation = (Recommendation)reviewed.ItemOf(item.Key);
            table.Row(keepWithNext: false,
            [
                [[WordText.Run(item.Id)]],
                [[.. comments.On(item, controls.Control(item, ItemField.Text)), .. notes.References(item.Start, item.End)]],
                [controls.Control(item, ItemField.Actors)],
                [controls.Control(item, ItemField.Period)],
                [controls.Control(item, ItemField.Amounts), .. recommendation.Amounts.Select(Value).OfType<IEnumerable<OpenXmlElement>>()],
                [Page(recommendation)],
                [controls.Control(item, ItemField.Category), controls.Control(item, ItemField.Kind), [WordText.Run(WordFields.Label(ItemField.Status) + " "), .. controls.Control(item, ItemField.Status)], controls.Control(item, WordFields.Decision)],
            ]);
        }

        yield return table.Element;
    }

    private IEnumerable<OpenXmlElement> OfType(string type, ImmutableArray<ItemState> items)
    {
        yield return WordText.Paragraph("Heading2", $"{WordLabels.Of("fact." + type)} ({items.Length})");
        var facts = items.Select(i => (Item: i, Fact: (Fact)reviewed.ItemOf(i.Key))).ToList();
        ImmutableArray<string> roles = [.. RolesOf(type).Union(facts.SelectMany(f => f.Fact.Arguments.Keys).Order(StringComparer.Ordinal), StringComparer.Ordinal)];
        var table = new WordTable(
            WordLabels.Of("fact." + type),
            [Column("id", 7), .. roles.Select(r => new WordColumn(WordLabels.Of("role." + r), RoleShares.GetValueOrDefault(r, 12))), Column("page", 5, number: true), Column("factReview", 12)]);
        foreach (var (item, fact) in facts)
        {
            var first = roles.FirstOrDefault(fact.Arguments.ContainsKey, roles[0]);
            ImmutableArray<IEnumerable<OpenXmlElement>> Role(string role)
            {
                var control = controls.Control(item, WordFields.RolePrefix + role);
                return [role == first ? [.. comments.On(item, control), .. notes.References(item.Start, item.End)] : control, .. fact.Arguments.GetValueOrDefault(role, []).Select(a => Value(a.Ref)).OfType<IEnumerable<OpenXmlElement>>()];
            }

            var quote = WordText.Fold(reviewed.FieldsOf(item.Key).Text(ItemField.Quote));
            // The quote of a table's fact is the figure alone.
            var quoted = !fact.Arguments.Values.Any(r => r.Any(a => WordText.Fold(a.Text) == quote));
            table.Row(keepWithNext: quoted,
            [
                [[WordText.Run(item.Id)]],
                .. roles.Select(Role),
                [Page(fact)],
                [controls.Control(item, ItemField.Type), controls.Control(item, WordFields.Decision)],
            ]);
            if (quoted)
            {
                table.Note(WordLabels.Of("quote", quote.Length > LongestQuote ? string.Concat(quote.EnumerateRunes().Take(LongestQuote)) + "…" : quote));
            }
        }

        yield return table.Element;
    }

    private IEnumerable<OpenXmlElement> Values(string section, ImmutableArray<ItemState> items, string field, bool kinds)
    {
        yield return Heading("Heading1", section);
        if (items.IsEmpty)
        {
            yield return None();
            yield break;
        }

        var table = new WordTable(
            WordLabels.Of(section),
            [Column("id", 7), Column("words", 16), Column(field == ItemField.Name ? "name" : "value", 20), .. kinds ? [Column("kind", 9)] : ImmutableArray<WordColumn>.Empty,
                Column("context", 28), Column("page", 5, number: true), Column("confidence", 7, number: true), Column("decision", 8)]);
        foreach (var state in items.Take(Most))
        {
            var item = reviewed.ItemOf(state.Key);
            var place = reviewed.BaseOf(state.Key);
            table.Row(
            [
                [WordText.Run(state.Id)],
                [WordText.Run(reviewed.FieldsOf(state.Key).Text(ItemField.Quote))],
                comments.On(state, controls.Control(state, field)),
                .. kinds ? [item is Amount amount ? [WordText.Run(WordLabels.Of("kind." + ItemCode.Of(amount.Kind)))] : controls.Control(state, ItemField.Type)] : ImmutableArray<IEnumerable<OpenXmlElement>>.Empty,
                [WordText.Run($"…{string.Concat(place.Before.EnumerateRunes().TakeLast(Context))}【{place.Quote}】{string.Concat(place.After.EnumerateRunes().Take(Context))}…")],
                Page(item),
                [WordText.Run(item.Confidence.ToString("0.00", CultureInfo.InvariantCulture))],
                controls.Control(state, WordFields.Decision),
            ]);
        }

        yield return table.Element;
        foreach (var left in Left(items.Length - Most))
        {
            yield return left;
        }
    }

    /// <summary>The value of an amount or date that a statement names; null of other items.</summary>
    private IEnumerable<OpenXmlElement>? Value(string? key) => key is null || reviewed.Find(key) is not { Id: not null } item ? null : item.Kind switch
    {
        ItemKind.Amount => [WordText.Run("= "), .. controls.Control(item, WordFields.Value)],
        ItemKind.Date => [WordText.Run("= "), .. controls.Control(item, ItemField.Edtf)],
        _ => null,
    };

    private ImmutableArray<ItemState> Items(ItemKind kind) => [.. reviewed.Items.Where(i => i.Kind == kind && i.Id is not null)];

    private static ImmutableArray<string> RolesOf(string type)
    {
        var roles = FactTypes.RolesOf(type);
        return FactTypes.OfFigures.Contains(type) ? roles.Insert(Math.Max(0, roles.IndexOf(FactTypes.Date)), FactTypes.Amount) : roles;
    }

    private static WordColumn Column(string head, int share, bool number = false) => new(WordLabels.Of("head." + head), share, number);

    private static IEnumerable<OpenXmlElement> Page(TextItem item) => [WordText.Run(item.Page?.ToString(CultureInfo.InvariantCulture) ?? "–")];

    private static Paragraph Heading(string style, string label) => WordText.Paragraph(style, WordLabels.Of(label));

    private static Paragraph None() => WordText.Paragraph(null, WordLabels.Of("none"));

    private static IEnumerable<OpenXmlElement> Left(int count) => count > 0 ? [WordText.Paragraph("TableNote", WordLabels.Of("left", count))] : [];
}
