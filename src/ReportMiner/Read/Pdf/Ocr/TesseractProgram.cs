using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;

namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>Runs tesseract in a child process on pictures of lines, all those of a page in one go.</summary>
internal sealed class TesseractProgram(PdfOptions options)
{
    private const string Korean = "kor";

    /// <summary>Readings less sure than this are doubtful.</summary>
    private const double Sure = 0.8;

    private readonly ChildProcess _child = new(options);
    private readonly Lock _asking = new();
    private string? _languages;

    /// <summary>Whether tesseract is there and knows Korean.</summary>
    public bool IsReady(CancellationToken cancellation) => Languages(cancellation).Length > 0;

    /// <summary>
    /// What each of the pictures says; null if tesseract failed or passed a limit. It takes a Korean word for an English one
    /// now and then: doubtful lines are read in Korean alone as well, and the surer reading counts.
    /// </summary>
    public ImmutableArray<Reading>? Read(ImmutableArray<GreyPicture> lines, CancellationToken cancellation)
    {
        if (Read(lines, Languages(cancellation), cancellation) is not { } readings)
        {
            return null;
        }

        int[] doubtful = [.. Enumerable.Range(0, lines.Length).Where(i => readings[i].Confidence < Sure && readings[i].Text.Length > 1)];
        if (doubtful.Length == 0 || Read([.. doubtful.Select(i => lines[i])], Korean, cancellation) is not { } again)
        {
            return readings;
        }

        var surer = readings.ToBuilder();
        for (var i = 0; i < doubtful.Length; i++)
        {
            if (again[i].Confidence > readings[doubtful[i]].Confidence)
            {
                surer[doubtful[i]] = again[i];
            }
        }

        return surer.ToImmutable();
    }

    private ImmutableArray<Reading>? Read(ImmutableArray<GreyPicture> lines, string languages, CancellationToken cancellation)
    {
        if (ProgramPath.Find(options.TesseractPath, "tesseract") is not { } tesseract)
        {
            return null;
        }

        string? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("reportminer-").FullName;
            var files = lines.Select((_, i) => Path.Combine(folder, i.ToString("D4", CultureInfo.InvariantCulture) + ".pgm")).ToArray();
            for (var i = 0; i < files.Length; i++)
            {
                lines[i].Write(files[i]);
            }

            var list = Path.Combine(folder, "list.txt");
            var output = Path.Combine(folder, "out");
            File.WriteAllLines(list, files);
            // Page segmentation 7: each picture is a line of text.
            string[] arguments = [list, output, "-l", languages, "--psm", "7", "txt", "tsv"];
            var result = _child.Run(tesseract, arguments, r => r.ReadToEnd(), cancellation);
            return result is { End: ProcessEnd.Exited, ExitCode: 0 }
                ? TesseractOutput.Read(File.ReadAllText(output + ".txt"), File.ReadAllText(output + ".tsv"), lines.Length)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            return null;
        }
        finally
        {
            Delete(folder);
        }
    }

    private static void Delete(string? folder)
    {
        try
        {
            if (folder is not null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A killed child may hold a file a moment longer (Windows); the system clears its own temporary folder.
        }
    }

    /// <summary>The languages to read, as tesseract's option <c>-l</c> takes them; empty if there is no Korean.</summary>
    private string Languages(CancellationToken cancellation)
    {
        lock (_asking)
        {
            return _languages ??= Ask(cancellation);
        }
    }

    private string Ask(CancellationToken cancellation)
    {
        if (ProgramPath.Find(options.TesseractPath, "tesseract") is not { } tesseract)
        {
            return "";
        }

        try
        {
            var known = _child.Run(tesseract, ["--list-langs"], r => r.ReadToEnd(), cancellation).Output.Split('\n', StringSplitOptions.TrimEntries);
            return !known.Contains(Korean, StringComparer.Ordinal) ? "" : known.Contains("eng", StringComparer.Ordinal) ? Korean + "+eng" : Korean;
        }
        catch (Win32Exception)
        {
            return "";
        }
    }
}
