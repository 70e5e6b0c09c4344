using System.Security.Cryptography;
using System.Text;

namespace ReportMiner.Review;

/// <summary>The style sheets and scripts built into the library, and the policy that lets a page run these and nothing else.</summary>
internal static class PageAssets
{
    /// <summary>The text of an asset, with line feeds: a browser hashes what it has parsed, which has no carriage returns.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream("Review/" + name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Opens a page: head with policy and style, up to the body's start tag.</summary>
    /// <param name="script">The page's script; null for a page that has none.</param>
    /// <param name="pictures">Whether the page carries pictures in itself.</param>
    /// <param name="parts">Whether it loads scripts that lie beside it; of a page opened from a file they are files.</param>
    public static void OpenPage(HtmlWriter html, string title, string style, string? script, bool pictures = false, bool parts = false)
    {
        html.Write($"<!doctype html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
        // The hashes hold no quotes; 'none' must stay readable for who audits the page.
        html.Trusted($"default-src 'none'; style-src '{Hash(style)}'; {(script is null ? "" : $"script-src '{Hash(script)}'{(parts ? " 'self' file:" : "")}; ")}{(pictures ? "img-src data:; " : "")}base-uri 'none'; form-action 'none'");
        html.Write($"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>");
        html.Trusted(style);
        html.Write($"</style>\n</head>\n<body>\n");
    }

    /// <summary>Closes a page with its data and its script.</summary>
    /// <param name="data">JSON in which what could end a script element is escaped.</param>
    public static void ClosePage(HtmlWriter html, string data, string script)
    {
        html.Write($"<script type=\"application/json\" id=\"ui-data\">");
        html.Trusted(data);
        html.Write($"</script>\n<script>");
        html.Trusted(script);
        html.Write($"</script>\n</body>\n</html>\n");
    }

    private static string Hash(string asset) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(asset)));
}
