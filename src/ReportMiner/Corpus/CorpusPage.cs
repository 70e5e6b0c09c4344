using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReportMiner.Documents;
using ReportMiner.Review;
using ReportMiner.Review.Events;

namespace ReportMiner.Corpus;

/// <summary>
/// Writes the page over a corpus: <c>index.html</c> and its rows in parts, scripts beside it that the page loads when they
/// are needed. It works from a file, without a server and without a network.
/// </summary>
public static class CorpusPage
{
    private const int RowsInPart = 4000;
    private const int LongestStatement = 280;
    private const string DateKey = "date";
    private const string RecommendationKey = "recommendation";

    private static readonly ImmutableArray<string> Kinds = ["budget", "target", "statistic", "forecast", "investment", "acquisition", "release", "partnership", RecommendationKey, DateKey];

    // As on the other pages: what could end a script element is escaped, letters of any script stay readable.
    private static readonly JsonSerializerOptions Data = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The page's files, each as it is made, the page itself last.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="link">The address of a review page, seen from the page: percent-encoded and relative; null where there is none.</param>
    public static IEnumerable<(string Name, byte[] Bytes)> Files(ReportCorpus corpus, Func<ReportRow, string?> link)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(link);
        var reports = corpus.Reports.Select((r, i) => (r.Report, i)).ToDictionary(r => r.Report, r => r.i, StringComparer.Ordinal);
        var ministries = new Numbering();
        var parts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);

        foreach (var (table, rows) in Tables(corpus, reports, ministries, counts))
        {
            var count = 0;
            foreach (var part in rows.Chunk(RowsInPart))
            {
                yield return ($"data/{table}-{count}.js", Part(table, count, part));
                count++;
            }

            parts[table] = count;
        }

        var listed = corpus.Reports.Select(r => new object?[] { r.Report, r.Title, r.Published, r.Year, link(r), r.CopyOf is null ? -1 : reports[r.CopyOf], Refs(r.Ministries, ministries), r.Pages, r.Facts, r.Recommendations, r.Mentions, r.Reviewed }).ToArray();
        var data = new
        {
            labels = Labels.All.SetItems(JsonSerializer.Deserialize<Dictionary<string, Label>>(PageAssets.Read("corpus-labels.json"), Data)!),
            reports = listed,
            totals = corpus.Totals.Select(t => new object?[] { t.Of, t.By, t.Ministry, t.Category, t.Year, t.Currency, t.Low, t.High, t.Statements, t.Restated, t.Reports, t.Meaning }),
            ministries = ministries.Names,
            kinds = Kinds,
            types = Enum.GetValues<EntityType>().Select(ItemCode.Of),
            entities = corpus.Entities.Length,
            contradictions = corpus.Contradictions.Length,
            counts,
            parts,
        };
        var html = new HtmlWriter();
        var script = PageAssets.Read("common.js") + PageAssets.Read("corpus.js");
        PageAssets.OpenPage(html, "ReportMiner", PageAssets.Read("common.css") + PageAssets.Read("corpus.css"), script, parts: true);
        html.Trusted(PageAssets.Read("corpus.html"));
        PageAssets.ClosePage(html, JsonSerializer.Serialize(data, Data), script);
        yield return ("index.html", html.ToUtf8());
    }

    private static IEnumerable<(string Table, IEnumerable<object?[]> Rows)> Tables(ReportCorpus corpus, Dictionary<string, int> reports, Numbering ministries, SortedDictionary<string, int> counts)
    {
        yield return ("items", corpus.Facts.Select(f =>
        {
            counts[f.Type] = counts.GetValueOrDefault(f.Type) + 1;
            return new object?[]
            {
                reports[f.Report], f.Fact, Kinds.IndexOf(f.Type), f.Page ?? 0, Refs(f.Ministries, ministries), YearOf(f.From ?? f.Until), YearOf(f.Until ?? f.From),
                About(f), f.Words("amount") ?? "", f.Edtf ?? "", Cut(f.Statement),
            };
        }).Concat(corpus.Recommendations.Select(r => new object?[]
        {
            reports[r.Report], r.Recommendation, Kinds.IndexOf(RecommendationKey), r.Page ?? 0, Refs(r.Ministries, ministries), 0, 0,
            r.Category, string.Join(", ", r.Amounts), r.Period ?? "", Cut(r.Text),
        })));
        yield return ("timeline", corpus.Timeline.Select(d => new object?[]
        {
            reports[d.Report], d.Item, Kinds.IndexOf(d.Type), d.Page ?? 0, Refs(d.Ministries, ministries), YearOf(d.From ?? d.Until), YearOf(d.Until ?? d.From),
            d.From ?? "", d.Until ?? "", d.Text ?? d.Edtf, Cut(d.Statement),
        }));
        yield return ("entities", corpus.Entities.Select(e => new object?[]
        {
            (int)e.Type, e.Name, e.Subtype ?? "", e.Reports, e.Mentions, e.First ?? "", e.Last ?? "", e.Forms.Select(f => f.Text),
            e.Places.SelectMany(p => new object?[] { reports[p.Report], p.Mention, p.Mentions }),
        }));
        yield return ("contradictions", corpus.Contradictions.Select(c => new object?[]
        {
            Kinds.IndexOf(c.Type), c.Object, c.Measure ?? "", c.Edtf, c.Unit, c.Reports,
            c.Figures.Select(f => new object?[] { f.Amount, f.Low, f.High, f.Modifier is { } m ? ItemCode.Of(m) : "", f.Places.Select(p => new object?[] { reports[p.Report], p.Fact, p.Page ?? 0, Cut(p.Statement) }) }),
        }));
    }

    private static byte[] Part(string table, int number, object?[][] rows) =>
        [.. "corpusPart("u8, .. JsonSerializer.SerializeToUtf8Bytes(table, Data), (byte)',', .. JsonSerializer.SerializeToUtf8Bytes(number, Data), (byte)',', .. JsonSerializer.SerializeToUtf8Bytes(rows, Data), .. ");\n"u8];

    /// <summary>What a fact is about: its object and measure, or who does it to whom.</summary>
    private static string About(FactRow fact) =>
        string.Join(" · ", fact.Arguments.Where(a => a.Key is not ("amount" or "date" or "source")).OrderBy(a => a.Key is not ("object" or "measure")).ThenByDescending(a => a.Key, StringComparer.Ordinal).SelectMany(a => a.Value));

    private static int YearOf(string? day) => day is null ? 0 : int.Parse(day.AsSpan(0, 4));

    private static IEnumerable<int> Refs(ImmutableArray<string> names, Numbering numbers) => names.Select(numbers.Of).ToArray();

    private static string Cut(string text)
    {
        if (text.Length <= LongestStatement)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[LongestStatement - 1]) ? LongestStatement - 1 : LongestStatement)] + "…";
    }

    /// <summary>Numbers names in the order they first come.</summary>
    private sealed class Numbering
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public IEnumerable<string> Names => _numbers.Keys;

        public int Of(string name) => _numbers.TryGetValue(name, out var number) ? number : _numbers[name] = _numbers.Count;
    }
}
