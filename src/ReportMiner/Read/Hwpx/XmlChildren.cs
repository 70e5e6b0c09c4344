using System.Globalization;
using System.Xml;

namespace ReportMiner.Read.Hwpx;

/// <summary>Walks the children of an element as they are read.</summary>
internal static class XmlChildren
{
    /// <summary>
    /// Hands each child element to <paramref name="read"/>, the reader standing on it, and ends behind the element the
    /// reader stood on. <paramref name="read"/> either reads the child whole and says true, or it is skipped.
    /// </summary>
    public static void Each(this XmlReader xml, Func<string, bool> read)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else if (!read(xml.LocalName))
            {
                xml.Skip();
            }
        }

        xml.Read();
    }

    /// <summary>An attribute as a whole number; 0 where it is none.</summary>
    public static int Number(this XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
