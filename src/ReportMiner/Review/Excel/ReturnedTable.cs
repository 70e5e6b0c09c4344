using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>
/// A review table that came back: the rows in which the reviewer wrote, changed or added something. Rows are found by their
/// key and columns by their head, or failing that by the name the workbook gave it, so that their order does not matter.
/// </summary>
public sealed class ReturnedTable
{
    /// <summary>The heads stand in one of the first rows.</summary>
    private const int HeadRows = 50;

    /// <summary>So many known heads make a row of heads.</summary>
    private const int Enough = 4;

    /// <summary>More decisions than anybody makes: each row is kept.</summary>
    private const int MostRows = 300_000;

    private ReturnedTable(ImmutableArray<ReturnedRow> rows, ImmutableArray<ImportFinding> findings) => (Rows, Findings) = (rows, findings);

    /// <summary>What is to be told of the whole file.</summary>
    public ImmutableArray<ImportFinding> Findings { get; }

    internal ImmutableArray<ReturnedRow> Rows { get; }

    /// <summary>Reads a workbook.</summary>
    public static Outcome<ReturnedTable> OfWorkbook(byte[] file, LimitOptions limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            using var budget = new ReadBudget(limits, cancellation);
            using var workbook = new WorkbookReader(file, budget);
            var others = ImmutableArray.CreateBuilder<string>();
            Outcome<ReturnedTable> found = NoTable;
            foreach (var sheet in workbook.Sheets.OrderBy(s => s == PackageParts.ReviewSheetName ? 0 : 1))
            {
                var table = Of(workbook.Rows(sheet), c => workbook.ColumnOf(sheet, PackageParts.ColumnNamePrefix + c), inPlace: true);
                if (!found.Succeeded && found.Failure == NoTable)
                {
                    found = table;
                }
                else if (table.Succeeded)
                {
                    others.Add(sheet);
                }
            }

            return found.Value is { } read ? new ReturnedTable(read.Rows, [.. read.Findings, .. others.Select(RowNotes.OtherSheet)]) : found;
        }
        catch (UnreadableException e)
        {
            return e.Failure;
        }
    }

    /// <summary>Reads the rows of a CSV file.</summary>
    /// <remarks>Excel makes dates of what is like one when it opens such a file; what was exported is therefore not compared, only the columns to fill in are read.</remarks>
    public static Outcome<ReturnedTable> OfTexts(IEnumerable<IReadOnlyList<string>> rows) => Of(
        rows.Select((r, i) => new SheetRow(i + 1, r.Select((t, c) => (c, t)).Where(t => t.t.Length > 0).ToDictionary(t => t.c, t => new SheetCell(CellText.FromCsv(t.t))))),
        _ => null,
        inPlace: false);

    private static ReportFailure NoTable { get; } = new("RM4203", "검토 표가 아닙니다: 키, 결정 같은 열의 머리를 찾지 못했습니다.", "Not a review table: the heads of its columns, such as key and decision, were not found.");

    private static ReportFailure TooMany { get; } = new(
        "RM4205", $"결정하거나 더한 줄이 한도 {MostRows}줄을 넘습니다. 나누어 받아들이십시오.", $"More than {MostRows} rows decide or add something; import them in parts.");

    private static Outcome<ReturnedTable> Of(IEnumerable<SheetRow> rows, Func<ReviewColumn, int?> named, bool inPlace)
    {
        Dictionary<ReviewColumn, int>? columns = null;
        var found = ImmutableArray.CreateBuilder<ReturnedRow>();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var changedElsewhere = 0;
        foreach (var row in rows)
        {
            if (columns is null)
            {
                columns = Heads(row, named);
                if (columns is null && row.Number > HeadRows)
                {
                    break;
                }

                continue;
            }

            var returned = ReturnedRow.Of(row, columns, inPlace, out var changed);
            changedElsewhere += changed ? 1 : 0;
            if (returned.Texts[ReviewColumn.Key] is { Length: > 0 } key)
            {
                keys[key] = keys.GetValueOrDefault(key) + 1;
            }

            if (returned.SaysSomething)
            {
                found.Add(returned);
            }

            if (found.Count > MostRows)
            {
                return TooMany;
            }
        }

        if (columns is null)
        {
            return NoTable;
        }

        ReviewColumn[] sought = [ReviewColumn.Decision, ReviewColumn.NewType, ReviewColumn.NewValue, ReviewColumn.Note];
        return new ReturnedTable(
            [.. found.Select(r => keys.GetValueOrDefault(r.Texts[ReviewColumn.Key]) > 1 ? r with { Doubled = true } : r)],
            [.. sought.Where(c => !columns.ContainsKey(c)).Select(RowNotes.NoColumn), .. changedElsewhere > 0 ? [RowNotes.NotCompared(changedElsewhere)] : ImmutableArray<ImportFinding>.Empty]);
    }

    /// <summary>Where the columns are if the row is that of the heads.</summary>
    private static Dictionary<ReviewColumn, int>? Heads(SheetRow row, Func<ReviewColumn, int?> named)
    {
        var columns = new Dictionary<ReviewColumn, int>();
        foreach (var (at, cell) in row.Cells.OrderBy(c => c.Key))
        {
            if (SheetWords.ColumnOf(cell.Text) is { } column)
            {
                columns.TryAdd(column, at);
            }
        }

        foreach (var column in Enum.GetValues<ReviewColumn>().Where(c => !columns.ContainsKey(c)))
        {
            if (columns.Count >= Enough && named(column) is { } at && !columns.ContainsValue(at))
            {
                columns.Add(column, at);
            }
        }

        return columns.Count >= Enough && columns.ContainsKey(ReviewColumn.Key) ? columns : null;
    }
}
