using System.Net;
using Xunit;

namespace ReportMiner.Tests.Review;

/// <summary>A start tag of a page, as a browser's tokenizer sees it.</summary>
internal sealed record Tag(string Name, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Reads a page's tags and text by the rules of HTML for plain, quoted markup; anything else fails the test.</summary>
internal sealed class Markup
{
    public Markup(string html)
    {
        var text = new System.Text.StringBuilder();
        var open = new Stack<string>();
        var i = "<!doctype html>".Length;
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        while (i < html.Length)
        {
            if (html[i] != '<')
            {
                var end = html.IndexOf('<', i);
                text.Append(html, i, (end < 0 ? html.Length : end) - i);
                i = end < 0 ? html.Length : end;
                continue;
            }

            var close = html.IndexOf('>', i);
            var inside = html[(i + 1)..close];
            i = close + 1;
            if (inside[0] == '/')
            {
                Assert.Equal(open.Pop(), inside[1..]);
                continue;
            }

            var tag = Parse(inside);
            Tags.Add(tag);
            if (tag.Name is "script" or "style")
            {
                var end = html.IndexOf("</" + tag.Name, i, StringComparison.OrdinalIgnoreCase);
                Raw.Add((tag, html[i..end]));
                i = html.IndexOf('>', end) + 1;
            }
            else if (tag.Name is not ("meta" or "input") && !inside.EndsWith('/'))
            {
                open.Push(tag.Name);
            }
        }

        Assert.Empty(open);
        Text = WebUtility.HtmlDecode(text.ToString());
    }

    public List<Tag> Tags { get; } = [];

    /// <summary>Scripts and styles with what is in them.</summary>
    public List<(Tag Tag, string Content)> Raw { get; } = [];

    public string Text { get; }

    private static Tag Parse(string inside)
    {
        var match = System.Text.RegularExpressions.Regex.Match(inside, """^([a-z][a-z0-9]*)(?:\s+([a-zA-Z][a-zA-Z0-9-]*)(?:=(?:"([^"]*)"|([\w-]+)))?)*\s*/?$""");
        Assert.True(match.Success, $"<{inside}>");
        var attributes = System.Text.RegularExpressions.Regex.Matches(inside[match.Groups[1].Length..], """([a-zA-Z][a-zA-Z0-9-]*)(?:=(?:"([^"]*)"|([\w-]+)))?""")
            .ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value + m.Groups[3].Value), StringComparer.Ordinal);
        return new Tag(match.Groups[1].Value, attributes);
    }
}
