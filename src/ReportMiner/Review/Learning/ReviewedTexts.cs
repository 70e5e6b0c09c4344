using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Learning;

/// <summary>
/// Makes of a reviewed report what there is to learn from it. A line (paragraph, list item, heading, row of a table)
/// teaches names where it holds at least one and all of them were decided on, or where all names of the whole report were;
/// recommendations and facts likewise. All other lines count as not looked through.
/// </summary>
public static class ReviewedTexts
{
    /// <summary>What the review of a report teaches; null where nothing was decided on that is learned.</summary>
    /// <param name="name">What the report is called.</param>
    public static ReviewedText? Of(string name, ReviewedReport reviewed, ImmutableArray<ReviewEvent> events)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var excerpt = CorrectedReport.ToExcerpt(name, reviewed.Report);
        var lines = new ReviewedLines(reviewed);
        var unread = Enum.GetValues<Lesson>().ToImmutableSortedDictionary(l => l, lines.Unread);
        if (unread.All(u => u.Value.Length == lines.Count))
        {
            return null;
        }

        return new ReviewedText(
            name,
            reviewed.Extraction.Source.Sha256,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', reviewed.Items.SelectMany(i => i.Events))))),
            // Headings and captions are not reviewed.
            excerpt with { Unread = unread, Structure = null },
            [.. Names(reviewed, events.ToLookup(e => e.Id, e => e.Who, StringComparer.Ordinal))]);
    }

    private static IEnumerable<NameDecision> Names(ReviewedReport reviewed, ILookup<string, string> who)
    {
        foreach (var item in reviewed.Items.Where(i => i.Kind == ItemKind.Mention && i.Decision != Decision.Open))
        {
            ImmutableArray<string> reviewers = [.. item.Events.SelectMany(e => who[e]).Distinct(StringComparer.Ordinal)];
            var left = (Mention)reviewed.ItemOf(item.Key);
            var form = Form(reviewed.FieldsOf(item.Key).Text(ItemField.Quote));
            // What the pipeline had made of it; nothing of an added one.
            var found = reviewed.BaseOf(item.Key);
            var type = ItemCode.Parse<EntityType>(found.Content?.Text(ItemField.Type));
            if (item.Decision != Decision.Rejected)
            {
                yield return new NameDecision(form, left.Type, Form(reviewed.FieldsOf(item.Key).Text(ItemField.Name)), item.Decision != Decision.Accepted, item.Events, reviewers);
            }

            if (type is { } was && (item.Decision == Decision.Rejected || (was, Form(found.Quote)) != (left.Type, form)))
            {
                yield return new NameDecision(Form(found.Quote), was, null, true, item.Events, reviewers);
            }
        }
    }

    private static string Form(string? quote) => WhiteSpace.Fold(quote ?? "");
}
