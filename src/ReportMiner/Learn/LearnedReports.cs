using System.Collections.Immutable;
using System.Text;
using ReportMiner.Resources;

namespace ReportMiner.Learn;

/// <summary>
/// The file <c>taggers/learned.tsv</c>: which reports the models have learned further from, and from which decisions on
/// them. They are not learned from again, which would count them twice, and not measured on.
/// </summary>
internal sealed class LearnedReports
{
    public const string FileName = "taggers/learned.tsv";

    private const string Head = "# Reports that `reportminer learn` has learned from: SHA-256, SHA-256 of the decisions, name.\n";

    private readonly ImmutableSortedDictionary<string, (string Decisions, string Name)> _reports;

    public LearnedReports(ResourceDirectory resources) => _reports = resources.Files.Any(f => f.Name == FileName)
        ? resources.ReadRows(FileName).Where(r => r.Length == 3).ToImmutableSortedDictionary(r => r[0], r => (r[1], r[2]), StringComparer.Ordinal)
        : ImmutableSortedDictionary.Create<string, (string, string)>(StringComparer.Ordinal);

    public bool Has(ReviewedText text) => _reports.TryGetValue(text.Sha256, out var known) && known.Decisions == text.Decisions;

    /// <summary>The file with further reports.</summary>
    public byte[] With(IEnumerable<ReviewedText> texts) => Encoding.UTF8.GetBytes(Head + string.Concat(
        _reports.SetItems(texts.Select(t => KeyValuePair.Create(t.Sha256, (t.Decisions, t.Name)))).Select(r => $"{r.Key}\t{r.Value.Decisions}\t{r.Value.Name}\n")));
}
