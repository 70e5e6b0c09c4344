using ReportMiner.KnownStructure.Truth;

namespace ReportMiner.KnownStructure.Check;

/// <summary>Compares tables: each true one with the table found that shares most of its cells.</summary>
internal static class TableComparison
{
    public static void Compare(KnownTruth truth, Prediction found, Action<Measure, bool, bool, string, string?> count, Action<Measure, string> extra)
    {
        var left = found.Tables.ToList();
        foreach (var table in truth.Tables)
        {
            var match = left.Where(t => Shared(table, t) > 0.3).MaxBy(t => Shared(table, t));
            if (match is not null)
            {
                left.Remove(match);
            }

            var name = $"{table.Label} {table.Caption}{(table.Ruled ? "" : " (no rules)")}";
            var grid = match is not null && SameGrid(table.Rows, match.Rows);
            var spans = match is not null && table.Spans.Order(SpanOrder).SequenceEqual(match.Spans.Order(SpanOrder));
            count(Measure.TableGrids, grid, match is not null, name, match is null ? null : Difference(table.Rows, match.Rows));
            count(Measure.Tables, grid && spans, match is not null, name, match is null ? null : grid ? "spans " + string.Join(' ', match.Spans.Select(s => $"({s.Row},{s.Column}:{s.RowSpan}x{s.ColumnSpan})")) + " for " + string.Join(' ', table.Spans.Select(s => $"({s.Row},{s.Column}:{s.RowSpan}x{s.ColumnSpan})")) : "grid");
            count(Measure.TableHeads, match?.HeaderRows == table.HeaderRows, false, name + " " + table.HeaderRows, match?.HeaderRows.ToString());
            count(Measure.TableCaptions, match is not null && Fold.Bare(match.Label) == Fold.Bare(table.Label) && Fold.Bare(match.Caption) == Fold.Bare(table.Caption), false, name, match is null ? null : $"{match.Label} {match.Caption}");
            count(Measure.TableUnits, match is not null && Fold.Bare(match.Unit) == Fold.Bare(table.Unit), false, name + ": " + (table.Unit ?? "(none)"), match?.Unit);
            count(Measure.TableSources, match is not null && Fold.Bare(match.SourceLine) == Fold.Bare(table.SourceLine), false, name + ": " + (table.SourceLine ?? "(none)"), match?.SourceLine);
        }

        foreach (var other in left)
        {
            extra(Measure.Tables, string.Join(" / ", other.Rows.Take(3).Select(r => string.Join(" | ", r))));
        }
    }

    private static Comparer<TrueSpan> SpanOrder => Comparer<TrueSpan>.Create((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)));

    private static double Shared(TrueTable table, FoundTable found)
    {
        var cells = Cells(table.Rows).ToHashSet(StringComparer.Ordinal);
        var others = Cells(found.Rows).ToHashSet(StringComparer.Ordinal);
        return cells.Count == 0 ? 0 : (double)cells.Count(others.Contains) / cells.Count;
    }

    private static IEnumerable<string> Cells(string[][] rows) => rows.SelectMany(r => r).Select(Fold.Bare).Where(c => c.Length > 0);

    private static bool SameGrid(string[][] a, string[][] b) =>
        a.Length == b.Length && a.Zip(b).All(p => p.First.Length == p.Second.Length && p.First.Zip(p.Second).All(c => Fold.Bare(c.First) == Fold.Bare(c.Second)));

    private static string Difference(string[][] truth, string[][] found)
    {
        var size = $"{truth.Length}x{truth[0].Length} read as {found.Length}x{(found.Length == 0 ? 0 : found.Max(r => r.Length))}";
        for (var row = 0; row < Math.Min(truth.Length, found.Length); row++)
        {
            for (var column = 0; column < Math.Max(truth[row].Length, found[row].Length); column++)
            {
                var (a, b) = (truth[row].ElementAtOrDefault(column), found[row].ElementAtOrDefault(column));
                if (Fold.Bare(a) != Fold.Bare(b) || (a is null) != (b is null))
                {
                    return $"{size}; ({row},{column}) “{a}” read as “{b}”";
                }
            }
        }

        return size;
    }
}
