namespace ReportMiner.Read;

/// <summary>What a file is, by its content.</summary>
internal enum FileKind
{
    Text,
    Pdf,
    Empty,
    Hwp,
    HwpV3,
    Hwpx,
    Docx,
    LegacyOffice,
    Rtf,
    Html,
    OtherOffice,
    Picture,
    Archive,
    Binary,
}
