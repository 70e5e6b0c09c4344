using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ReportMiner.PdfPig;

/// <summary>
/// Reads with PdfPig, in this process: letters become the runs that poppler would give, painted paths the ruled lines.
/// The work is done on a thread of its own with a deep stack, which the limits leave behind if it does not stop itself.
/// </summary>
internal sealed class PdfPigEngine(PdfOptions options) : IPdfEngine
{
    /// <summary>Objects of a damaged file may nest deeper than an ordinary stack holds.</summary>
    private const int StackBytes = 64 << 20;

    private const int MostMessages = 50;

    public string Name => "pdfpig";

    public Outcome<PdfContent> Read(string path, CancellationToken cancellation)
    {
        using var limit = new ReadLimit(options, cancellation);
        var done = new TaskCompletionSource<Outcome<PdfContent>>();
        var thread = new Thread(() => Read(path, limit, done), StackBytes) { IsBackground = true, Name = "PdfPig" };
        thread.Start();
        try
        {
            done.Task.Wait(limit.Stop);
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return limit.Failure;
        }
        catch (AggregateException)
        {
            // Thrown again below, as itself.
        }

        return done.Task.GetAwaiter().GetResult();
    }

    private static void Read(string path, ReadLimit limit, TaskCompletionSource<Outcome<PdfContent>> done)
    {
        try
        {
            done.SetResult(Read(path, limit));
        }
        catch (OperationCanceledException e)
        {
            done.SetException(e);
        }
        catch (LimitPassedException e)
        {
            done.SetResult(e.Failure);
        }
        catch (PdfDocumentEncryptedException)
        {
            done.SetResult(ReadFailures.Encrypted);
        }
        catch (Exception)
        {
            // PdfPig throws many kinds of exceptions at what it cannot read.
            done.SetResult(ReadFailures.Damaged);
        }
    }

    private static Outcome<PdfContent> Read(string path, ReadLimit limit)
    {
        var messages = new MessageLog(MostMessages);
        using var document = PdfDocument.Open(path, new ParsingOptions
        {
            SkipMissingFonts = true,
            Logger = messages,
            FilterProvider = new GuardedFilters(limit),
        });
        if (document.NumberOfPages == 0)
        {
            return ReadFailures.Damaged;
        }

        var fonts = new FontFacts(document.Structure);
        var pages = ImmutableArray.CreateBuilder<PdfPage>(document.NumberOfPages);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            limit.Check();
            pages.Add(PageOf(document, number, fonts, messages));
        }

        return new PdfContent(document.NumberOfPages, pages.ToImmutable(), Title(document), fonts.WithoutMap(pages), Bookmarks.Read(document, limit, messages), messages.Lines);
    }

    private static PdfPage PageOf(PdfDocument document, int number, FontFacts fonts, MessageLog messages)
    {
        try
        {
            var page = document.GetPage(number);
            var place = new PagePlace(page);
            var letters = new PageLetters(fonts, place).Of(page);
            return WordMender.Mend(place.Page(number, RunBuilder.Runs(letters)), letters) with { Drawing = DrawnPaths.Of(page.Paths, place) };
        }
        catch (Exception e) when (e is not (OperationCanceledException or LimitPassedException))
        {
            messages.Error($"Page {number}: {e.Message}");
            return new PdfPage(number, 0, 0, []);
        }
    }

    private static string? Title(PdfDocument document) => document.Information.Title?.Trim() is { Length: > 0 } title ? title : null;
}
