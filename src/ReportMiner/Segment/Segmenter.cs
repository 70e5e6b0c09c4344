using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Segment;

/// <summary>Lines in, blocks out: furniture, line roles, joining, outline, notes, captions.</summary>
internal sealed class Segmenter(ResourceDirectory resources, BlockRoleModel? roles)
{
    /// <summary>So many entries are named in a message.</summary>
    private const int MostEntries = 3;

    private readonly StructureRules _rules = new(resources);
    private readonly SpacingRules _spacing = resources.ReadJson<SpacingRules>(SpacingRules.FileName);
    private readonly SpacingModel _spaces = SpacingModel.Read(resources);

    public Segmenter(ResourceDirectory resources)
        : this(resources, BlockRoleModel.Read(resources))
    {
    }

    /// <summary>The blocks of a report on whose role the rules are unsure: the first line's number in the source, and what the model sees of them.</summary>
    public IEnumerable<(int Line, Feature[] Features)> Doubts(SourceDocument source)
    {
        var (_, looks, drafts, _) = DraftBlocks(source, source.Removed.ToBuilder());
        return new Outline(_rules, looks, null).Doubts(drafts, IsMarkdown(source)).Select(d => (d.Draft.First.Source.Number, d.Features));
    }

    public SegmentedReport Segment(SourceDocument source)
    {
        var removed = source.Removed.ToBuilder();
        var (lines, looks, drafts, bookmarks) = DraftBlocks(source, removed);
        new Outline(_rules, looks, roles).Apply(drafts, IsMarkdown(source));
        var (text, places, written) = new TextWriter(new LineJoiner(_spacing, _spaces, lines), removed).Write(drafts);
        var (notes, unanswered) = new NoteLinker(_rules.Notes, text, drafts, places).Link();
        var (sections, blocks) = new SectionBuilder(_rules).Build(text, drafts, notes);
        var (tables, figures) = new CaptionBuilder(_rules).Build(text, drafts, notes);
        return new SegmentedReport(
            source.Source,
            text,
            PagesOf(source, places, text.Length),
            blocks,
            [.. removed.OrderBy(r => r.Page ?? 0).ThenBy(r => r.Line)],
            sections,
            notes,
            tables,
            figures,
            [
                .. source.Diagnostics, .. Check(lines, written), .. Unlinked(notes, places), .. Unanswered(unanswered),
                .. Unmet("RM2103", ContentsFinder.Unmet(drafts, _rules), "차례의 항목 {0}개에 맞는 제목을 찾지 못했습니다: {1} / {0} entries of the contents name no heading found."),
                .. Unmet("RM2104", bookmarks.Unmet, "책갈피 {0}개에 맞는 줄을 그 쪽에서 찾지 못했습니다: {1} / {0} bookmarks name no line of their page."),
            ],
            places);
    }

    /// <summary>The lines without furniture, each with its role, the blocks they make, and the bookmarks that name none of them.</summary>
    private (List<Line> Lines, HeadingLooks Looks, List<Draft> Drafts, BookmarkFinder Bookmarks) DraftBlocks(SourceDocument source, ImmutableArray<Removal>.Builder removed)
    {
        var lines = new Furniture(_rules).Remove(source, removed);
        var bodySize = Furniture.BodySize(source);
        var looks = new HeadingLooks(_rules, lines, bodySize);
        var bookmarks = new BookmarkFinder(_rules, source, removed);
        new LineClassifier(_rules, looks, bookmarks).Classify(lines, bodySize);
        return (lines, looks, new DraftBuilder(_rules, looks).Build(lines, IsMarkdown(source)), bookmarks);
    }

    private static bool IsMarkdown(SourceDocument source) => source.Source.MediaType == "text/markdown";

    /// <summary>Conservation: every character of every line that was not removed stands in a block.</summary>
    private static IEnumerable<Diagnostic> Check(List<Line> lines, int written)
    {
        var expected = lines.Sum(l => l.Text.Count(c => c != ' '));
        if (expected != written)
        {
            yield return new Diagnostic(
                Severity.Error,
                "RM2001",
                $"원문 글자 {expected}자 가운데 {written}자만 본문에 들어갔습니다. / Only {written} of {expected} source characters reached the text.",
                null);
        }
    }

    private static IEnumerable<Diagnostic> Unlinked(ImmutableArray<Footnote> notes, PlaceMap places) =>
        notes.Where(n => n.References.IsEmpty).Select(n => new Diagnostic(
            Severity.Info,
            "RM2101",
            $"각주 {n.Marker}을(를) 가리키는 곳을 본문에서 찾지 못했습니다. / No place in the text points to note {n.Marker}.",
            places.PageOf(n.Start, n.End)));

    private static IEnumerable<Diagnostic> Unanswered(ImmutableArray<BodyMark> marks) =>
        marks.GroupBy(m => m.Page).Select(page => (Page: page.Key, Numbers: string.Join(", ", page.Select(m => m.Number).Distinct()))).Select(page => new Diagnostic(
            Severity.Info,
            "RM2102",
            $"위 첨자 번호 {page.Numbers}에 맞는 각주를 찾지 못했습니다. / No note answers to the raised numbers {page.Numbers}.",
            page.Page > 0 ? page.Page : null));

    /// <param name="message">What is said of so many entries, {0}, the first of them being {1}.</param>
    private static IEnumerable<Diagnostic> Unmet(string code, IReadOnlyList<string> entries, string message)
    {
        if (entries.Count > 0)
        {
            yield return new Diagnostic(Severity.Info, code, string.Format(CultureInfo.InvariantCulture, message, entries.Count, string.Join(" / ", entries.Take(MostEntries))), null);
        }
    }

    private static ImmutableArray<Page> PagesOf(SourceDocument source, PlaceMap places, int length)
    {
        var spans = places.Between(0, length).GroupBy(p => p.Line.Page).ToDictionary(g => g.Key, g => (Start: g.Min(p => p.Start), End: g.Max(p => p.End)));
        var pages = ImmutableArray.CreateBuilder<Page>();
        var last = 0;
        foreach (var page in source.Pages.Where(p => p.Number > 0))
        {
            var (start, end) = spans.TryGetValue(page.Number, out var span) ? span : (last, last);
            pages.Add(new Page(page.Number, page.Width, page.Height, start, end));
            last = end;
        }

        return pages.ToImmutable();
    }
}
