using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Review.Events;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Review.Events;

namespace ReportMiner.Tests.Review.Learning;

/// <summary>Two reports of one series in which the shipped models make the same mistakes, and what is right in them.</summary>
internal static class Siblings
{
    public const string Folder = "tests/ReportMiner.Tests/Learn/siblings";

    public static byte[] Text(string name) => File.ReadAllBytes(Repository.PathOf($"{Folder}/{name}.txt"));

    /// <summary>What is right.</summary>
    public static MarkedExcerpt Right(string name) => MarkedExcerpt.ReadFolder(Repository.PathOf(Folder)).Single(e => e.Name == name);

    /// <summary>Decides on all names, recommendations and facts of a report as a reviewer who knows what is right.</summary>
    public static ReviewDesk Corrected(Report extraction, MarkedExcerpt right)
    {
        var desk = new ReviewDesk(extraction);
        var maker = desk.Maker;
        var text = right.Marked.Text;
        // Every place of a name is marked: they are the places of its words.
        var names = right.Marked.Marks.Select(m => (Form: text[m.Start..m.End], m.Type)).Distinct().SelectMany(n => Places(extraction.Text, n.Form).Select(p => (Start: p, n.Form, n.Type))).ToList();
        foreach (var mention in extraction.Mentions)
        {
            var at = names.FindIndex(n => n.Start == mention.Start && n.Form == mention.Text);
            if (at < 0)
            {
                desk.Do(maker.Reject(mention.Id, desk.Stamp()));
                continue;
            }

            desk.Do(names[at].Type == EvaluationRows.Of(mention.Type) ? maker.Accept(mention.Id, desk.Stamp()) : maker.Edit(mention.Id, ItemFields.Empty.With(ItemField.Type, names[at].Type), desk.Stamp())!);
            names.RemoveAt(at);
        }

        foreach (var (start, form, type) in names)
        {
            desk.Do(maker.Add(ItemKind.Mention, Span(start, form).With(ItemField.Type, type), desk.Stamp()));
        }

        var statements = right.Recommendations!.Value.ToList();
        foreach (var found in extraction.Recommendations)
        {
            var at = statements.FindIndex(s => s.Text == found.Text);
            desk.Do(at < 0 ? maker.Reject(found.Id, desk.Stamp()) : maker.Edit(found.Id, Fields(statements[at]), desk.Stamp()) ?? maker.Accept(found.Id, desk.Stamp()));
            statements.RemoveAll(s => s.Text == found.Text);
        }

        foreach (var statement in statements)
        {
            desk.Do(maker.Add(ItemKind.Recommendation, Span(Places(extraction.Text, statement.Text).First(), statement.Text).With(Fields(statement)), desk.Stamp()));
        }

        var facts = right.Facts!.Value.ToList();
        foreach (var found in extraction.Facts)
        {
            var at = facts.FindIndex(f => f.Of("amount").First() == found.Arguments["amount"][0].Text);
            desk.Do(at < 0 ? maker.Reject(found.Id, desk.Stamp()) : maker.Edit(found.Id, Fields(facts[at]), desk.Stamp()) ?? maker.Accept(found.Id, desk.Stamp()));
            facts.RemoveAll(f => at >= 0 && f.Of("amount").First() == found.Arguments["amount"][0].Text);
        }

        foreach (var fact in facts)
        {
            var line = text.Split('\n')[fact.Lines[0] - 1].TrimStart('-', '□', '○', ' ');
            desk.Do(maker.Add(ItemKind.Fact, Span(Places(extraction.Text, line).First(), line).With(Fields(fact)), desk.Stamp()));
        }

        return desk;
    }

    private static ItemFields Fields(MarkedRecommendation right) => ItemFields.Empty.With(ItemField.Kind, right.Kind).With(ItemField.Category, right.Category);

    private static ItemFields Fields(MarkedFact right) => ItemFields.Empty.With(ItemField.Type, right.Type).With(
        ItemField.Arguments,
        right.Arguments.Keys.ToImmutableSortedDictionary(r => r, r => right.Of(r).Select(t => new TextPlace(t)).ToImmutableArray(), StringComparer.Ordinal));

    // All texts are of the basic plane: code points are characters.
    private static ItemFields Span(int start, string words) => ItemFields.Empty.With(ItemField.Start, start).With(ItemField.End, start + words.Length);

    private static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }
}
