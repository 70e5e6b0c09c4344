using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>A table that came back, its rows sorted by output; compares them with each report as it is now.</summary>
public sealed class TableImport
{
    private readonly SortedDictionary<string, List<ReturnedRow>> _rows = new(StringComparer.Ordinal);

    /// <param name="table">The table.</param>
    /// <param name="outputs">Names and SHA-256 of the outputs. A row is of the one its key was made from, or else of that it names.</param>
    public TableImport(ReturnedTable table, IReadOnlyCollection<(string Name, string Sha256)> outputs)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(outputs);
        var (notTaken, findings) = (ImmutableArray.CreateBuilder<ReviewRow>(), table.Findings.ToBuilder());
        foreach (var row in table.Rows)
        {
            var named = row.Texts[ReviewColumn.Report].Replace('\\', '/');
            if (OutputOf(row, named, outputs) is { } output)
            {
                (_rows.TryGetValue(output, out var rows) ? rows : _rows[output] = []).Add(row);
                continue;
            }

            var why = RowNotes.NoReport(named);
            notTaken.Add(ImportedRow.WithReason(row.Texts, why));
            findings.Add(new ImportFinding(why.Result, row.Key?.Item, null, null, row.Texts[ReviewColumn.Text], why.Korean, why.English));
        }

        (NotTaken, Findings) = (notTaken.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>The outputs that there are rows of, in ordinal order.</summary>
    public IEnumerable<string> Outputs => _rows.Keys;

    /// <summary>The rows whose output cannot be told.</summary>
    public ImmutableArray<ReviewRow> NotTaken { get; }

    /// <summary>What is to be told of the file and of these rows.</summary>
    public ImmutableArray<ImportFinding> Findings { get; }

    /// <summary>What taking in the rows of one report would do, and the rows that it would not take in, ready to be corrected.</summary>
    /// <param name="name">The output's path in its folder.</param>
    /// <param name="reviewed">The report as it is now.</param>
    /// <param name="events">The events that made it so.</param>
    /// <param name="stamp">Makes the stamp of an event of a reason, or of none.</param>
    public (ImportPlan Plan, ImmutableArray<ReviewRow> NotTaken) Plan(string name, ReviewedReport reviewed, ImmutableArray<ReviewEvent> events, Func<string?, EventStamp> stamp)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var import = new RowImport(reviewed, events, stamp);

        // In reading order, however the reviewer sorted them: the same decisions make the same record.
        List<ImportedRow> rows = [.. Distinct(_rows[name]).Select(r => ImportedRow.Find(r.Row, r.Contradicts, import))
            .OrderBy(r => r.Place).ThenBy(r => r.Item?.Kind).ThenBy(r => r.Item?.Key, StringComparer.Ordinal).ThenBy(r => r.Row.Number)];
        rows.ForEach(r => r.Decide(import));

        // The report is the judge of what its items can be: what it refuses is not taken in.
        for (var refused = true; refused;)
        {
            var made = rows.SelectMany(r => r.Events).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
            var conflicts = made.Count == 0 ? [] : ReviewSession.Apply(reviewed.Extraction, reviewed.ExtractionSha256, [.. events, .. rows.SelectMany(r => r.Events)]).Conflicts;
            var refusals = conflicts.Where(c => made.Contains(c.Event.Id)).ToDictionary(c => c.Event.Id, StringComparer.Ordinal);
            rows.ForEach(r => r.Refuse(refusals));
            refused = refusals.Count > 0;
        }

        return (
            new ImportPlan([.. rows.SelectMany(r => r.Events)], [.. rows.SelectMany(r => r.Findings)]),
            [.. rows.Where(r => r.Why is not null).Select(r => r.Returned(name, reviewed))]);
    }

    private static string? OutputOf(ReturnedRow row, string named, IReadOnlyCollection<(string Name, string Sha256)> outputs)
    {
        if (row.Key is { } key && outputs.Where(o => key.IsOf(o.Sha256)).ToList() is { Count: > 0 } alike)
        {
            return alike.Count == 1 ? alike[0].Name : alike.Find(o => IsNamed(o.Name, named)).Name;
        }

        var fitting = outputs.Where(o => IsNamed(o.Name, named)).ToList();
        return fitting.Count == 1 ? fitting[0].Name
            : named.Length == 0 && row.Key is null && outputs.Count == 1 ? outputs.First().Name
            : null;
    }

    /// <summary>With its folder or without.</summary>
    private static bool IsNamed(string output, string named) =>
        named.Length > 0 && ("/" + output.Replace('\\', '/')).EndsWith("/" + named, StringComparison.Ordinal);

    /// <summary>Of rows that say the same one; rows of one key that say different things contradict each other.</summary>
    private static IEnumerable<(ReturnedRow Row, bool Contradicts)> Distinct(IEnumerable<ReturnedRow> rows)
    {
        static string Said(ReturnedRow row) => string.Join('\u0001', Enum.GetValues<ReviewColumn>().Where(c => SheetLayout.IsToFill(c) || row.Changed.Contains(c)).Select(c => row.Texts[c]));
        return rows.GroupBy(r => r.Key is null ? $"#{r.Number}" : $"{r.Key.Report}.{r.Key.Item}", StringComparer.Ordinal).SelectMany(g =>
        {
            var said = g.DistinctBy(Said, StringComparer.Ordinal).ToList();
            return said.Select(r => (r, said.Count > 1));
        });
    }
}
