using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>A value of a PDF file (ISO 32000-2, 7.3), as far as finding its drawings needs: strings and booleans are <see cref="PdfOther"/>.</summary>
internal abstract record PdfValue;

internal sealed record PdfOther : PdfValue
{
    public static readonly PdfOther Value = new();
}

internal sealed record PdfNumber(double Value) : PdfValue;

internal sealed record PdfName(string Value) : PdfValue;

internal sealed record PdfReference(int Number) : PdfValue;

internal sealed record PdfArray(ImmutableArray<PdfValue> Items) : PdfValue;

internal sealed record PdfDictionary(ImmutableDictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue this[string key] => Entries.GetValueOrDefault(key, PdfOther.Value);
}

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw) : PdfValue;
