using System.Collections.Immutable;
using System.IO.Compression;

namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>
/// The objects of a PDF file, found by looking through the file for them instead of by its cross-reference table: so a
/// damaged table does no harm, and of an object that was written anew the last one counts.
/// </summary>
internal sealed class PdfObjectTable
{
    private const int MostInflated = 64 << 20;
    private const int DeepestReference = 16;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<int, (ReadOnlyMemory<byte> In, int At)> _places = [];

    public PdfObjectTable(ReadOnlyMemory<byte> file)
    {
        _file = file;
        Scan();
    }

    /// <summary>Whether the file is encrypted: its streams are then of no use here.</summary>
    public bool Encrypted { get; private set; }

    /// <summary>The names of fonts without a Unicode map of their own (their codes may all the same be characters), as they are written; empty where one has none.</summary>
    public HashSet<string> FontsWithoutMap { get; } = new(StringComparer.Ordinal);

    /// <summary>The page tree's root, or null.</summary>
    public PdfDictionary? Pages { get; private set; }

    /// <summary>The value itself, or what it refers to.</summary>
    public PdfValue Resolve(PdfValue value)
    {
        for (var i = 0; i < DeepestReference && value is PdfReference reference; i++)
        {
            value = _places.TryGetValue(reference.Number, out var place) ? Read(place.In, place.At, out _) : PdfOther.Value;
        }

        return value;
    }

    /// <summary>The dictionary a value is or refers to; of a stream, its dictionary.</summary>
    public PdfDictionary? Dictionary(PdfValue value) => Resolve(value) switch
    {
        PdfDictionary d => d,
        PdfStream s => s.Dictionary,
        _ => null,
    };

    /// <summary>The bytes of a stream, uncompressed; empty where the filter is none that content uses.</summary>
    public ReadOnlyMemory<byte> Content(PdfStream stream)
    {
        var filter = Resolve(stream.Dictionary["Filter"]);
        filter = filter is PdfArray { Items: [var only] } ? Resolve(only) : filter;
        return filter switch
        {
            PdfName { Value: "FlateDecode" or "Fl" } when Resolve(stream.Dictionary["DecodeParms"]) is not PdfDictionary => Inflate(stream.Raw),
            PdfOther or PdfArray { Items.IsEmpty: true } => stream.Raw,
            _ => default,
        };
    }

    private void Scan()
    {
        var file = _file.Span;
        var at = 0;
        PdfValue root = PdfOther.Value;
        while (at < file.Length && file[at..].IndexOf("obj"u8) is var found and >= 0)
        {
            var keyword = at + found;
            at = keyword + 3;
            if (Number(file, keyword) is not { } number)
            {
                continue;
            }

            var value = Read(_file, at, out var end);
            _places[number] = (_file, at);
            at = end;
            var entries = value as PdfDictionary ?? (value as PdfStream)?.Dictionary;
            NoteFont(entries);
            switch ((entries?["Type"] as PdfName)?.Value)
            {
                case "ObjStm" when value is PdfStream container:
                    AddContained(container);
                    break;
                case "XRef":
                    Encrypted |= entries!.Entries.ContainsKey("Encrypt");
                    root = entries["Root"] is PdfReference r ? r : root;
                    break;
            }
        }

        for (var trailer = 0; file[trailer..].IndexOf("trailer"u8) is var next and >= 0;)
        {
            trailer += next + 7;
            if (new PdfLexer(file, trailer).Value() is PdfDictionary entries)
            {
                Encrypted |= entries.Entries.ContainsKey("Encrypt");
                root = entries["Root"] is PdfReference r ? r : root;
            }
        }

        Pages = Dictionary(root) is { } catalog ? Dictionary(catalog["Pages"]) : null;
    }

    private void AddContained(PdfStream container)
    {
        var bytes = Content(container);
        var count = (container.Dictionary["N"] as PdfNumber)?.Value ?? 0;
        var first = (int)((container.Dictionary["First"] as PdfNumber)?.Value ?? 0);
        var lexer = new PdfLexer(bytes.Span, 0);
        for (var i = 0; i < count && lexer.Next() == PdfToken.Number; i++)
        {
            var number = (int)lexer.Number;
            if (lexer.Next() != PdfToken.Number)
            {
                break;
            }

            _places[number] = (bytes, first + (int)lexer.Number);
            NoteFont(Read(bytes, first + (int)lexer.Number, out _) as PdfDictionary);
        }
    }

    // The parts of a composite font have no map; the font itself has.
    private void NoteFont(PdfDictionary? entries)
    {
        if (entries?["Type"] is PdfName { Value: "Font" } && !entries.Entries.ContainsKey("ToUnicode") && entries["Subtype"] is not PdfName { Value: "CIDFontType0" or "CIDFontType2" })
        {
            FontsWithoutMap.Add((entries["BaseFont"] as PdfName)?.Value ?? "");
        }
    }

    private static PdfValue Read(ReadOnlyMemory<byte> from, int at, out int end)
    {
        var span = from.Span;
        var lexer = new PdfLexer(span, Math.Min(at, span.Length));
        var value = lexer.Value() ?? PdfOther.Value;
        end = lexer.At;
        if (value is not PdfDictionary dictionary || lexer.Next() != PdfToken.Keyword || !lexer.Word.SequenceEqual("stream"u8))
        {
            return value;
        }

        var start = lexer.At;
        start += start < span.Length && span[start] == '\r' ? 1 : 0;
        start += start < span.Length && span[start] == '\n' ? 1 : 0;
        var length = dictionary["Length"] is PdfNumber { Value: >= 0 and < int.MaxValue } stated ? (int)stated.Value : -1;
        if (length < 0 || start + (long)length > span.Length || !new PdfLexer(span, start + length).IsEndOfStream())
        {
            length = span[start..].IndexOf("endstream"u8);
            length = length < 0 ? span.Length - start : length;
        }

        end = start + length;
        return new PdfStream(dictionary, from.Slice(start, length));
    }

    /// <summary>The object number of "12 0 obj", read backwards from the keyword; null if it is none.</summary>
    private static int? Number(ReadOnlySpan<byte> file, int keyword)
    {
        var at = Back(file, keyword, PdfLexer.IsSpace);
        var generation = Back(file, at, IsDigit);
        var between = Back(file, generation, PdfLexer.IsSpace);
        var number = Back(file, between, IsDigit);
        return at < keyword && generation < at && between < generation && between - number is > 0 and < 9
            ? int.Parse(file[number..between], System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    private static int Back(ReadOnlySpan<byte> file, int at, Func<byte, bool> while_)
    {
        while (at > 0 && while_(file[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> raw)
    {
        using var output = new MemoryStream();
        try
        {
            using var input = new ZLibStream(new MemoryStream(raw.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[16384];
            while (output.Length < MostInflated && input.Read(buffer) is var read and > 0)
            {
                output.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // What came through before the damage is of use.
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
