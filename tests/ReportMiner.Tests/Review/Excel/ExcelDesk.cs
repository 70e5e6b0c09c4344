using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;
using ReportMiner.Tests.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

/// <summary>A report that goes out as a workbook and comes back.</summary>
internal sealed class ExcelDesk(Report extraction, string name = "a/plan.pdf.json")
{
    private int _stamps;

    public ReviewDesk Review { get; } = new(extraction);

    public string Name => name;

    public static ExcelDesk Realistic() => new(SampleReports.Realistic());

    public byte[] Export()
    {
        using var file = new MemoryStream();
        ReviewWorkbook.Write(file, ItemRows.Of(name, Review.Reviewed));
        return file.ToArray();
    }

    public EditedWorkbook Open() => new(Export());

    /// <summary>Takes a workbook in; what it says of the report is recorded.</summary>
    public (ImportPlan Plan, ImmutableArray<ReviewRow> NotTaken, ImmutableArray<ImportFinding> Findings) Import(byte[] file)
    {
        var table = ReturnedTable.OfWorkbook(file, new LimitOptions());
        Assert.True(table.Succeeded, table.Failure?.Message);
        return Import(table.Value);
    }

    public (ImportPlan Plan, ImmutableArray<ReviewRow> NotTaken, ImmutableArray<ImportFinding> Findings) Import(ReturnedTable table)
    {
        var import = new TableImport(table, [(name, Review.Sha256)]);
        if (!import.Outputs.Any())
        {
            return (new ImportPlan([], []), import.NotTaken, import.Findings);
        }

        var (plan, notTaken) = import.Plan(name, Review.Reviewed, Review.Events, reason => new EventStamp($"x{name}{++_stamps}", "이엑셀", DateTimeOffset.UnixEpoch, ReviewChannel.Xlsx, "g", reason));
        foreach (var made in plan.Events)
        {
            Review.Do(made);
        }

        Assert.Empty(Review.Reviewed.Conflicts.Where(c => plan.Events.Contains(c.Event)));
        return (plan, [.. import.NotTaken, .. notTaken], import.Findings);
    }

    /// <summary>Takes a workbook in of which everything is taken in, and nothing again the second time.</summary>
    public ImportPlan ImportAll(byte[] file)
    {
        var (plan, notTaken, _) = Import(file);
        Assert.Empty(notTaken.Select(r => r[ReviewColumn.WhyEnglish]));
        var again = Import(file);
        Assert.Empty(again.Plan.Events);
        Assert.Empty(again.NotTaken.Select(r => r[ReviewColumn.Text] + r[ReviewColumn.WhyEnglish]));
        return plan;
    }

    public string KeyOf(string words) => Review.KeyOf(words);

    public ItemState StateOf(string words) => Review.Reviewed.Find(KeyOf(words))!;

    public string Json() => System.Text.Encoding.UTF8.GetString(ReportJson.Write(Review.Reviewed.Report));
}
