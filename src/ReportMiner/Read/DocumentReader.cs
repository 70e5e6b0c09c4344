using System.Security.Cryptography;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf;
using ReportMiner.Read.Pdf.Ocr;
using ReportMiner.Read.Text;
using ReportMiner.Resources;

namespace ReportMiner.Read;

/// <summary>Recognizes what a file is and hands it to the reader of its kind. Bad input is a failure with a stable code.</summary>
internal sealed class DocumentReader
{
    private readonly ReadLimits _limits;
    private readonly PdfReader _pdf;

    public DocumentReader(PipelineOptions options, ResourceDirectory resources)
        : this(options.Pdf, new ReadLimits(TextBytes: options.Limits.MaxTextBytes, PdfBytes: options.Limits.MaxPdfBytes), resources)
    {
    }

    public DocumentReader(PdfOptions pdf, ReadLimits limits, ResourceDirectory resources)
    {
        _limits = limits;
        _pdf = new PdfReader(new PopplerEngine(pdf), new PageRecognizer(pdf), SymbolMap.Load(resources));
    }

    public Outcome<SourceDocument> Read(ReportInput input, CancellationToken cancellation)
    {
        try
        {
            using var file = new FileStream(input.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var kind = FileKindRecognizer.Recognize(file);
            return Unread(kind) is { } failure ? failure : Read(input.Path, file, kind, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ReadFailures.Missing;
        }
    }

    private Outcome<SourceDocument> Read(string path, FileStream file, FileKind kind, CancellationToken cancellation)
    {
        var limit = kind == FileKind.Pdf ? _limits.PdfBytes : _limits.TextBytes;
        if (file.Length > limit)
        {
            return ReadFailures.TooLarge(file.Length, limit);
        }

        file.Position = 0;
        var name = Path.GetFileName(path);
        if (kind == FileKind.Pdf)
        {
            var source = new SourceFile(name, "application/pdf", file.Length, Convert.ToHexStringLower(SHA256.HashData(file)), null, null, "poppler");
            return _pdf.Read(Path.GetFullPath(path), source, cancellation);
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return TextFileReader.Read(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static ReportFailure? Unread(FileKind kind) => kind switch
    {
        FileKind.Text or FileKind.Pdf => null,
        FileKind.Empty => ReadFailures.Empty,
        FileKind.Hwp => ReadFailures.NotYetRead("한글(HWP 5.0)", "Hangul word processor (HWP 5.0)"),
        FileKind.HwpV3 => ReadFailures.NotYetRead("한글 3.0(HWP V3)", "Hangul word processor 3 (HWP V3)"),
        FileKind.Hwpx => ReadFailures.NotYetRead("한글(HWPX)", "Hangul word processor (HWPX)"),
        FileKind.Docx => ReadFailures.NotYetRead("워드(DOCX)", "Word (DOCX)"),
        FileKind.LegacyOffice => ReadFailures.NotYetRead("옛 오피스(DOC, XLS, PPT)", "Legacy Office (DOC, XLS, PPT)"),
        FileKind.Rtf => ReadFailures.NotYetRead("서식 있는 텍스트(RTF)", "Rich text (RTF)"),
        FileKind.Html => ReadFailures.NotYetRead("웹 문서(HTML)", "Web page (HTML)"),
        FileKind.OtherOffice => ReadFailures.NotAReport("표나 발표 자료 같은 다른 사무용 문서", "another kind of office document"),
        FileKind.Picture => ReadFailures.NotAReport("그림", "a picture"),
        FileKind.Archive => ReadFailures.NotAReport("압축 파일", "an archive"),
        _ => ReadFailures.NotAReport("글이 아닌 이진 자료", "binary data"),
    };
}
