using ReportMiner.Cli.Batch;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf;

namespace ReportMiner.Cli.Serve;

/// <summary>Pictures of pages, made of the very PDF files the reports were read from: told by name and content.</summary>
internal sealed class SourcePictures(string? folder, PdfOptions options) : IDisposable
{
    private const long LargestCache = 64L << 20;

    // Links are not followed: what lies elsewhere was not named.
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly PagePrinter _printer = new(options);
    private readonly SemaphoreSlim _printing = new(2);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Path, long Bytes, DateTime Written)> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, byte[] Picture)> _pictures = [];
    private long _cached;

    /// <summary>The report's file, or null; null too where the report has something masked, which the picture would show.</summary>
    public string? Find(Report report)
    {
        var source = report.Source;
        if (folder is null || source.MediaType != "application/pdf" || report.Diagnostics.Any(d => d.Code == Diagnostic.PersonalDataMasked))
        {
            return null;
        }

        lock (_gate)
        {
            if (_known.TryGetValue(source.Sha256, out var known) && new FileInfo(known.Path) is { Exists: true } now && (now.Length, now.LastWriteTimeUtc) == (known.Bytes, known.Written))
            {
                return known.Path;
            }

            var found = new DirectoryInfo(folder).EnumerateFiles("*", Below)
                .FirstOrDefault(f => string.Equals(f.Name, source.FileName, StringComparison.Ordinal) && f.Length == source.Bytes && DocumentKey.ContentHash(f.FullName) == source.Sha256);
            if (found is null)
            {
                return null;
            }

            _known[source.Sha256] = (found.FullName, found.Length, found.LastWriteTimeUtc);
            return found.FullName;
        }
    }

    /// <summary>A page as PNG.</summary>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<byte[]>> PrintAsync(Report report, int page, CancellationToken cancellation)
    {
        if (Find(report) is not { } path)
        {
            return new ReportFailure("RM4301", "원본 PDF가 --sources 폴더에 없거나, 개인정보를 가린 보고서입니다.", "The source PDF is not in the folder of --sources, or the report has personal data masked.");
        }

        var key = $"{report.Source.Sha256}/{page}";
        if (Cached(key) is { } early)
        {
            return early;
        }

        await _printing.WaitAsync(cancellation);
        try
        {
            var printed = Cached(key) is { } late ? late : await Task.Run(() => _printer.Print(path, page, cancellation), cancellation);
            if (printed.Succeeded)
            {
                Keep(key, printed.Value);
            }

            return printed;
        }
        finally
        {
            _printing.Release();
        }
    }

    public void Dispose() => _printing.Dispose();

    private byte[]? Cached(string key)
    {
        lock (_gate)
        {
            return _pictures.FirstOrDefault(p => p.Key == key).Picture;
        }
    }

    /// <summary>The oldest go when there are too many bytes of them.</summary>
    private void Keep(string key, byte[] picture)
    {
        lock (_gate)
        {
            if (_pictures.Any(p => p.Key == key))
            {
                return;
            }

            _pictures.AddLast((key, picture));
            for (_cached += picture.Length; _cached > LargestCache && _pictures.First is { } oldest; _pictures.RemoveFirst())
            {
                _cached -= oldest.Value.Picture.Length;
            }
        }
    }
}
