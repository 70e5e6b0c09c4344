using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Learn;

/// <summary>
/// Compares reports with what is known to be right of them, both in the output contract's shape. Items are compared by
/// their place; where the two texts differ, the places of one are looked up in the other.
/// </summary>
public static class ReportComparison
{
    /// <summary>Compares report by report.</summary>
    /// <param name="pairs">The name of each report, the corrected one, and the one to be measured; null where there is none, which then found nothing.</param>
    public static Evaluation Compare(IEnumerable<(string Name, Report Gold, Report? Found)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var builder = new EvaluationBuilder();
        foreach (var (name, gold, found) in pairs)
        {
            builder.Begin(name, gold.Text);
            var comparison = new Pair(builder, gold, found);
            comparison.Items(gold.Mentions, found?.Mentions, m => EvaluationRows.Of(m.Type), EvaluationRows.Names, confident: true);
            comparison.Items(gold.Dates, found?.Dates, _ => EvaluationRows.Dates, null, confident: false);
            comparison.Items(gold.Dates, found?.Dates, _ => EvaluationRows.DateValues, null, confident: false, d => d.Edtf);
            comparison.Items(gold.Amounts, found?.Amounts, _ => EvaluationRows.Amounts, null, confident: false);
            comparison.Items(gold.Amounts, found?.Amounts, _ => EvaluationRows.AmountValues, null, confident: false, a => $"{a.Low}..{a.High} {a.Unit}");
            var recommendations = comparison.Items(gold.Recommendations, found?.Recommendations, _ => EvaluationRows.Recommendations, null, confident: true);
            foreach (var (right, mine) in recommendations)
            {
                builder.Count(EvaluationRows.Kind, right.Kind == mine.Kind ? new Counts(1, 0, 0) : new Counts(0, 1, 1));
                builder.Count(EvaluationRows.Category, right.Category == mine.Category ? new Counts(1, 0, 0) : new Counts(0, 1, 1));
            }

            comparison.Facts();
            comparison.Items(gold.Sections, found?.Sections, _ => EvaluationRows.Headings, null, confident: false, s => $"{s.Level} {s.Title}");
        }

        return builder.Build();
    }

    private sealed class Pair(EvaluationBuilder builder, Report gold, Report? found)
    {
        private readonly Utf16Offsets _gold = new(gold.Text);
        private readonly Utf16Offsets? _found = found is null ? null : new Utf16Offsets(found.Text);
        private readonly TextAlignment? _alignment = found is null || found.Text == gold.Text ? null : new TextAlignment(found.Text, gold.Text);

        /// <summary>Counts what was found at the right place, with the right type and value; gives the pairs that meet.</summary>
        public List<(T Gold, T Found)> Items<T>(ImmutableArray<T> right, ImmutableArray<T>? mine, Func<T, string> row, string? all, bool confident, Func<T, string?>? value = null)
            where T : TextItem
        {
            void Count(string name, Counts counts)
            {
                builder.Count(name, counts);
                if (all is not null)
                {
                    builder.Count(all, counts);
                }
            }

            var open = new Dictionary<(int, int, string, string?), Queue<T>>();
            foreach (var item in right)
            {
                var key = (_gold[item.Start], Last(item), row(item), value?.Invoke(item));
                if (!open.TryGetValue(key, out var same))
                {
                    open.Add(key, same = new Queue<T>());
                }

                same.Enqueue(item);
            }

            var pairs = new List<(T, T)>();
            foreach (var item in mine ?? [])
            {
                var place = Place(item);
                var meets = open.TryGetValue((place.Start, place.End, row(item), value?.Invoke(item)), out var queue) && queue.Count > 0;
                var confidence = (item as ExtractedItem)?.Confidence ?? 1;
                Count(row(item), meets ? new Counts(1, 0, 0) : new Counts(0, 1, 0));
                if (confident)
                {
                    builder.Find(all ?? row(item), confidence, meets);
                }

                if (meets)
                {
                    pairs.Add((queue!.Dequeue(), item));
                }
                else
                {
                    builder.Wrong(row(item), place.Start, place.End, confidence);
                }
            }

            foreach (var item in open.Values.SelectMany(q => q).OrderBy(i => i.Start))
            {
                Count(row(item), new Counts(0, 0, 1));
                builder.Missed(row(item), _gold[item.Start], Last(item));
            }

            return pairs;
        }

        /// <summary>Counts facts that say the same of the same place, and what fills their roles.</summary>
        public void Facts() => FactComparison.Compare(
            builder,
            [.. gold.Facts.Select(f => ComparedFact.Of(f, _gold[f.Start], _gold[f.End]))],
            [.. (found?.Facts ?? []).Select(f => ComparedFact.Of(f, Place(f).Start, Place(f).End))]);

        // A section's own span runs over all its text: its heading's first line is what is compared.
        private int Last(TextItem item) => item is Section ? _gold[item.Start] : _gold[item.End];

        private (int Start, int End) Place(TextItem item)
        {
            var (start, end) = (_found![item.Start], item is Section ? _found[item.Start] : _found[item.End]);
            if (_alignment is null)
            {
                return (start, end);
            }

            return item is Section ? (_alignment.Find(start, start + 1)?.Start is { } at ? (at, at) : (0, 0)) : _alignment.Find(start, end) ?? (0, 0);
        }
    }
}
