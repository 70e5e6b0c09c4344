using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;

namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>Kinds of token (ISO 32000-2, 7.2).</summary>
internal enum PdfToken
{
    End,
    Number,
    Name,
    Keyword,
    String,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
}

/// <summary>Reads tokens and values of PDF syntax. Damaged input gives wrong values or the end, never an exception.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> bytes, int at)
{
    private const int DeepestNesting = 40;

    private static readonly SearchValues<byte> NotRegular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private static readonly double[] Tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Offset of the next byte.</summary>
    public int At { get; private set; } = at;

    /// <summary>The number last read.</summary>
    public double Number { get; private set; }

    /// <summary>The name or keyword last read.</summary>
    public ReadOnlySpan<byte> Word { get; private set; }

    public PdfToken Next()
    {
        SkipSpace();
        if (At >= _bytes.Length)
        {
            return PdfToken.End;
        }

        var c = _bytes[At];
        switch (c)
        {
            case (byte)'/':
                At++;
                Word = Regular();
                return PdfToken.Name;
            case (byte)'(':
                SkipString();
                return PdfToken.String;
            case (byte)'<' when Peek(1) != '<':
                var close = _bytes[At..].IndexOf((byte)'>');
                At = close < 0 ? _bytes.Length : At + close + 1;
                return PdfToken.String;
            case (byte)'<':
                At += 2;
                return PdfToken.DictionaryOpen;
            case (byte)'>':
                At += Peek(1) == '>' ? 2 : 1;
                return PdfToken.DictionaryClose;
            case (byte)'[':
                At++;
                return PdfToken.ArrayOpen;
            case (byte)']':
                At++;
                return PdfToken.ArrayClose;
            case (byte)'{' or (byte)'}' or (byte)')':
                At++;
                Word = _bytes.Slice(At - 1, 1);
                return PdfToken.Keyword;
        }

        Word = Regular();
        if (c is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.')
        {
            Number = NumberOf(c == '+' ? Word[1..] : Word);
            return PdfToken.Number;
        }

        return PdfToken.Keyword;
    }

    /// <summary>Reads a value; a closing bracket or a keyword that is no value gives null.</summary>
    public PdfValue? Value(int depth = 0)
    {
        switch (Next())
        {
            case PdfToken.Number:
                return NumberOrReference();
            case PdfToken.Name:
                return new PdfName(Encoding.Latin1.GetString(Word));
            case PdfToken.String:
                return PdfOther.Value;
            case PdfToken.Keyword:
                return Word.SequenceEqual("true"u8) || Word.SequenceEqual("false"u8) || Word.SequenceEqual("null"u8) ? PdfOther.Value : null;
            case PdfToken.ArrayOpen when depth < DeepestNesting:
                var items = ImmutableArray.CreateBuilder<PdfValue>();
                while (Value(depth + 1) is { } item)
                {
                    items.Add(item);
                }

                return new PdfArray(items.ToImmutable());
            case PdfToken.DictionaryOpen when depth < DeepestNesting:
                var entries = ImmutableDictionary.CreateBuilder<string, PdfValue>(StringComparer.Ordinal);
                while (Next() == PdfToken.Name)
                {
                    var key = Encoding.Latin1.GetString(Word);
                    if (Value(depth + 1) is not { } value)
                    {
                        break;
                    }

                    entries[key] = value;
                }

                return new PdfDictionary(entries.ToImmutable());
            default:
                return null;
        }
    }

    /// <summary>Whether a stream's end comes next.</summary>
    public bool IsEndOfStream() => Next() == PdfToken.Keyword && Word.SequenceEqual("endstream"u8);

    /// <summary>Goes to just after the next <c>EI</c> that stands alone: past an inline image's data.</summary>
    public void SkipInlineImage()
    {
        while (At < _bytes.Length)
        {
            var found = _bytes[At..].IndexOf("EI"u8);
            if (found < 0)
            {
                At = _bytes.Length;
                return;
            }

            var start = At + found;
            At = start + 2;
            if (start > 0 && IsSpace(_bytes[start - 1]) && (At >= _bytes.Length || IsSpace(_bytes[At])))
            {
                return;
            }
        }
    }

    public static bool IsSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private PdfValue NumberOrReference()
    {
        var number = Number;
        var back = At;
        if (number is >= 0 and < int.MaxValue && number == Math.Floor(number) && Next() == PdfToken.Number && Next() == PdfToken.Keyword && Word.SequenceEqual("R"u8))
        {
            return new PdfReference((int)number);
        }

        At = back;
        return new PdfNumber(number);
    }

    private readonly int Peek(int ahead) => At + ahead < _bytes.Length ? _bytes[At + ahead] : -1;

    private ReadOnlySpan<byte> Regular()
    {
        var rest = _bytes[At..];
        var length = rest.IndexOfAny(NotRegular);
        var word = length < 0 ? rest : rest[..length];
        At += word.Length;
        return word;
    }

    /// <summary>The number a text begins with, or 0. Few digits, as most have, make two whole numbers that a double holds, whose quotient is the nearest double.</summary>
    private static double NumberOf(ReadOnlySpan<byte> text)
    {
        var negative = text is [(byte)'-', ..];
        var digits = negative ? text[1..] : text;
        var (whole, point) = (0L, -1);
        if (digits.Length is 0 or > 9)
        {
            return Parse(text);
        }

        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] is >= (byte)'0' and <= (byte)'9')
            {
                whole = (whole * 10) + digits[i] - '0';
            }
            else if (digits[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return Parse(text);
            }
        }

        var value = point < 0 ? whole : whole / Tens[digits.Length - 1 - point];
        return negative ? -value : value;
    }

    private static double Parse(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out double value, out var used) && used > 0 && double.IsFinite(value) ? value : 0;

    private void SkipSpace()
    {
        while (At < _bytes.Length)
        {
            if (_bytes[At] == '%')
            {
                var end = _bytes[At..].IndexOfAny((byte)'\n', (byte)'\r');
                At = end < 0 ? _bytes.Length : At + end;
            }
            else if (IsSpace(_bytes[At]))
            {
                At++;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipString()
    {
        var depth = 0;
        for (; At < _bytes.Length; At++)
        {
            switch (_bytes[At])
            {
                case (byte)'\\':
                    At++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    At++;
                    return;
            }
        }
    }
}
