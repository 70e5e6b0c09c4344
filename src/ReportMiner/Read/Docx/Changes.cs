using DocumentFormat.OpenXml;

namespace ReportMiner.Read.Docx;

/// <summary>What tracked changes and forms keep out of the text (ECMA-376 part 1, clauses 17.13.5 and 17.5.2).</summary>
internal static class Changes
{
    /// <summary>Whether a paragraph is one with the next.</summary>
    public static bool TakesOutMark(OpenXmlElement paragraph) => IsOut(paragraph.Child("pPr").Child("rPr"));

    public static bool TakesOutRow(OpenXmlElement row) => IsOut(row.Child("trPr"));

    public static bool TakesOutCell(OpenXmlElement cell) => cell.Child("tcPr").Child("cellDel") is not null;

    /// <summary>Whether a field of a form still shows what to enter.</summary>
    public static bool IsPrompt(OpenXmlElement control) => control.Child("sdtPr").Child("showingPlcHdr").Switch() == true;

    private static bool IsOut(OpenXmlElement? properties) => (properties.Child("del") ?? properties.Child("moveFrom")) is not null;
}
