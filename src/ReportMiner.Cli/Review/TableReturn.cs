using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;

namespace ReportMiner.Cli.Review;

/// <summary>Takes a review table that came back to the reports it is of, one after the other.</summary>
internal static class TableReturn
{
    /// <param name="write">Makes a file of the rows that are not taken in.</param>
    public static Outcome<ReviewImport> Import(
        Outcome<ReturnedTable> table, IReadOnlyList<ReviewOutput> outputs, Func<string?, EventStamp> stamp, Func<ImmutableArray<ReviewRow>, byte[]> write)
    {
        if (!table.Succeeded)
        {
            return table.Failure;
        }

        var import = new TableImport(table.Value, [.. outputs.Select(o => (o.Name, o.Sha256))]);
        var (reports, notTaken) = (ImmutableArray.CreateBuilder<ReportImport>(), import.NotTaken.ToBuilder());
        foreach (var name in import.Outputs)
        {
            if (outputs.First(o => o.Name == name).Read() is not { } report)
            {
                return new ReportFailure("RM4202", $"{name}: 결과(JSON)로 읽을 수 없습니다.", $"{name} cannot be read as an output.");
            }

            var (plan, left) = import.Plan(name, report.Reviewed, report.Events, stamp);
            reports.Add(new ReportImport(report, plan));
            notTaken.AddRange(left);
        }

        return new ReviewImport(reports.ToImmutable(), import.Findings, notTaken.Count > 0 ? write(notTaken.ToImmutable()) : null);
    }
}
