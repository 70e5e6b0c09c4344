using System.Globalization;
using ReportMiner.Documents;

namespace ReportMiner.Read;

/// <summary>What the reader noticed of a file it could read. The codes are stable: RM1101 to RM1110.</summary>
internal static class ReadWarnings
{
    public static Diagnostic FontWithoutMap(string font, int? page) => new(
        Severity.Warning,
        "RM1101",
        $"글꼴 {font}에 유니코드 대응표가 없어 글자가 빠지거나 틀릴 수 있습니다. / The font {font} has no Unicode map; characters may be missing or wrong.",
        page);

    public static Diagnostic NumbersLost(int page) => new(
        Severity.Warning,
        "RM1101",
        "숫자가 글자로 들어 있지 않은 쪽입니다: 단위만 남고 숫자가 빠졌습니다. / The digits of this page are not in its text: units stand without their numbers.",
        page);

    public static Diagnostic PageWithoutText(int page) => new(
        Severity.Warning, "RM1102", "글자가 없는 쪽입니다(그림뿐이거나 빈 쪽). / The page has no text (a picture, or blank).", page);

    public static Diagnostic EngineMessage(string message, int count) => new(
        Severity.Info, "RM1103", $"PDF 엔진의 메시지({count}번): {message} / Message of the PDF engine ({count} times): {message}", null);

    public static Diagnostic UnknownSymbol(string symbol, string? font, int count, int? page) => new(
        Severity.Warning,
        "RM1104",
        $"글꼴 {font}의 사용자 정의 문자 {symbol}({count}번)는 무엇인지 알 수 없어 그대로 두었습니다. / The private-use character {symbol} of the font {font} ({count} times) is not known and was kept.",
        page);

    public static Diagnostic LanguageDataMissing { get; } = new(
        Severity.Error,
        "RM1105",
        "poppler의 한글 자료(poppler-data)가 없어 이 PDF의 글자가 많이 빠졌습니다. apt install poppler-data로 설치하고 다시 실행하세요. / Poppler's data for Korean fonts is missing, so much of the text of this PDF is lost; install it (apt install poppler-data) and run again.",
        null);

    public static Diagnostic CutShort(int read, int pages) => new(
        Severity.Warning, "RM1106", $"{pages}쪽 중 {read}쪽만 읽었습니다. / Only {read} of {pages} pages could be read.", null);

    public static Diagnostic PageRecognized(int page, double confidence) => new(
        Severity.Info,
        "RM1107",
        $"쪽 그림에서 문자 인식으로 읽은 쪽입니다(평균 신뢰도 {Percent(confidence)}). / The page was read by character recognition (mean confidence {Percent(confidence)}).",
        page);

    public static Diagnostic CharactersFilled(int page, int count, double confidence) => new(
        Severity.Info,
        "RM1108",
        $"이 쪽의 글자 정보에 빠진 글자 {count}자를 문자 인식으로 채웠습니다(평균 신뢰도 {Percent(confidence)}). 숫자는 원문과 맞춰 보세요. / {count} characters missing from the text of this page were filled in by character recognition (mean confidence {Percent(confidence)}); check its numbers.",
        page);

    public static Diagnostic RecognitionMissing(IReadOnlyList<int> pages) => new(
        Severity.Warning,
        "RM1109",
        $"문자 인식이 필요한 쪽이 있으나 tesseract나 그 한글 자료가 없습니다: {string.Join(", ", pages.Select(p => $"{p}쪽"))}. Debian·Ubuntu는 apt install tesseract-ocr tesseract-ocr-kor, Windows는 winget install UB-Mannheim.TesseractOCR(설치할 때 Korean 선택)로 설치하고 다시 실행하세요. / Pages {string.Join(", ", pages)} need character recognition, but tesseract or its Korean data is missing. Install it and run again: on Debian and Ubuntu apt install tesseract-ocr tesseract-ocr-kor; on Windows winget install UB-Mannheim.TesseractOCR (choose Korean).",
        null);

    public static Diagnostic RecognitionFailed(int page) => new(
        Severity.Warning,
        "RM1110",
        "이 쪽의 문자 인식이 실패했거나 한도를 넘어, 글자 정보에 있는 것만 실었습니다. / Character recognition of this page failed or passed a limit; only what is in its text was taken.",
        page);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * share)}%");
}
