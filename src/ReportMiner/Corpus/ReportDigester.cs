using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Resolve;

namespace ReportMiner.Corpus;

/// <summary>Makes the rows of one report. Thread-safe.</summary>
internal sealed class ReportDigester(NameBook names, FigureKeys figures, MoneyReader money)
{
    /// <summary>So many characters before and after a date are its statement where its block is longer.</summary>
    private const int Before = 60;
    private const int After = 100;

    private static readonly ImmutableArray<string> Acting = ["actor", "investor", "acquirer", FactTypes.Parties];

    public ReportDigest Digest(string name, Report report, string? reviewPage, bool reviewed)
    {
        var text = new Utf16Offsets(report.Text);
        string Slice(int start, int end) => Folded(report.Text.AsSpan(text[start], Math.Max(0, text[end] - text[start])));
        var entities = report.Entities.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var mentions = report.Mentions.DistinctBy(m => m.Id).ToDictionary(m => m.Id, StringComparer.Ordinal);
        var dates = report.Dates.DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var amounts = report.Amounts.DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
        ImmutableArray<string> publishers = [.. report.Metadata.Publishers.Select(names.Ministry).OfType<string>().Distinct()];
        string NameOf(Mention mention) => names.Find(mention.Type, entities.TryGetValue(mention.Entity ?? "", out var entity) ? entity.Name : mention.Text).Name;
        // A filler that is a name is called as the corpus calls it.
        string Known(Fact fact, string role) => string.Join(' ', fact.Arguments.GetValueOrDefault(role, []).Select(v => mentions.TryGetValue(v.Ref ?? "", out var mention) ? NameOf(mention) : v.Text));
        ImmutableArray<string> Ministries(IEnumerable<string?> refs)
        {
            var named = refs.Select(r => mentions.GetValueOrDefault(r ?? "")).Where(m => m is { Type: EntityType.Org }).Select(m => names.Ministry(NameOf(m!))).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
            return named.IsEmpty ? publishers : named;
        }

        ImmutableArray<FactRow> facts =
        [
            .. report.Facts.Select(f =>
            {
                var amount = Filler(f, FactTypes.Amount, amounts);
                var date = Filler(f, FactTypes.Date, dates);
                return new FactRow
                {
                    Report = name,
                    Fact = f.Id,
                    Type = f.Type,
                    Arguments = f.Arguments.ToImmutableSortedDictionary(a => a.Key, a => a.Value.Select(v => v.Text).ToImmutableArray(), StringComparer.Ordinal),
                    Low = amount?.Low,
                    High = amount?.High,
                    Unit = amount?.Unit,
                    Modifier = amount?.Modifier,
                    Edtf = date?.Edtf,
                    From = date?.From,
                    Until = date?.Until,
                    Ministries = Ministries(Acting.SelectMany(r => f.Arguments.GetValueOrDefault(r, [])).Select(v => v.Ref)),
                    Page = f.Page,
                    Confidence = f.Confidence,
                    Source = f.Source,
                    Statement = Slice(f.Start, f.End),
                };
            }),
        ];
        ImmutableArray<RecommendationRow> recommendations =
        [
            .. report.Recommendations.Select(r => new RecommendationRow
            {
                Report = name,
                Recommendation = r.Id,
                Text = r.Text,
                Kind = r.Kind,
                Category = r.Category,
                Actors = [.. r.Actors.Select(mentions.GetValueOrDefault).OfType<Mention>().Select(NameOf).Distinct()],
                Ministries = Ministries(r.Actors),
                Period = r.Period,
                Status = r.Status,
                Amounts = [.. r.Amounts.Select(amounts.GetValueOrDefault).OfType<Amount>().Select(a => a.Text)],
                Page = r.Page,
                Confidence = r.Confidence,
            }),
        ];
        var row = new ReportRow
        {
            Report = name,
            Title = report.Metadata.Title,
            Publishers = report.Metadata.Publishers,
            Ministries = publishers,
            Published = report.Metadata.Published,
            Year = EdtfDate.Parse(report.Metadata.Published)?.Year,
            ReportNumber = report.Metadata.ReportNumber,
            Pages = report.Source.Pages,
            FileName = report.Source.FileName,
            Sha256 = report.Source.Sha256,
            ReviewPage = reviewPage,
            Reviewed = reviewed,
            CopyOf = null,
            Mentions = report.Mentions.Length,
            Dates = report.Dates.Length,
            UnresolvedDates = report.Dates.Count(d => d.Edtf is null),
            Amounts = report.Amounts.Length,
            Recommendations = report.Recommendations.Length,
            Facts = report.Facts.Length,
        };
        return new ReportDigest(row)
        {
            Names = [.. Names(report, mentions)],
            Facts = facts,
            Figures = [.. facts.Select((f, i) => figures.Of(f, role => Known(report.Facts[i], role), report.Facts[i].Arguments.GetValueOrDefault(FactTypes.Object, []).All(o => mentions.ContainsKey(o.Ref ?? ""))))],
            Recommendations = recommendations,
            Dates = [.. Timeline(name, report, facts, recommendations, publishers, text)],
            Money = [.. money.Read(report, facts, recommendations, (i, role) => Known(report.Facts[i], role))],
        };
    }

    private IEnumerable<DigestedName> Names(Report report, Dictionary<string, Mention> mentions)
    {
        foreach (var entity in report.Entities)
        {
            ImmutableArray<Mention> members = [.. entity.Mentions.Select(mentions.GetValueOrDefault).OfType<Mention>()];
            if (members.IsEmpty)
            {
                continue;
            }

            var name = names.Find(entity.Type, entity.Name);
            yield return new DigestedName(
                entity.Type,
                name with { Subtype = name.Subtype ?? entity.Subtype },
                names.JoinKey(entity.Type, name, members.Select(m => m.Text)),
                [.. members.CountBy(m => m.Text, StringComparer.Ordinal).Select(f => new EntityForm(f.Key, f.Value))],
                members.MinBy(m => m.Start)!);
        }
    }

    /// <summary>The dated facts, the recommendations with a period, and the dates that are in neither.</summary>
    private static IEnumerable<DateRow> Timeline(string name, Report report, ImmutableArray<FactRow> facts, ImmutableArray<RecommendationRow> recommendations, ImmutableArray<string> publishers, Utf16Offsets text)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i] is { Edtf: { } edtf } fact)
            {
                var when = report.Facts[i].Arguments[FactTypes.Date][0];
                told.Add(when.Ref!);
                yield return Row(fact.From, fact.Until, edtf, when.Text, fact.Type, fact.Fact, fact.Page, fact.Ministries, fact.Statement);
            }
        }

        var stated = report.Recommendations.Where(r => r.Period is not null).ToImmutableArray();
        foreach (var recommendation in recommendations.Where(r => r.Period is not null))
        {
            if (EdtfPeriod.Parse(recommendation.Period!) is { } period)
            {
                yield return Row(period.From, period.Until, recommendation.Period!, null, "recommendation", recommendation.Recommendation, recommendation.Page, recommendation.Ministries, recommendation.Text);
            }
        }

        foreach (var date in report.Dates.Where(d => d.Edtf is not null && !told.Contains(d.Id) && !TextSpans.Around(stated, d)))
        {
            yield return Row(date.From, date.Until, date.Edtf!, date.Text, "date", date.Id, date.Page, publishers, Round(report, date, text));
        }

        DateRow Row(string? from, string? until, string edtf, string? words, string type, string item, int? page, ImmutableArray<string> ministries, string statement) => new()
        {
            From = from,
            Until = until,
            Edtf = edtf,
            Kind = (from, until) switch { (null, _) => DateKind.Until, (_, null) => DateKind.Since, _ => edtf.Contains('/', StringComparison.Ordinal) ? DateKind.Range : DateKind.Point },
            Text = words,
            Type = type,
            Report = name,
            Item = item,
            Page = page,
            Ministries = ministries,
            Statement = statement,
        };
    }

    /// <summary>The block a date stands in, or of a long one the words round the date.</summary>
    private static string Round(Report report, DateItem date, Utf16Offsets text)
    {
        var after = TextSpans.First(report.Blocks.Length, i => report.Blocks[i].Start > date.Start);
        var block = after > 0 ? report.Blocks[after - 1] : null;
        var (first, last) = block is null || block.End < date.End ? (date.Start, date.End) : (block.Start, block.End);
        var (start, end) = (Math.Max(first, date.Start - Before), Math.Min(last, date.End + After));
        return (start > first ? "…" : "") + Folded(report.Text.AsSpan(text[start], text[end] - text[start])) + (end < last ? "…" : "");
    }

    private static T? Filler<T>(Fact fact, string role, Dictionary<string, T> items)
        where T : class => fact.Arguments.GetValueOrDefault(role, []) is [{ Ref: { } id }, ..] ? items.GetValueOrDefault(id) : null;

    private static string Folded(ReadOnlySpan<char> text) => WhiteSpace.Fold(text.ToString());
}
