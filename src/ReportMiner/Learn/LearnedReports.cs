using System.Collections.Immutable;
using System.Text;
using ReportMiner.Resources;

namespace ReportMiner.Learn;

/// <summary>
/// The file <c>taggers/learned.tsv</c>: what the models have learned from which reports, and from which decisions on them.
/// That is not learned again, which would count it twice, and not measured on.
/// </summary>
internal sealed class LearnedReports
{
    public const string FileName = "taggers/learned.tsv";

    private const string Head = "# What `reportminer learn` has learned: SHA-256 of the report, SHA-256 of the decisions on it, lessons, name.\n";

    private readonly ImmutableSortedDictionary<string, Entry> _reports;

    public LearnedReports(ResourceDirectory resources) => _reports = resources.Files.Any(f => f.Name == FileName)
        ? resources.ReadRows(FileName).Where(r => r.Length == 4).ToImmutableSortedDictionary(r => r[0], r => new Entry(r[1], [.. r[2].Split(',').Select(Enum.Parse<Lesson>)], r[3]), StringComparer.Ordinal)
        : ImmutableSortedDictionary.Create<string, Entry>(StringComparer.Ordinal);

    /// <summary>The lessons that were learned from the report as it is now.</summary>
    public ImmutableSortedSet<Lesson> Of(ReviewedText text) => _reports.TryGetValue(text.Sha256, out var known) && known.Decisions == text.Decisions ? known.Lessons : [];

    /// <summary>The file with further reports.</summary>
    public byte[] With(IEnumerable<ReviewedText> texts, ImmutableSortedSet<Lesson> lessons)
    {
        var all = _reports.SetItems(texts.Select(t => KeyValuePair.Create(t.Sha256, new Entry(t.Decisions, Of(t).Union(lessons), t.Name))));
        return Encoding.UTF8.GetBytes(Head + string.Concat(all.Where(r => !r.Value.Lessons.IsEmpty).Select(r => $"{r.Key}\t{r.Value.Decisions}\t{string.Join(',', r.Value.Lessons)}\t{r.Value.Name}\n")));
    }

    private sealed record Entry(string Decisions, ImmutableSortedSet<Lesson> Lessons, string Name);
}
