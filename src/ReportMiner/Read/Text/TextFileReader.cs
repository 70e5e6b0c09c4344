using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Read.Text;

/// <summary>Reads a text file: decodes it, parts it into lines, and turns markdown and HTML residue into styles and hints.</summary>
internal static class TextFileReader
{
    public static Outcome<SourceDocument> Read(string fileName, byte[] bytes, string sha256)
    {
        if (TextDecoder.Decode(bytes) is not { } decoded)
        {
            return ReadFailures.NotText;
        }

        var (text, encoding) = decoded;
        var removed = ImmutableArray.CreateBuilder<Removal>();
        var reader = new MarkupReader(MarkupReader.IsMarkdown(text), removed);
        var pages = ImmutableArray.CreateBuilder<SourcePage>();
        var number = 0;
        foreach (var page in text.Split('\f'))
        {
            var lines = ImmutableArray.CreateBuilder<SourceLine>();
            var blank = 0;
            var first = true;
            foreach (var raw in page.EnumerateLines())
            {
                // A form feed stands inside a line: what follows it is the same line of the file.
                number += first && pages.Count > 0 ? 0 : 1;
                first = false;
                var count = lines.Count;
                reader.Read(raw, number, blank, lines);
                blank = lines.Count == count ? blank + 1 : 0;
            }

            pages.Add(new SourcePage(0, null, null, lines.ToImmutable()));
        }

        var mediaType = reader.Markdown ? "text/markdown" : "text/plain";
        return new SourceDocument(
            new SourceFile(fileName, mediaType, bytes.Length, sha256, null, encoding, "text"),
            pages.ToImmutable(),
            removed.ToImmutable(),
            []);
    }
}
