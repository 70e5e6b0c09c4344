using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ReportMiner.Review.Excel;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

/// <summary>A review workbook open for changes, made in its XML as Excel makes them.</summary>
internal sealed class EditedWorkbook : IDisposable
{
    private readonly MemoryStream _file = new();
    private readonly SpreadsheetDocument _document;
    private readonly SheetData _data;
    private readonly List<string> _letters;

    public EditedWorkbook(byte[] file)
    {
        _file.Write(file);
        _document = SpreadsheetDocument.Open(_file, isEditable: true);
        var main = _document.WorkbookPart!;
        var sheet = main.Workbook.Sheets!.Elements<Sheet>().First();
        _data = ((WorksheetPart)main.GetPartById(sheet.Id!.Value!)).Worksheet.GetFirstChild<SheetData>()!;
        _letters = [.. Head.Elements<Cell>().Select(c => LetterOf(c))];
        Columns = [.. Head.Elements<Cell>().Select(c => SheetWords.ColumnOf(TextOf(c)) ?? throw new InvalidOperationException(TextOf(c)))];
    }

    public List<ReviewColumn> Columns { get; }

    public Row Head => _data.Elements<Row>().First();

    public IEnumerable<Row> Rows => _data.Elements<Row>().Skip(1);

    public string this[Row row, ReviewColumn column] => CellOf(row, column) is { } cell ? TextOf(cell) : "";

    /// <summary>The row of an item.</summary>
    public Row RowOf(string item) => Rows.First(r => RowKey.Parse(this[r, ReviewColumn.Key])?.Item == item);

    public Row Set(string item, ReviewColumn column, string text, CellForm form = CellForm.Shared) => Set(RowOf(item), column, text, form);

    public Row Set(Row row, ReviewColumn column, string text, CellForm form = CellForm.Shared)
    {
        Put(row, column, form == CellForm.Inline
            ? new Cell(new InlineString(new Text(CellText.ToXml(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString }
            : new Cell(new CellValue(Share(text, form).ToString())) { DataType = CellValues.SharedString });
        return row;
    }

    /// <summary>A cell of any kind.</summary>
    public void Put(Row row, ReviewColumn column, Cell cell)
    {
        CellOf(row, column)?.Remove();
        cell.CellReference = Letter(column) + row.RowIndex!;
        var after = row.Elements<Cell>().LastOrDefault(c => string.CompareOrdinal(LetterOf(c), Letter(column)) < 0);
        if (after is null)
        {
            row.PrependChild(cell);
        }
        else
        {
            after.InsertAfterSelf(cell);
        }
    }

    public Row Insert(params (ReviewColumn Column, string Text)[] cells)
    {
        var row = new Row { RowIndex = (uint)Rows.Count() + 2 };
        _data.AppendChild(row);
        foreach (var (column, text) in cells)
        {
            Set(row, column, text);
        }

        return row;
    }

    public Row Copy(Row row)
    {
        var copy = (Row)row.CloneNode(deep: true);
        _data.InsertAfter(copy, row);
        return copy;
    }

    public void Shuffle(Random random)
    {
        var rows = Rows.ToArray();
        random.Shuffle(rows);
        foreach (var row in rows)
        {
            row.Remove();
            _data.AppendChild(row);
        }
    }

    /// <summary>Puts the columns into another order; what stood in one stands in the other.</summary>
    public void MoveColumns(Random random)
    {
        var letters = _letters.ToArray();
        random.Shuffle(letters);
        var moved = _letters.Zip(letters).ToDictionary(p => p.First, p => p.Second);
        foreach (var row in _data.Elements<Row>())
        {
            var cells = row.Elements<Cell>().ToList();
            cells.ForEach(c => c.CellReference = moved[LetterOf(c)] + row.RowIndex!);
            row.RemoveAllChildren();
            row.Append(cells.OrderBy(LetterOf, StringComparer.Ordinal));
        }

        // As Excel does with the names of cells that move.
        foreach (var name in _document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Where(n => n.Name!.Value!.StartsWith("rm_", StringComparison.Ordinal)))
        {
            var at = name.Text.IndexOf('$', StringComparison.Ordinal) + 1;
            name.Text = name.Text[..at] + moved[name.Text[at].ToString()] + name.Text[(at + 1)..];
        }

        _letters.Clear();
        _letters.AddRange(letters);
    }

    public byte[] Save()
    {
        var number = 0u;
        foreach (var row in _data.Elements<Row>())
        {
            row.RowIndex = ++number;
            foreach (var cell in row.Elements<Cell>())
            {
                cell.CellReference = LetterOf(cell) + number;
            }
        }

        _document.Dispose();
        return _file.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _file.Dispose();
    }

    private string Letter(ReviewColumn column)
    {
        Assert.Contains(column, Columns);
        return _letters[Columns.IndexOf(column)];
    }

    private Cell? CellOf(Row row, ReviewColumn column) => row.Elements<Cell>().FirstOrDefault(c => LetterOf(c) == Letter(column));

    private static string LetterOf(Cell cell) => cell.CellReference!.Value!.TrimEnd([.. "0123456789"]);

    private string TextOf(Cell cell) => CellText.FromXml(cell.DataType?.Value == CellValues.SharedString
        ? Strings().Elements<SharedStringItem>().ElementAt(int.Parse(cell.CellValue!.Text)).InnerText
        : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "");

    private SharedStringTable Strings()
    {
        var main = _document.WorkbookPart!;
        var part = main.SharedStringTablePart ?? main.AddNewPart<SharedStringTablePart>();
        return part.SharedStringTable ??= new SharedStringTable();
    }

    private int Share(string text, CellForm form)
    {
        Text Said(string t) => new(CellText.ToXml(t)) { Space = SpaceProcessingModeValues.Preserve };
        var middle = text.Length / 2;
        middle += middle < text.Length && char.IsLowSurrogate(text[middle]) ? 1 : 0;
        Strings().AppendChild(form == CellForm.Rich
            ? new SharedStringItem(new Run(Said(text[..middle])), new Run(new RunProperties(new Bold()), Said(text[middle..])), new PhoneticRun(new Text("발음")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 })
            : new SharedStringItem(Said(text)));
        return Strings().Elements<SharedStringItem>().Count() - 1;
    }
}
