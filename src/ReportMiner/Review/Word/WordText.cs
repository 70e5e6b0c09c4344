using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportMiner.Review.Word;

/// <summary>Paragraphs, runs, and texts that an XML part can hold.</summary>
internal static class WordText
{
    /// <summary>White space folded to single spaces, ends trimmed, and what XML cannot hold replaced: the form in which texts are written and compared.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var word in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            folded.Append(folded.Length == 0 ? "" : " ");
            for (var i = 0; i < word.Length; i++)
            {
                if (i + 1 < word.Length && XmlConvert.IsXmlSurrogatePair(word[i + 1], word[i]))
                {
                    folded.Append(word, i++, 2);
                }
                else
                {
                    folded.Append(XmlConvert.IsXmlChar(word[i]) ? word[i] : '\uFFFD');
                }
            }
        }

        return folded.ToString();
    }

    public static Run Run(string? text, string? style = null)
    {
        var run = new Run();
        if (style is not null)
        {
            run.Append(new RunProperties(new RunStyle { Val = style }));
        }

        run.Append(new Text(Fold(text)) { Space = SpaceProcessingModeValues.Preserve });
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
