using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>Turns what an engine finds in a PDF file into pages of lines, and says what may be missing.</summary>
internal sealed partial class PdfReader(IPdfEngine engine, SymbolMap symbols)
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
        ImmutableArray<SourcePage> pages = [.. laid.Select(p => p.Page)];
        if (pages.All(p => p.Lines.IsEmpty))
        {
            return ReadFailures.NoText;
        }

        return new SourceDocument(
            source with { Pages = content.PageCount, Engine = engine.Name },
            pages,
            [.. laid.SelectMany(p => p.Removed)],
            Diagnose(content, pages),
            content.Title);
    }

    private (SourcePage Page, ImmutableArray<Removal> Removed) Lay(PdfPage page)
    {
        var taken = new List<RunMender.Taken>();
        var lines = PageLayout.Lines(_mender.Mend(page, taken), page);
        return (new SourcePage(page.Number, page.Width, page.Height, lines), [.. taken.Select(t => new Removal(t.Reason, t.Text, page.Number, Nearest(lines, t.Y)))]);
    }

    private static int Nearest(ImmutableArray<SourceLine> lines, double y) =>
        lines.IsEmpty ? 1 : lines.MinBy(l => Math.Abs(((l.Box!.Y0 + l.Box.Y1) / 2) - y))!.Number;

    private ImmutableArray<Diagnostic> Diagnose(PdfContent content, ImmutableArray<SourcePage> pages)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (content.Messages.Any(m => m.Contains("Missing language pack", StringComparison.Ordinal)))
        {
            found.Add(ReadWarnings.LanguageDataMissing);
        }

        if (pages.Length < content.PageCount)
        {
            found.Add(ReadWarnings.CutShort(pages.Length, content.PageCount));
        }

        foreach (var font in content.Fonts)
        {
            found.AddRange(font.Pages.IsEmpty ? [ReadWarnings.FontWithoutMap(font.Name, null)] : font.Pages.Select(p => ReadWarnings.FontWithoutMap(font.Name, p)));
        }

        foreach (var page in pages)
        {
            if (page.Lines.IsEmpty)
            {
                found.Add(ReadWarnings.PageWithoutText(page.Number));
            }
            else if (LosesNumbers(page))
            {
                found.Add(ReadWarnings.NumbersLost(page.Number));
            }
        }

        found.AddRange(UnknownSymbols(pages));
        found.AddRange(content.Messages.GroupBy(m => Offset().Replace(m, ""), StringComparer.Ordinal).Take(MostMessages)
            .Select(g => ReadWarnings.EngineMessage(g.Key, g.Count())));
        return found.ToImmutable();
    }

    private bool LosesNumbers(SourcePage page)
    {
        var rule = symbols.Rules.LostNumbers;
        int orphans = 0, numbers = 0;
        foreach (var line in page.Lines)
        {
            orphans += _orphan.Count(line.Text);
            numbers += Number().Count(line.Text);
        }

        return orphans >= rule.AtLeast && orphans >= rule.OrphansPerNumber * numbers;
    }

    private static IEnumerable<Diagnostic> UnknownSymbols(ImmutableArray<SourcePage> pages)
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

    /// <summary>Places in the file, which make every message of poppler a different one.</summary>
    [GeneratedRegex(@" \([0-9]{1,12}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
