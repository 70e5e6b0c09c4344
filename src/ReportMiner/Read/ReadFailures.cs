using ReportMiner.Documents;

namespace ReportMiner.Read;

/// <summary>Why a file could not be read. The codes are stable: RM1001 to RM1018.</summary>
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

    public static ReportFailure NotRead(string korean, string english) => new(
        "RM1004",
        $"{korean} 파일은 읽지 않습니다. HWPX, DOCX, PDF나 텍스트로 저장해서 넣어 주세요.",
        $"{english} files are not read; save the report as HWPX, DOCX, PDF or text.");

    public static ReportFailure NotAReport(string korean, string english) => new(
        "RM1005",
        $"보고서가 아닙니다: 내용이 {korean}입니다.",
        $"Not a report: the content is {english}.");

    public static ReportFailure NotText { get; } = new(
        "RM1005", "글자로 읽을 수 없는 파일입니다(UTF-8, UTF-16, CP949가 아님).", "The file is not text in UTF-8, UTF-16 or CP949.");

    public static ReportFailure Damaged { get; } = new(
        "RM1006", "파일이 손상되었거나 중간에 잘렸습니다.", "The file is damaged or cut short.");

    public static ReportFailure Encrypted { get; } = new(
        "RM1007", "암호가 걸린 파일입니다. 암호를 푼 파일이 필요합니다.", "The file is locked with a password; a copy without one is needed.");

    public static ReportFailure PopplerMissing { get; } = new(
        "RM1008",
        "PDF를 읽는 poppler가 없습니다. Debian·Ubuntu는 apt install poppler-utils poppler-data, Windows는 winget install oschwartz10612.Poppler(또는 scoop install poppler, conda install -c conda-forge poppler)로 설치하세요.",
        "Poppler, which reads PDF files, is missing. Install it: on Debian and Ubuntu apt install poppler-utils poppler-data; on Windows winget install oschwartz10612.Poppler (or scoop install poppler, or conda install -c conda-forge poppler).");

    public static ReportFailure PdfPigMissing { get; } = new(
        "RM1008",
        "이 프로그램은 PdfPig 없이 빌드되었습니다. -p:PdfPig=true로 다시 빌드하거나 pipeline.json의 pdf.engine을 auto나 poppler로 두세요.",
        "This program was built without PdfPig. Build it with -p:PdfPig=true, or set pdf.engine in pipeline.json to auto or poppler.");

    public static ReportFailure TimeLimit(int seconds) => new(
        "RM1009",
        $"파일을 읽는 데 제한 시간 {seconds}초를 넘겼습니다.",
        $"Reading the file took longer than the limit of {seconds} seconds.");

    public static ReportFailure MemoryLimit(int megabytes) => new(
        "RM1010",
        $"PDF를 읽는 데 메모리 한도 {megabytes} MB를 넘겼습니다.",
        $"Reading the PDF took more memory than the limit of {megabytes} MB.");

    public static ReportFailure NoText { get; } = new(
        "RM1011",
        "어느 쪽에도 글자가 없는 PDF입니다. 스캔한 그림이라면 tesseract-ocr와 tesseract-ocr-kor를 설치하면 읽습니다(pdf.ocr가 off가 아닐 때).",
        "No page of the PDF has text; if it is scanned, installing tesseract-ocr and tesseract-ocr-kor lets it be read (unless pdf.ocr is off).");

    public static ReportFailure HwpV3 { get; } = new(
        "RM1012",
        "한글 97 이전의 형식(HWP 3.0)입니다. 한글에서 열어 '다른 이름으로 저장하기'로 HWPX나 HWP 5.0으로 바꾸거나, LibreOffice에서 열어 DOCX로 저장해 주세요.",
        "The file is in the format of Hangul 97 and earlier (HWP 3.0). Open it in Hangul and save it as HWPX or HWP 5.0, or open it in LibreOffice and save it as DOCX.");

    public static ReportFailure UnpackedLimit(long limit) => new(
        "RM1013",
        $"압축을 풀면 한도 {Megabytes(limit)} MB를 넘는 파일입니다.",
        $"Unpacked, the file is larger than the limit of {Megabytes(limit)} MB.");

    public static ReportFailure EntryLimit(int limit) => new(
        "RM1014", $"파일 안에 든 항목이 한도 {limit}개를 넘습니다.", $"The file holds more than {limit} entries.");

    public static ReportFailure DepthLimit(int limit) => new(
        "RM1015", $"파일 안의 요소가 {limit}겹보다 깊이 들어 있습니다.", $"Elements of the file stand more than {limit} deep in each other.");

    public static ReportFailure RecordLimit(long limit) => new(
        "RM1016",
        $"한 레코드가 한도 {Megabytes(limit)} MB를 넘는 파일입니다.",
        $"A record of the file is longer than the limit of {Megabytes(limit)} MB.");

    public static ReportFailure ForeignXml { get; } = new(
        "RM1017", "바깥 자료를 부르는 XML(DTD)이 들어 있어 읽지 않습니다.", "The file's XML has a document type definition, which could call in other files; it is not read.");

    public static ReportFailure RightsManaged { get; } = new(
        "RM1018", "DRM으로 보호된 문서입니다. 보호를 푼 파일이 필요합니다.", "The document is protected by rights management; a copy without it is needed.");

    private static long Megabytes(long bytes) => (bytes + 1048575) / 1048576;
}
