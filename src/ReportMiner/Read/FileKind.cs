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

    /// <summary>An Office file locked with a password: its package lies encrypted in a compound file.</summary>
    EncryptedOffice,
    Rtf,
    Html,
    OtherOffice,
    Picture,
    Archive,
    Binary,
}
