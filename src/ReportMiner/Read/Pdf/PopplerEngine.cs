using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf.Drawing;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Reads with poppler's programs in child processes: <c>pdfinfo</c> tells whether the file opens,
/// <c>pdftohtml -xml</c> gives the runs, <c>pdffonts</c> the fonts without a Unicode map.
/// </summary>
internal sealed class PopplerEngine(PdfOptions options) : IPdfEngine
{
    private readonly ChildProcess _child = new(options);

    public string Name => "poppler";

    public Outcome<PdfContent> Read(string path, CancellationToken cancellation)
    {
        if (PopplerPrograms.Find(options, "pdfinfo") is not { } pdfinfo || PopplerPrograms.Find(options, "pdftohtml") is not { } pdftohtml || PopplerPrograms.Find(options, "pdffonts") is not { } pdffonts)
        {
            return ReadFailures.PopplerMissing;
        }

        try
        {
            var info = _child.Run(pdfinfo, ["-enc", "UTF-8", path], r => r.ReadToEnd(), cancellation);
            if (PopplerPrograms.Failure(options, info) is { } unreadable)
            {
                return unreadable;
            }

            var pages = int.TryParse(Property(info.Output, "Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            if (info.ExitCode != 0 || pages == 0)
            {
                return ReadFailures.Damaged;
            }

            // Beside poppler's work, on another core.
            var drawing = Task.Run(() => DrawingReader.Read(path, cancellation), cancellation);
            // -zoom 1 makes a pixel a point; -nodrm reads what a reader's eyes may read, whatever the copying flag says.
            string[] arguments = ["-xml", "-i", "-zoom", "1", "-noroundcoord", "-fontfullname", "-nodrm", "-enc", "UTF-8", "-stdout", path];
            var runs = _child.Run(pdftohtml, arguments, PopplerXml.Read, cancellation);
            if (PopplerPrograms.Failure(options, runs) is { } stopped)
            {
                return stopped;
            }

            if (runs.Output.Pages.IsEmpty)
            {
                return ReadFailures.Damaged;
            }

            var text = runs.Output.Pages;
            var (drawn, mapless) = drawing.GetAwaiter().GetResult();
            // Asking poppler takes a third of the time its text takes; what the file itself tells mostly spares it.
            var fonts = mapless is not null && mapless.All(f => PdfFont.IsSymbols(f) || UnmappedFont.CameThrough(f, text)) ? [] : UnmappedFonts(pdffonts, path, text, cancellation);
            var lacking = WordBreaks.Lacking(text);
            if (!lacking.IsEmpty && PopplerPrograms.Find(options, "pdftotext") is { } pdftotext)
            {
                foreach (var (first, last) in lacking)
                {
                    string[] boxes = ["-bbox", "-enc", "UTF-8", "-f", Decimal(first), "-l", Decimal(last), path, "-"];
                    text = WordBreaks.Restore(text, first, _child.Run(pdftotext, boxes, PageWords.Read, cancellation).Output);
                }
            }

            text = [.. text.Select(p => p.Number <= drawn.Length ? p with { Drawing = drawn[p.Number - 1] } : p)];
            return new PdfContent(pages, text, Property(info.Output, "Title"), fonts, runs.Output.Bookmarks, [.. runs.Errors]);
        }
        catch (Win32Exception)
        {
            return ReadFailures.PopplerMissing;
        }
    }

    /// <summary>
    /// A font without a map matters only if its characters did not come through some other way (a predefined
    /// collection, a standard encoding); those that did not are looked up page by page.
    /// </summary>
    private ImmutableArray<UnmappedFont> UnmappedFonts(string pdffonts, string path, ImmutableArray<PdfPage> pages, CancellationToken cancellation)
    {
        var suspects = Unmapped(pdffonts, path, null, cancellation).Where(f => !UnmappedFont.CameThrough(f, pages)).ToList();
        if (suspects.Count == 0)
        {
            return [];
        }

        var uses = suspects.ToDictionary(f => f, _ => ImmutableArray.CreateBuilder<int>(), StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var font in Unmapped(pdffonts, path, page.Number, cancellation))
            {
                if (uses.TryGetValue(font, out var numbers))
                {
                    numbers.Add(page.Number);
                }
            }
        }

        return [.. suspects.Select(f => new UnmappedFont(f, uses[f].ToImmutable()))];
    }

    private IEnumerable<string> Unmapped(string pdffonts, string path, int? page, CancellationToken cancellation)
    {
        string[] arguments = page is { } number ? ["-f", Decimal(number), "-l", Decimal(number), path] : [path];
        return PopplerFonts.WithoutMap(_child.Run(pdffonts, arguments, r => r.ReadToEnd(), cancellation).Output);
    }

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Property(string info, string name)
    {
        foreach (var line in info.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(name) && line.Length > name.Length && line[name.Length] == ':')
            {
                var value = line[(name.Length + 1)..].Trim();
                return value.IsEmpty ? null : value.ToString();
            }
        }

        return null;
    }
}
