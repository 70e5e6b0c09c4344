using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReportMiner.Learn;

/// <summary>Collects comparisons, report by report. Not thread-safe.</summary>
internal sealed class EvaluationBuilder
{
    private const int Around = 24;

    private readonly List<Dictionary<string, Counts>> _documents = [];
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<(double Confidence, bool Right)>> _finds = new(StringComparer.Ordinal);
    private readonly List<EvaluationError> _errors = [];
    private string _document = "";
    private string _text = "";

    /// <summary>Begins the next report.</summary>
    /// <param name="text">What the offsets of its errors are offsets into.</param>
    public void Begin(string document, string text)
    {
        _documents.Add(new Dictionary<string, Counts>(StringComparer.Ordinal));
        (_document, _text) = (document, text);
    }

    public void Count(string row, Counts counts)
    {
        _rows.Add(row);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_documents[^1], row, out _);
        sum += counts;
    }

    /// <summary>A find whose confidence is to be believed or not.</summary>
    public void Find(string kind, double confidence, bool right)
    {
        if (!_finds.TryGetValue(kind, out var finds))
        {
            _finds.Add(kind, finds = []);
        }

        finds.Add((confidence, right));
    }

    public void Wrong(string row, int start, int end, double confidence) => AddError(row, false, start, end, confidence);

    public void Missed(string row, int start, int end) => AddError(row, true, start, end, null);

    public Evaluation Build() => new(
        _documents.Count,
        // A corrected report may name types and roles of its own.
        [.. EvaluationRows.Order.Where(_rows.Contains).Concat(_rows.Except(EvaluationRows.Order).Order(StringComparer.Ordinal)).Select(Row)],
        _finds.ToImmutableSortedDictionary(f => f.Key, f => Calibration.Of(f.Value), StringComparer.Ordinal),
        [.. _errors.OrderByDescending(e => e.Confidence ?? -1).ThenBy(e => e.Document, StringComparer.Ordinal)])
    {
        ByDocument = [.. _documents.Select(d => d.ToImmutableSortedDictionary(StringComparer.Ordinal))],
    };

    /// <summary>The interval of F1 by resampling whole reports (Efron, Tibshirani 1993): errors of one report come together.</summary>
    private EvaluationRow Row(string name)
    {
        var counts = _documents.ConvertAll(d => d.GetValueOrDefault(name));
        var (low, high) = Resampling.Interval(counts.Count, picked => Counts.Sum(picked.Select(d => counts[d])).F1);
        return new EvaluationRow(name, Counts.Sum(counts), low, high);
    }

    private void AddError(string row, bool missed, int start, int end, double? confidence)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(_text.Length, end + Around));
        _errors.Add(new EvaluationError(_document, row, missed, Line(_text[from..start]), Line(_text[start..end]), Line(_text[end..to]), confidence));
    }

    private static string Line(string text) => text.Replace('\n', '⏎').Replace('\t', ' ');
}
