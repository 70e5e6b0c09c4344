using System.Collections.Immutable;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Read.Text;

/// <summary>Provisional: decodes UTF-8 only; replaced by the real reader of text files.</summary>
internal static class TextFileReader
{
    public static Outcome<SourceDocument> Read(string fileName, byte[] bytes, string sha256)
    {
        var lines = Encoding.UTF8.GetString(bytes).Replace("\uFFFD", "").Split('\n')
            .Select((t, i) => new SourceLine { Page = 0, Number = i + 1, Text = t.TrimEnd('\r', ' ') }).ToImmutableArray();
        return new SourceDocument(
            new SourceFile(fileName, "text/plain", bytes.Length, sha256, null, "utf-8", "text"),
            [new SourcePage(0, null, null, lines)],
            [],
            []);
    }
}
