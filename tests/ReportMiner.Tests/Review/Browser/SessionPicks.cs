using ReportMiner.Documents;

namespace ReportMiner.Tests.Review.Browser;

/// <summary>The items that the scripted session corrects, chosen by what they are and not by number, so that better models do not break it.</summary>
internal sealed class SessionPicks
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referred;
    private readonly Report _report;

    public SessionPicks(Report report)
    {
        _report = report;
        _referred = [.. report.Facts.SelectMany(f => f.Arguments.Values).SelectMany(v => v).Select(v => v.Ref).OfType<string>(), .. report.Recommendations.SelectMany(r => r.Actors.Concat(r.Amounts))];
        // Those that will be gone or stand elsewhere must be in nothing else, or that would change too.
        (Rejected, Moved, Elsewhere) = (Lone(m => true), Lone(m => m.Text.Length > 4), Lone(m => true));
        (Merged, Renamed, Retyped) = (Lone(m => m.Type == EntityType.Org), Lone(m => true), Lone(m => m.Type is not (EntityType.Law or EntityType.Org)));
        (Accepted, Late) = (Lone(m => true), Lone(m => m.Type == EntityType.Org));
        MergedInto = report.Entities.Where(e => e.Type == EntityType.Org && !e.Mentions.Any(_taken.Contains)).MaxBy(e => e.Mentions.Length)!.Name;
        (RejectedDate, LateDate) = (Take(report.Dates.Where(Free)), Take(report.Dates.Where(Free)));
        (AcceptedDate, EditedDate) = (Take(report.Dates), Take(report.Dates));
        (AcceptedAmount, EditedAmount, VagueAmount, RetypedAmount) = (Take(Sure()), Take(Sure()), Take(Sure()), Take(Sure().Where(a => a.Kind != AmountKind.Measure)));
        (RejectedFact, EditedFact, RetypedFact) = (Take(report.Facts), Take(report.Facts.Where(f => !f.Arguments.ContainsKey("source"))), Take(report.Facts.Where(f => f.Type != "forecast")));
        (RetypedStatement, EditedStatement) = (Take(report.Recommendations), Take(report.Recommendations));
    }

    public Mention Accepted { get; }

    public Mention Rejected { get; }

    public Mention Retyped { get; }

    public Mention Renamed { get; }

    public Mention Moved { get; }

    public Mention Merged { get; }

    public string MergedInto { get; }

    public Mention Elsewhere { get; }

    public Mention Late { get; }

    public DateItem AcceptedDate { get; }

    public DateItem RejectedDate { get; }

    public DateItem EditedDate { get; }

    public DateItem LateDate { get; }

    public Amount AcceptedAmount { get; }

    public Amount EditedAmount { get; }

    public Amount VagueAmount { get; }

    public Amount RetypedAmount { get; }

    public Fact RejectedFact { get; }

    public Fact EditedFact { get; }

    public Fact RetypedFact { get; }

    public Recommendation RetypedStatement { get; }

    public Recommendation EditedStatement { get; }

    /// <summary>The words of a fact as the queue shows them.</summary>
    public static string Words(Fact fact) => fact.Arguments.Values.First()[0].Text;

    /// <summary>A name that is named once: nothing else changes with its entity.</summary>
    private Mention Lone(Func<Mention, bool> wanted) =>
        Take(_report.Mentions.Where(m => wanted(m) && Free(m) && m.Type != EntityType.Law && _report.Entities.Single(e => e.Id == m.Entity).Mentions.Length == 1));

    private IEnumerable<Amount> Sure() => _report.Amounts.Where(a => !a.Vague && a.Modifier is null);

    private bool Free(ExtractedItem item) => !_referred.Contains(item.Id);

    private T Take<T>(IEnumerable<T> items)
        where T : ExtractedItem
    {
        var item = items.First(i => !_taken.Contains(i.Id));
        _taken.Add(item.Id);
        return item;
    }
}
