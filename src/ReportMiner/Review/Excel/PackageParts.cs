using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportMiner.Review.Excel;

/// <summary>The parts that hold the workbook together (ECMA-376 part 2).</summary>
internal static class PackageParts
{
    /// <summary>The sheet reviewers work in.</summary>
    public const string ReviewSheetName = "검토";

    /// <summary>The hidden sheet of the drop-downs.</summary>
    public const string ListSheetName = "목록";

    /// <summary>Names the head of a column, so that it is found when both its place and its text were changed.</summary>
    public const string ColumnNamePrefix = "rm_";

    private const string GuideSheetName = "안내 Guide";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string SpreadsheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void WriteContentTypes(Stream stream)
    {
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Override", "PartName", "/xl/workbook.xml", SpreadsheetTypes + "sheet.main+xml");
        Type("Override", "PartName", "/xl/styles.xml", SpreadsheetTypes + "styles+xml");
        for (var i = 1; i <= 3; i++)
        {
            Type("Override", "PartName", $"/xl/worksheets/sheet{i}.xml", SpreadsheetTypes + "worksheet+xml");
        }

        xml.WriteEndElement();

        void Type(string element, string attribute, string of, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(attribute, of);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    /// <summary>Writes relationships, which are numbered rId1, rId2 ….</summary>
    public static void WriteRelationships(Stream stream, params ImmutableArray<(string Type, string Target)> relationships)
    {
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        for (var i = 0; i < relationships.Length; i++)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", $"{OfficeRelationships}/{relationships[i].Type}");
            xml.WriteAttributeString("Target", relationships[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The sheets and the names.</summary>
    public static Workbook Workbook(SheetLayout layout, int rows)
    {
        DefinedName Name(string name, string range, uint? sheet = null) =>
            new($"'{ReviewSheetName}'!{range}") { Name = name, Hidden = name != "_xlnm.Print_Titles" ? true : null, LocalSheetId = sheet is { } id ? id : null };
        return new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0, FirstSheet = 0 }),
            new Sheets(
                new Sheet { Name = ReviewSheetName, SheetId = 1, Id = "rId1" },
                new Sheet { Name = GuideSheetName, SheetId = 2, Id = "rId2" },
                new Sheet { Name = ListSheetName, SheetId = 3, Id = "rId3", State = SheetStateValues.Hidden }),
            new DefinedNames(
            [
                Name("_xlnm._FilterDatabase", $"$A$1:${layout.Last}${rows + 1}", 0),
                Name("_xlnm.Print_Titles", "$1:$1", 0),
                .. layout.Columns.Select(c => Name(ColumnNamePrefix + c, $"${layout.LetterOf(c)}$1")).OrderBy(n => n.Name!.Value, StringComparer.Ordinal),
            ]));
    }
}
