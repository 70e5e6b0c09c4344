using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ReportMiner.Read;

/// <summary>Recognizes a file by its first bytes, and containers by what they hold; the name plays no part.</summary>
internal static class FileKindRecognizer
{
    /// <summary>How much of a file is looked at: enough for the signatures and to tell text from binary.</summary>
    private const int HeadLength = 8192;

    /// <summary>No report is an archive of more files.</summary>
    private const int MostEntries = 100_000;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\f\0"u8);

    public static FileKind Recognize(Stream file)
    {
        var buffer = new byte[HeadLength];
        var head = buffer.AsSpan(0, file.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false));
        if (head.IsEmpty || (head.Length < HeadLength && IsBlank(head)))
        {
            return FileKind.Empty;
        }

        if (head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return InsideZip(file, head);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return InsideCompoundFile(file, head);
        }

        if (head.StartsWith("HWP Document File V3"u8))
        {
            return FileKind.HwpV3;
        }

        if (head.StartsWith("{\\rtf"u8))
        {
            return FileKind.Rtf;
        }

        if (IsPicture(head))
        {
            return FileKind.Picture;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || head.StartsWith("Rar!"u8)
            || head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return FileKind.Archive;
        }

        return IsHtml(head) ? FileKind.Html : IsText(head) ? FileKind.Text : FileKind.Binary;
    }

    private static bool IsBlank(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
        {
            head = head[3..];
        }
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            head = head[2..];
        }

        return head.IndexOfAnyExcept(Blanks) < 0;
    }

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || head.StartsWith("GIF8"u8) || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)
        || (head.StartsWith("BM"u8) && head.Length > 14 && BinaryPrimitives.ReadInt32LittleEndian(head[6..]) == 0)
        || (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8));

    private static FileKind InsideZip(Stream file, ReadOnlySpan<byte> head)
    {
        try
        {
            if (!HasFewEntries(file))
            {
                return FileKind.Archive;
            }

            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("mimetype") is { Length: < 256 } type)
            {
                using var reader = new StreamReader(type.Open(), Encoding.ASCII);
                if (reader.ReadToEnd().Contains("hwp+zip", StringComparison.Ordinal))
                {
                    return FileKind.Hwpx;
                }

                return FileKind.OtherOffice;
            }

            return zip.GetEntry("word/document.xml") is not null ? FileKind.Docx
                : zip.GetEntry("Contents/content.hpf") is not null ? FileKind.Hwpx
                : zip.GetEntry("[Content_Types].xml") is not null ? FileKind.OtherOffice
                : FileKind.Archive;
        }
        catch (InvalidDataException)
        {
            // Cut short, it has lost the list of what it holds; its head still tells, and its reader will say that it is damaged.
            return head.IndexOf("hwp+zip"u8) >= 0 ? FileKind.Hwpx
                : head.IndexOf("word/"u8) >= 0 || head.IndexOf("[Content_Types].xml"u8) >= 0 ? FileKind.Docx
                : FileKind.Archive;
        }
    }

    /// <summary>An archive's list of entries costs memory as soon as it is opened: their signatures are counted before.</summary>
    private static bool HasFewEntries(Stream file)
    {
        var buffer = new byte[1 << 16];
        var (entries, kept) = (0, 0);
        file.Position = 0;
        for (var read = file.Read(buffer, 0, buffer.Length); read > 0 && entries <= MostEntries; read = file.Read(buffer, kept, buffer.Length - kept))
        {
            var seen = buffer.AsSpan(0, kept + read);
            entries += seen.Count("PK\u0001\u0002"u8);
            kept = Math.Min(3, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return entries <= MostEntries;
    }

    /// <summary>The names of a compound file's first streams stand in its directory, whose first sector the header gives.</summary>
    private static FileKind InsideCompoundFile(Stream file, ReadOnlySpan<byte> head)
    {
        if (head.Length < 512)
        {
            return FileKind.LegacyOffice;
        }

        var shift = Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(head[30..]), 7, 12);
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(head[48..]);
        var directory = new byte[4096];
        file.Position = Math.Min(file.Length, ((long)sector + 1) << shift);
        var read = file.ReadAtLeast(directory, directory.Length, throwOnEndOfStream: false);
        bool Names(string stream) => directory.AsSpan(0, read).IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
        return Names("FileHeader") || head.IndexOf("HWP Document File"u8) >= 0 ? FileKind.Hwp
            : Names("EncryptedPackage") || Names("EncryptionInfo") ? FileKind.EncryptedOffice
            : FileKind.LegacyOffice;
    }

    private static bool IsHtml(ReadOnlySpan<byte> head)
    {
        var start = Encoding.UTF8.GetString(head[..Math.Min(1024, head.Length)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Text has few control characters; zero bytes only in UTF-16, where they keep to one parity unless the mark is there.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        int even = 0, odd = 0, controls = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
            else if (head[i] < 0x20 && head[i] is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1B))
            {
                controls++;
            }
        }

        var zeros = even + odd;
        return zeros == 0 ? controls * 20 <= head.Length : Math.Min(even, odd) * 20 <= zeros && zeros * 20 >= head.Length;
    }
}
