using System.Collections.Immutable;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Docx;
using ReportMiner.Read.Flow;

namespace ReportMiner.Review.Word;

/// <summary>A document that came back: what was exported, and what stands in its controls and comments now.</summary>
public sealed class WordReturn
{
    private static readonly ReportFailure NoRecord = new(
        "RM4201",
        "review export --docx로 낸 문서가 아니거나, 다른 프로그램이 저장하면서 함께 든 기록을 버렸습니다.",
        "The document is not one of review export --docx, or a program that saved it has dropped the record inside.");

    private WordReturn(WordRecord record, ILookup<string, string> controls, ImmutableArray<WordComment> comments) => (Record, Controls, Comments) = (record, controls, comments);

    /// <summary>The output's path in its folder, with <c>/</c>.</summary>
    public string Report => Record.Report;

    /// <summary>SHA-256 of the JSON bytes of the extraction it was exported from.</summary>
    public string Sha256 => Record.Sha256;

    internal WordRecord Record { get; }

    /// <summary>The texts of each control by its tag.</summary>
    internal ILookup<string, string> Controls { get; }

    /// <summary>The comments, with line feeds between their paragraphs.</summary>
    internal ImmutableArray<WordComment> Comments { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="limits">Beyond these it is not read.</param>
    public static Outcome<WordReturn> Read(byte[] file, LimitOptions limits, CancellationToken cancellation)
    {
        using var budget = new ReadBudget(limits, cancellation);
        try
        {
            using var package = new DocxPackage(file, budget);
            return Read(package, budget);
        }
        catch (UnreadableException e)
        {
            return e.Failure;
        }
        catch (Exception e) when (XmlGuard.IsDamage(e) || e is OpenXmlPackageException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return ReadFailures.Damaged;
        }
    }

    private static Outcome<WordReturn> Read(DocxPackage package, ReadBudget budget)
    {
        var body = package.Root(package.Main).Child("body");
        var record = package.Main.CustomXmlParts.Select(p => RecordIn(p, budget)).FirstOrDefault(r => r is not null);
        if (body is null || record is null)
        {
            return NoRecord;
        }

        var document = ReturnedDocument.Of(body, record);
        ImmutableArray<WordComment> comments =
        [
            .. package.Root(package.Main.WordprocessingCommentsPart).Children("comment").Select(c => new WordComment(
                document.Commented.GetValueOrDefault(c.Value("id") ?? ""),
                WordText.Fold(c.Value("author")),
                string.Join('\n', c.Children("p").Select(ReturnedDocument.TextOf)).Trim())),
        ];
        return new WordReturn(record, document.Controls, comments);
    }

    private static WordRecord? RecordIn(CustomXmlPart part, ReadBudget budget)
    {
        budget.Unpack(sizeof(char) * XmlGuard.Check(part.GetStream(FileMode.Open, FileAccess.Read), budget));
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return WordRecord.Read(XElement.Load(stream));
    }
}
