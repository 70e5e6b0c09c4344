using System.Globalization;
using System.Text;
using System.Xml;
using ReportMiner.Read;
using ReportMiner.Read.Flow;

namespace ReportMiner.Review.Excel;

/// <summary>
/// Reads the sheets of a workbook row by row. Names of elements count without their namespace: Excel, LibreOffice and the
/// strict form of the format differ in it.
/// </summary>
internal sealed class WorkbookReader : IDisposable
{
    private const string CompoundMark = "\u00D0\u00CF\u0011\u00E0";

    private readonly ZipParts _parts;
    private readonly ReadBudget _budget;
    private readonly List<string> _strings = [];
    private readonly NumberFormats _formats;
    private readonly List<(string Name, string Part)> _sheets = [];
    private readonly Dictionary<string, (string Sheet, int Column)> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableException">The file is damaged, locked, no workbook or beyond a limit.</exception>
    public WorkbookReader(byte[] file, ReadBudget budget)
    {
        // A locked workbook is a compound file, and so is one of Excel 97.
        if (file.Length >= CompoundMark.Length && CompoundMark.Select(c => (byte)c).SequenceEqual(file[..CompoundMark.Length]))
        {
            throw new UnreadableException(ReadFailures.Encrypted);
        }

        _budget = budget;
        _parts = new ZipParts(file, budget);
        var main = Relationships("", "_rels/.rels").FirstOrDefault(r => r.Type == "officeDocument").Target ?? throw new UnreadableException(ReadFailures.Damaged);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var related = Relationships(folder, $"{folder}_rels/{main[folder.Length..]}.rels").ToList();
        _parts.Read(main, xml => ReadWorkbook(xml, related.ToDictionary(r => r.Id, r => r.Target, StringComparer.Ordinal)));
        if (related.Find(r => r.Type == "sharedStrings").Target is { } strings)
        {
            _parts.Read(strings, ReadStrings);
        }

        using var styles = related.Find(r => r.Type == "styles").Target is { } part ? _parts.Open(part) : null;
        _formats = NumberFormats.Read(styles);
    }

    /// <summary>Names of the sheets, in order.</summary>
    public IEnumerable<string> Sheets => _sheets.Select(s => s.Name);

    /// <summary>The column of a cell that has a name in the workbook; null without the name on the sheet.</summary>
    public int? ColumnOf(string sheet, string name) => _names.TryGetValue(name, out var at) && at.Sheet == sheet ? at.Column : null;

    /// <summary>The rows of a sheet that have cells.</summary>
    public IEnumerable<SheetRow> Rows(string sheet)
    {
        using var xml = _parts.Open(_sheets.Find(s => s.Name == sheet).Part);
        var number = 0;
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                _budget.Pass();
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : number + 1;
                var cells = xml.IsEmptyElement ? [] : ReadCells(xml);
                if (cells.Count > 0)
                {
                    yield return new SheetRow(number, cells);
                }
            }
        }
    }

    public void Dispose() => _parts.Dispose();

    private IEnumerable<(string Id, string Type, string Target)> Relationships(string folder, string part)
    {
        var found = new List<(string, string, string)>();
        _parts.Read(part, xml =>
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External" && xml.GetAttribute("Target") is { } target)
                {
                    var type = xml.GetAttribute("Type") ?? "";
                    found.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], target is ['/', ..] ? target[1..] : folder + target));
                }
            }
        });
        return found.DistinctBy(r => r.Item1);
    }

    private void ReadWorkbook(XmlReader xml, Dictionary<string, string> related)
    {
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "definedName" } && xml.GetAttribute("name") is { } name)
            {
                var cell = xml.ReadElementContentAsString().Split('!');
                if (cell.Length == 2 && ColumnOf(cell[1].Replace("$", "", StringComparison.Ordinal)) is { } column)
                {
                    _names.TryAdd(name, (cell[0].Trim('\''), column));
                }

                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("name") is { } sheet && RelationOf(xml) is { } id && related.TryGetValue(id, out var part))
            {
                _sheets.Add((sheet, part));
            }

            xml.Read();
        }
    }

    /// <summary>The id of a relationship is the one attribute of the name <c>id</c> in a namespace.</summary>
    private static string? RelationOf(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private void ReadStrings(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                _strings.Add(ReadText(xml));
            }
        }
    }

    private Dictionary<int, SheetCell> ReadCells(XmlReader xml)
    {
        var cells = new Dictionary<int, SheetCell>();
        var (depth, column) = (xml.Depth, -1);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                var cell = ReadCell(xml);
                if (cell.Text.Length > 0 || cell.Flaw != CellFlaw.None)
                {
                    cells[column] = cell;
                }
            }
        }

        return cells;
    }

    private SheetCell ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        var (value, text, formula, inside) = ("", "", false, "");
        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            switch (xml)
            {
                case { NodeType: XmlNodeType.Element, LocalName: "is" }:
                    text = ReadText(xml);
                    break;
                case { NodeType: XmlNodeType.Element }:
                    inside = xml.IsEmptyElement ? "" : xml.LocalName;
                    formula |= xml.LocalName == "f";
                    break;
                case { NodeType: XmlNodeType.EndElement }:
                    inside = "";
                    break;
                case { NodeType: XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace } when inside == "v":
                    value += xml.Value;
                    break;
            }
        }

        var cell = type switch
        {
            "inlineStr" => new SheetCell(text),
            "s" => new SheetCell(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _strings.Count ? _strings[index] : ""),
            "str" => new SheetCell(CellText.FromXml(value)),
            "b" => new SheetCell(value == "1" ? "TRUE" : "FALSE"),
            "e" => new SheetCell(value, CellFlaw.Error),
            "d" => new SheetCell(value, CellFlaw.Date),
            _ => OfNumber(value, style),
        };
        return formula ? cell with { Flaw = CellFlaw.Formula } : cell.Text.Length > CellText.Longest ? new SheetCell(cell.Text[..CellText.Longest], CellFlaw.TooLong) : cell;
    }

    private SheetCell OfNumber(string value, int style) =>
        value.Length == 0 ? new SheetCell("")
        : !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) ? new SheetCell(value, CellFlaw.Error)
        : _formats.Of(style) is not CellFlaw.None and var flaw ? new SheetCell(value, flaw)
        : Math.Abs(number) >= 1e15 ? new SheetCell(value, CellFlaw.LongNumber)
        : new SheetCell(((decimal)number).ToString(CultureInfo.InvariantCulture));

    /// <summary>The text of a string: that of all its runs, without how it is pronounced. No more of it is kept than tells that it is too long.</summary>
    private static string ReadText(XmlReader xml)
    {
        var (text, run) = (new StringBuilder(), new StringBuilder());
        var (depth, empty, spoken, inText) = (xml.Depth, xml.IsEmptyElement, 0, false);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            switch (xml)
            {
                case { LocalName: "rPh", IsEmptyElement: false }:
                    spoken = xml.NodeType == XmlNodeType.Element ? spoken + 1 : spoken - 1;
                    break;
                case { LocalName: "t" }:
                    // Each run is escaped by itself.
                    text.Append(CellText.FromXml(run.ToString()));
                    run.Clear();
                    inText = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                    break;
                case { NodeType: XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace } when inText && spoken == 0 && text.Length <= CellText.Longest:
                    run.Append(xml.Value);
                    break;
            }
        }

        return text.ToString(0, Math.Min(text.Length, CellText.Longest + 1));
    }

    /// <summary>The column of a cell's address, from 0; null where it is none.</summary>
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        var letters = 0;
        for (; letters < (address?.Length ?? 0) && char.IsAsciiLetter(address![letters]); letters++)
        {
            if (letters == 3)
            {
                return null;
            }

            column = column * 26 + (char.ToUpperInvariant(address[letters]) - 'A' + 1);
        }

        return letters > 0 && address!.Length > letters && address.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0 ? column - 1 : null;
    }
}
