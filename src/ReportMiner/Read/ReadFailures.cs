using ReportMiner.Documents;

namespace ReportMiner.Read;

/// <summary>Why a file could not be read. The codes are stable: RM1001 to RM1011.</summary>
internal static class ReadFailures
{
    public static ReportFailure Missing { get; } = new(
        "RM1001", "파일이 없거나 열 수 없습니다.", "The file is missing or cannot be opened.");

    public static ReportFailure Empty { get; } = new(
        "RM1002", "파일에 내용이 없습니다.", "The file is empty.");

    public static ReportFailure TooLarge(long bytes, long limit) => new(
        "RM1003",
        $"파일이 너무 큽니다({Megabytes(bytes)} MB). 한도는 {Megabytes(limit)} MB입니다.",
        $"The file is too large ({Megabytes(bytes)} MB); the limit is {Megabytes(limit)} MB.");

    public static ReportFailure NotYetRead(string korean, string english) => new(
        "RM1004",
        $"{korean} 파일은 아직 읽지 못합니다. PDF나 텍스트로 저장해서 넣어 주세요.",
        $"{english} files cannot be read yet; save the report as PDF or text.");

    public static ReportFailure NotAReport(string korean, string english) => new(
        "RM1005",
        $"보고서가 아닙니다: 내용이 {korean}입니다.",
        $"Not a report: the content is {english}.");

    public static ReportFailure NotText { get; } = new(
        "RM1005", "글자로 읽을 수 없는 파일입니다(UTF-8, UTF-16, CP949가 아님).", "The file is not text in UTF-8, UTF-16 or CP949.");

    public static ReportFailure Damaged { get; } = new(
        "RM1006", "PDF 파일이 손상되었거나 중간에 잘렸습니다.", "The PDF file is damaged or cut short.");

    public static ReportFailure Encrypted { get; } = new(
        "RM1007", "암호가 걸린 PDF입니다. 암호를 푼 파일이 필요합니다.", "The PDF is encrypted; a copy without a password is needed.");

    public static ReportFailure PopplerMissing { get; } = new(
        "RM1008",
        "PDF를 읽는 poppler가 없습니다. Debian·Ubuntu는 apt install poppler-utils poppler-data, Windows는 winget install oschwartz10612.Poppler(또는 scoop install poppler, conda install -c conda-forge poppler)로 설치하세요.",
        "Poppler, which reads PDF files, is missing. Install it: on Debian and Ubuntu apt install poppler-utils poppler-data; on Windows winget install oschwartz10612.Poppler (or scoop install poppler, or conda install -c conda-forge poppler).");

    public static ReportFailure TimeLimit(int seconds) => new(
        "RM1009",
        $"PDF를 읽는 데 제한 시간 {seconds}초를 넘겼습니다.",
        $"Reading the PDF took longer than the limit of {seconds} seconds.");

    public static ReportFailure MemoryLimit(int megabytes) => new(
        "RM1010",
        $"PDF를 읽는 데 메모리 한도 {megabytes} MB를 넘겼습니다.",
        $"Reading the PDF took more memory than the limit of {megabytes} MB.");

    public static ReportFailure NoText { get; } = new(
        "RM1011",
        "어느 쪽에도 글자가 없는 PDF입니다. 스캔한 그림이라면 tesseract-ocr와 tesseract-ocr-kor를 설치하면 읽습니다(pdf.ocr가 off가 아닐 때).",
        "No page of the PDF has text; if it is scanned, installing tesseract-ocr and tesseract-ocr-kor lets it be read (unless pdf.ocr is off).");

    private static long Megabytes(long bytes) => (bytes + 1048575) / 1048576;
}
