using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Documents;

namespace ReportMiner.Review.Word;

/// <summary>Paragraphs, runs, and texts that an XML part can hold.</summary>
internal static class WordText
{
    /// <summary>White space folded to single spaces, ends trimmed, and what XML cannot hold replaced: the form in which values are written and compared.</summary>
    public static string Fold(string? text) => WhiteSpace.Fold(Safe(text ?? ""));

    /// <summary>The text with signs in place of what XML cannot hold.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                safe.Append(text, i++, 2);
            }
            else
            {
                safe.Append(char.IsWhiteSpace(text[i]) ? ' ' : XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return safe.ToString();
    }

    public static Run Run(string? text, string? style = null)
    {
        var run = new Run();
        if (style is not null)
        {
            run.Append(new RunProperties(new RunStyle { Val = style }));
        }

        run.Append(new Text(Safe(text ?? "")) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static Paragraph Paragraph(string? style, params IEnumerable<OpenXmlElement> content)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(content);
        return paragraph;
    }

    public static Paragraph Paragraph(string? style, string? text) => Paragraph(style, [Run(text)]);
}
