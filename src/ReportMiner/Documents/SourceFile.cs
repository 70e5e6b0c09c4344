namespace ReportMiner.Documents;

/// <summary>The input file.</summary>
/// <param name="FileName">Name without folder.</param>
/// <param name="MediaType">By content, not by name.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Content hash, lower-case hexadecimal.</param>
/// <param name="Pages">Number of pages, or null for inputs without pages.</param>
/// <param name="Encoding">Character encoding of a text file (<c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>cp949</c>), or null.</param>
/// <param name="Engine">What read it: <c>text</c>, <c>poppler</c>, or <c>poppler+tesseract</c> where characters were recognized in pictures of pages.</param>
public sealed record SourceFile(string FileName, string MediaType, long Bytes, string Sha256, int? Pages, string? Encoding, string Engine);
