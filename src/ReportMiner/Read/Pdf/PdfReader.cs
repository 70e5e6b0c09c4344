using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf.Ocr;

namespace ReportMiner.Read.Pdf;

/// <summary>Turns what an engine finds in a PDF file into pages of lines, and says what may be missing.</summary>
internal sealed partial class PdfReader(IPdfEngine engine, PageRecognizer recognizer, SymbolMap symbols)
{
    private const int MostMessages = 5;

    private readonly RunMender _mender = new(symbols);
    private readonly Regex _orphan = new(symbols.Rules.LostNumbers.Orphan, RegexOptions.CultureInvariant);

    public Outcome<SourceDocument> Read(string path, SourceFile source, CancellationToken cancellation)
    {
        var read = engine.Read(path, cancellation);
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        var content = read.Value;
        // Pages do not depend on each other.
        var laid = content.Pages.AsParallel().AsOrdered().WithCancellation(cancellation).Select(Lay).ToList();
        var recognized = Recognize(path, content, laid, cancellation);
        foreach (var done in recognized.Where(r => r.End == RecognitionEnd.Done))
        {
            laid[laid.FindIndex(p => p.Page.Number == done.Page.Number)] = Lay(done.Page);
        }

        ImmutableArray<SourcePage> pages = [.. laid.Select(p => p.Page)];
        if (pages.All(p => p.Lines.IsEmpty))
        {
            return ReadFailures.NoText;
        }

        return new SourceDocument(
            source with { Pages = content.PageCount, Engine = recognized.Any(r => r.End == RecognitionEnd.Done) ? engine.Name + "+tesseract" : engine.Name },
            pages,
            [.. laid.SelectMany(p => p.Removed)],
            Diagnose(content, laid, recognized),
            content.Title)
        {
            Bookmarks = [.. content.Bookmarks.Select(b => b with { Title = WhiteSpace().Replace(HangulComposer.Compose(b.Title), " ").Trim() })],
        };
    }

    private readonly record struct LaidPage(SourcePage Page, ImmutableArray<Removal> Removed, bool LosesNumbers);

    private LaidPage Lay(PdfPage page)
    {
        var taken = new List<RunMender.Taken>();
        var lines = PageLayout.Lines(_mender.Mend(page, taken), page);
        return new LaidPage(
            new SourcePage(page.Number, page.Width, page.Height, lines),
            [.. taken.Select(t => new Removal(t.Reason, t.Text, page.Number, Nearest(lines, t.Y)))],
            LosesNumbers(lines));
    }

    private static int Nearest(ImmutableArray<SourceLine> lines, double y) =>
        lines.IsEmpty ? 1 : lines.MinBy(l => Math.Abs(((l.Box!.Y0 + l.Box.Y1) / 2) - y))!.Number;

    private ImmutableArray<Recognition> Recognize(string path, PdfContent content, List<LaidPage> laid, CancellationToken cancellation)
    {
        if (recognizer.Mode == "off")
        {
            return [];
        }

        if (recognizer.Mode == "always")
        {
            return recognizer.Recognize(path, content.Pages.Select(p => p with { Runs = [] }), cancellation);
        }

        // What loses the numbers of one page loses single ones on others. Where a font's characters did not come through, none of them counts.
        var lossy = laid.Exists(p => p.LosesNumbers) || content.Fonts.Any(f => f.Pages.IsEmpty);
        var lost = content.Fonts.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var pages = content.Pages.Zip(laid, (p, l) => (Page: p, IsEmpty: l.Page.Lines.IsEmpty))
            .Where(p => lossy || p.IsEmpty || content.Fonts.Any(f => f.Pages.Contains(p.Page.Number)))
            .Select(p => p.Page with { Runs = p.IsEmpty ? [] : p.Page.Runs.RemoveAll(r => lost.Contains(r.Font.Name)) });
        return recognizer.Recognize(path, pages, cancellation);
    }

    private static ImmutableArray<Diagnostic> Diagnose(PdfContent content, List<LaidPage> pages, ImmutableArray<Recognition> recognized)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (content.Messages.Any(m => m.Contains("Missing language pack", StringComparison.Ordinal)))
        {
            found.Add(ReadWarnings.LanguageDataMissing);
        }

        if (pages.Count < content.PageCount)
        {
            found.Add(ReadWarnings.CutShort(pages.Count, content.PageCount));
        }

        var done = recognized.Where(r => r.End == RecognitionEnd.Done).ToDictionary(r => r.Page.Number);
        foreach (var font in content.Fonts)
        {
            found.AddRange(font.Pages.IsEmpty ? [ReadWarnings.FontWithoutMap(font.Name, null)] : font.Pages.Where(p => !done.ContainsKey(p)).Select(p => ReadWarnings.FontWithoutMap(font.Name, p)));
        }

        if (recognized.Where(r => r.End == RecognitionEnd.NotInstalled).Select(r => r.Page.Number).ToList() is { Count: > 0 } waiting)
        {
            found.Add(ReadWarnings.RecognitionMissing(waiting));
        }

        found.AddRange(recognized.Where(r => r.End == RecognitionEnd.Failed).Select(r => ReadWarnings.RecognitionFailed(r.Page.Number)));
        foreach (var (page, _, losesNumbers) in pages)
        {
            if (done.TryGetValue(page.Number, out var r))
            {
                found.Add(r.IsWhole ? ReadWarnings.PageRecognized(page.Number, r.Confidence) : ReadWarnings.CharactersFilled(page.Number, r.Characters, r.Confidence));
            }

            if (page.Lines.IsEmpty)
            {
                found.Add(ReadWarnings.PageWithoutText(page.Number));
            }
            else if (losesNumbers)
            {
                found.Add(ReadWarnings.NumbersLost(page.Number));
            }
        }

        found.AddRange(UnknownSymbols(pages.Select(p => p.Page)));
        found.AddRange(content.Messages.GroupBy(m => Offset().Replace(m, ""), StringComparer.Ordinal).Take(MostMessages)
            .Select(g => ReadWarnings.EngineMessage(g.Key, g.Count())));
        return found.ToImmutable();
    }

    private bool LosesNumbers(ImmutableArray<SourceLine> lines)
    {
        var rule = symbols.Rules.LostNumbers;
        int orphans = 0, numbers = 0;
        foreach (var line in lines)
        {
            orphans += _orphan.Count(line.Text);
            numbers += Number().Count(line.Text);
        }

        return orphans >= rule.AtLeast && orphans >= rule.OrphansPerNumber * numbers;
    }

    private static IEnumerable<Diagnostic> UnknownSymbols(IEnumerable<SourcePage> pages)
    {
        var unknown = new SymbolCount();
        foreach (var line in pages.SelectMany(p => p.Lines))
        {
            foreach (var run in line.Runs)
            {
                unknown.Count(line.Text.AsSpan(run.Start, run.End - run.Start), run.Font, line.Page);
            }
        }

        return unknown.Diagnostics();
    }

    [GeneratedRegex(@"[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    /// <summary>Places in the file, which make every message of poppler a different one.</summary>
    [GeneratedRegex(@" \([0-9]{1,12}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
