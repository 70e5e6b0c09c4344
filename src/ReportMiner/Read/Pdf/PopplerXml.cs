using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Reads the output of <c>pdftohtml -xml</c> as a stream. It is not always XML (control characters, tags that
/// cross, bare ampersands), but each element stands on a line of its own: so it is read by lines, and nothing in it
/// can stop the reading.
/// </summary>
internal static class PopplerXml
{
    private const int LongestText = 20_000;

    /// <summary>A run narrower than this share of what its characters ask for does not lie on the line.</summary>
    private const double NoWidth = 0.1;

    private static readonly PdfFont NoFont = new("", 0, null);

    public static (ImmutableArray<PdfPage> Pages, ImmutableArray<Bookmark> Bookmarks) Read(TextReader reader)
    {
        var bookmarks = ImmutableArray.CreateBuilder<Bookmark>();
        var depth = 0;
        var pages = ImmutableArray.CreateBuilder<PdfPage>();
        var fonts = new Dictionary<string, PdfFont>(StringComparer.Ordinal);
        var runs = ImmutableArray.CreateBuilder<PdfRun>();
        (int Number, double Width, double Height)? page = null;
        var ahead = reader.ReadLine();
        while (ahead is { } line)
        {
            ahead = reader.ReadLine();
            var element = line.AsSpan().TrimStart();
            if (element.StartsWith("link to page "))
            {
                // With internal links (a contents page, LibreOffice's notes) poppler prints its own chatter before the page.
                element = element[Math.Max(0, element.IndexOf('<'))..];
            }

            if (element.StartsWith("<text "))
            {
                if (page is not null)
                {
                    ReadText(Whole(line.TrimStart(), "</text>", reader, ref ahead), fonts, runs);
                }
            }
            else if (element.StartsWith("<fontspec "))
            {
                var name = WebUtility.HtmlDecode(Attribute(element, "family").ToString());
                fonts[Attribute(element, "id").ToString()] = new PdfFont(name, Number(element, "size"), Attribute(element, "color").ToString());
            }
            else if (element.StartsWith("<page "))
            {
                page = ((int)Number(element, "number"), Number(element, "width"), Number(element, "height"));
            }
            else if (element.StartsWith("</page>") && page is { } p)
            {
                pages.Add(new PdfPage(p.Number, p.Width, p.Height, runs.ToImmutable()));
                runs.Clear();
                page = null;
            }
            else if (element.StartsWith("<item") && page is null)
            {
                bookmarks.Add(BookmarkOf(Whole(line.TrimStart(), "</item>", reader, ref ahead), depth));
            }
            else if (element.StartsWith("<outline>"))
            {
                // Behind the pages; the entries below another stand in an outline of their own.
                depth++;
            }
            else if (element.StartsWith("</outline>"))
            {
                depth--;
            }
        }

        return (pages.ToImmutable(), bookmarks.ToImmutable());
    }

    /// <summary>An element goes on over line ends that are themselves characters of the PDF.</summary>
    private static string Whole(string line, string close, TextReader reader, ref string? ahead)
    {
        while (!line.Contains(close, StringComparison.Ordinal) && ahead is not null
            && !ahead.StartsWith("<text ", StringComparison.Ordinal) && !ahead.StartsWith("</page>", StringComparison.Ordinal)
            && !ahead.StartsWith("<item", StringComparison.Ordinal) && !ahead.StartsWith("</outline>", StringComparison.Ordinal)
            && line.Length < LongestText)
        {
            line = line + "\n" + ahead;
            ahead = reader.ReadLine();
        }

        return line;
    }

    private static Bookmark BookmarkOf(string line, int depth)
    {
        var open = line.IndexOf('>');
        var close = line.LastIndexOf("</item>", StringComparison.Ordinal);
        var title = open < 0 ? "" : line[(open + 1)..(close < open ? line.Length : close)];
        return new Bookmark(WebUtility.HtmlDecode(title), Number(line.AsSpan(0, open + 1), "page") is > 0 and var page ? (int)page : null, depth);
    }

    private static void ReadText(string line, Dictionary<string, PdfFont> fonts, ImmutableArray<PdfRun>.Builder runs)
    {
        var open = line.IndexOf('>');
        if (open < 0)
        {
            return;
        }

        var head = line.AsSpan(0, open + 1);
        double x = Number(head, "left"), y = Number(head, "top"), width = Number(head, "width"), height = Number(head, "height");
        var font = fonts.GetValueOrDefault(Attribute(head, "font").ToString(), NoFont);
        var close = line.LastIndexOf("</text>", StringComparison.Ordinal);
        var pieces = Pieces(line.AsSpan((open + 1)..(close < open ? line.Length : close)), PdfFont.IsBold(font.Name));
        var advance = pieces.Sum(p => Ems.Of(p.Text));
        if (width < NoWidth * advance * font.Size && advance > 1)
        {
            // Turned text has no width, and its place is that of its first letter; it mostly runs upwards.
            var foot = y + height;
            var text = string.Concat(pieces.Select(p => p.Text));
            runs.Add(new PdfRun(text, x - height, Math.Max(0, foot - (advance * font.Size)), x + (height / 4), foot, font, pieces[0].Bold, Turned: true));
            return;
        }

        foreach (var (text, bold) in pieces)
        {
            var share = advance > 0 ? width * Ems.Of(text) / advance : 0;
            runs.Add(new PdfRun(text, x, y, x + share, y + height, font, bold));
            x += share;
        }
    }

    private static List<(string Text, bool Bold)> Pieces(ReadOnlySpan<char> markup, bool boldFont)
    {
        var pieces = new List<(string Text, bool Bold)>();
        var text = new StringBuilder();
        var bold = false;
        void Close()
        {
            if (text.Length > 0)
            {
                pieces.Add((WebUtility.HtmlDecode(text.ToString()), bold || boldFont));
                text.Clear();
            }
        }

        while (!markup.IsEmpty)
        {
            if (Tag(markup) is var length and > 0)
            {
                var tag = markup[..length];
                if (tag is "<b>" or "</b>")
                {
                    Close();
                    bold = tag is "<b>";
                }

                markup = markup[length..];
            }
            else
            {
                text.Append(markup[0]);
                markup = markup[1..];
            }
        }

        Close();
        return pieces;
    }

    /// <summary>Length of one of the tags poppler writes, or 0: a <c>&lt;</c> of the text itself is written as an entity.</summary>
    private static int Tag(ReadOnlySpan<char> markup)
    {
        ReadOnlySpan<string> plain = ["<b>", "</b>", "<i>", "</i>", "</a>", "<br/>"];
        foreach (var tag in plain)
        {
            if (markup.StartsWith(tag))
            {
                return tag.Length;
            }
        }

        return markup.StartsWith("<a ") ? markup.IndexOf("\">") + 2 : 0;
    }

    private static ReadOnlySpan<char> Attribute(ReadOnlySpan<char> element, string name)
    {
        var at = element.IndexOf($" {name}=\"");
        if (at < 0)
        {
            return default;
        }

        var value = element[(at + name.Length + 3)..];
        var end = value.IndexOf('"');
        return end < 0 ? default : value[..end];
    }

    private static double Number(ReadOnlySpan<char> element, string name) =>
        double.TryParse(Attribute(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
}
