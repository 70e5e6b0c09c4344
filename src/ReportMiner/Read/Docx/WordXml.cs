using System.Globalization;
using DocumentFormat.OpenXml;

namespace ReportMiner.Read.Docx;

/// <summary>Looks into WordprocessingML (ECMA-376 part 1, clause 17) by the names of its elements; values that make no sense are as if they were not there.</summary>
internal static class WordXml
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>The element's name; of mathematics after <c>m:</c>, of alternatives after <c>mc:</c>, and empty for other languages.</summary>
    public static string Name(this OpenXmlElement element) => element.NamespaceUri switch
    {
        Word => element.LocalName,
        Math => "m:" + element.LocalName,
        Compatibility => "mc:" + element.LocalName,
        _ => "",
    };

    public static OpenXmlElement? Child(this OpenXmlElement? element, string name) => element?.ChildElements.FirstOrDefault(c => c.LocalName == name);

    public static IEnumerable<OpenXmlElement> Children(this OpenXmlElement? element, string name) => element?.ChildElements.Where(c => c.LocalName == name) ?? [];

    public static string? Value(this OpenXmlElement? element, string attribute = "val")
    {
        if (element is not null)
        {
            foreach (var a in element.GetAttributes())
            {
                if (a.LocalName == attribute)
                {
                    return a.Value;
                }
            }
        }

        return null;
    }

    public static int? Number(this OpenXmlElement? element, string attribute = "val") =>
        int.TryParse(element.Value(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch: on where it stands without a value; null where it does not stand.</summary>
    public static bool? Switch(this OpenXmlElement? element, string attribute = "val") =>
        element is null ? null : element.Value(attribute) is not ("0" or "false" or "off");

    /// <summary>What a program that knows all of it takes of alternatives: the first choice. Never more than one.</summary>
    public static OpenXmlElement? Chosen(this OpenXmlElement alternatives) => alternatives.Child("Choice") ?? alternatives.Child("Fallback");

    /// <summary>The characters of what is not read as text.</summary>
    public static string PlainText(this OpenXmlElement element) =>
        string.Concat(element.Descendants().Select(e => e.Name() switch
        {
            "t" or "delText" or "m:t" => e.InnerText,
            "tab" or "br" or "cr" or "p" => " ",
            _ => "",
        })).Trim();
}
