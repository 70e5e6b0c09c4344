using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Read.Docx;
using ReportMiner.Read.Flow;
using ReportMiner.Read.Hwp;
using ReportMiner.Read.Hwpx;
using ReportMiner.Read.Pdf;
using ReportMiner.Read.Pdf.Ocr;
using ReportMiner.Read.Text;
using ReportMiner.Resources;

namespace ReportMiner.Read;

/// <summary>Recognizes what a file is and hands it to the reader of its kind. Bad input is a failure with a stable code.</summary>
internal sealed class DocumentReader
{
    private readonly LimitOptions _limits;
    private readonly PdfReader _pdf;
    private readonly FlowLines _lines;
    private readonly ImmutableDictionary<FileKind, IFlowReader> _flow;

    public DocumentReader(PipelineOptions options, ResourceDirectory resources)
    {
        _limits = options.Limits;
        var symbols = SymbolMap.Load(resources);
        _pdf = new PdfReader(PdfEngines.Choose(options.Pdf), new PageRecognizer(options.Pdf), symbols);
        _lines = new FlowLines(symbols);
        var forms = new NumberForms(resources);
        _flow = ImmutableDictionary<FileKind, IFlowReader>.Empty
            .Add(FileKind.Hwp, new HwpReader(forms))
            .Add(FileKind.Hwpx, new HwpxReader(forms))
            .Add(FileKind.Docx, new DocxReader(forms));
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
        var limit = kind switch { FileKind.Pdf => _limits.MaxPdfBytes, FileKind.Text => _limits.MaxTextBytes, _ => _limits.MaxOfficeBytes };
        if (file.Length > limit)
        {
            return ReadFailures.TooLarge(file.Length, limit);
        }

        file.Position = 0;
        var name = Path.GetFileName(path);
        if (kind == FileKind.Pdf)
        {
            var source = new SourceFile(name, "application/pdf", file.Length, Convert.ToHexStringLower(SHA256.HashData(file)), null, null, "");
            return _pdf.Read(Path.GetFullPath(path), source, cancellation);
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return kind == FileKind.Text ? TextFileReader.Read(name, bytes, sha256) : ReadFlow(_flow[kind], name, bytes, sha256, cancellation);
    }

    private Outcome<SourceDocument> ReadFlow(IFlowReader reader, string name, byte[] bytes, string sha256, CancellationToken cancellation)
    {
        using var budget = new ReadBudget(_limits, cancellation);
        try
        {
            var flow = reader.Read(bytes, budget);
            var text = FlowText.Of(flow.Blocks).Sum(t => (long)Encoding.UTF8.GetByteCount(t));
            return text > _limits.MaxTextBytes ? ReadFailures.TooLarge(text, _limits.MaxTextBytes) : _lines.Write(flow, new SourceFile(name, reader.MediaType, bytes.Length, sha256, null, null, reader.Name));
        }
        catch (UnreadableException e)
        {
            return e.Failure;
        }
    }

    private static ReportFailure? Unread(FileKind kind) => kind switch
    {
        FileKind.Text or FileKind.Pdf or FileKind.Hwp or FileKind.Hwpx or FileKind.Docx => null,
        FileKind.EncryptedOffice => ReadFailures.Encrypted,
        FileKind.Empty => ReadFailures.Empty,
        FileKind.HwpV3 => ReadFailures.HwpV3,
        FileKind.LegacyOffice => ReadFailures.NotRead("옛 오피스(DOC, XLS, PPT)", "Legacy Office (DOC, XLS, PPT)"),
        FileKind.Rtf => ReadFailures.NotRead("서식 있는 텍스트(RTF)", "Rich text (RTF)"),
        FileKind.Html => ReadFailures.NotRead("웹 문서(HTML)", "Web page (HTML)"),
        FileKind.OtherOffice => ReadFailures.NotAReport("표나 발표 자료 같은 다른 사무용 문서", "another kind of office document"),
        FileKind.Picture => ReadFailures.NotAReport("그림", "a picture"),
        FileKind.Archive => ReadFailures.NotAReport("압축 파일", "an archive"),
        _ => ReadFailures.NotAReport("글이 아닌 이진 자료", "binary data"),
    };
}
