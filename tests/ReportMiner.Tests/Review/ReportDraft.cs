using System.Collections.Immutable;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Review;

/// <summary>Builds a report block by block for the tests of the pages; items are found in a block by their words.</summary>
internal sealed class ReportDraft
{
    private readonly List<Block> _blocks = [];
    private readonly List<Page> _pages = [];
    private readonly List<Section> _sections = [];
    private readonly List<Footnote> _notes = [];
    private readonly List<Table> _tables = [];
    private readonly List<Mention> _mentions = [];
    private readonly List<Entity> _entities = [];
    private readonly List<DateItem> _dates = [];
    private readonly List<Amount> _amounts = [];
    private readonly List<Recommendation> _recommendations = [];
    private readonly System.Text.StringBuilder _text = new();
    private int _length;

    public string Title { get; init; } = "보고서";

    public string FileName { get; init; } = "report.pdf";

    public List<Diagnostic> Diagnostics { get; } = [];

    public List<Removal> Removed { get; } = [];

    public static int Length(string text) => text.EnumerateRunes().Count();

    public void Page()
    {
        ClosePage();
        _pages.Add(new Page(_pages.Count + 1, 595.3, 841.9, _length, _length));
    }

    public ReportDraft Block(BlockKind kind, string text, int level = 0, string? marker = null)
    {
        var start = _length;
        _text.Append(text).Append('\n');
        _length += Length(text) + 1;
        _blocks.Add(new Block { Id = "b" + (_blocks.Count + 1), Kind = kind, Level = level, Marker = marker, Start = start, End = _length - 1, Page = PageNumber });
        if (kind == BlockKind.Heading)
        {
            _sections.Add(new Section { Id = "s" + (_sections.Count + 1), Parent = null, Level = level, Number = marker, Title = text[(marker?.Length ?? 0)..].Trim(), Role = SectionRole.Analysis, Start = start, End = _length - 1, Page = PageNumber });
        }

        if (kind == BlockKind.Table)
        {
            _tables.Add(new Table { Id = "t" + (_tables.Count + 1), HeaderRows = 1, Rows = [.. text.Split('\n').Select(r => r.Split('\t').ToImmutableArray())], Start = start, End = _length - 1, Confidence = 1, Source = "rule:table" });
        }

        return this;
    }

    public ReportDraft Name(EntityType type, string words, double confidence = 0.9, string? canonical = null)
    {
        var (start, end) = Find(words);
        var entity = "e" + (_entities.Count + 1);
        var id = "m" + (_mentions.Count + 1);
        _entities.Add(new Entity { Id = entity, Type = type, Subtype = null, Name = canonical ?? words, Aliases = canonical is null ? [] : [words], Mentions = [id] });
        _mentions.Add(new Mention { Id = id, Type = type, Text = words, Entity = entity, Start = start, End = end, Page = PageNumber, Confidence = confidence, Source = "gazetteer:organizations" });
        return this;
    }

    public ReportDraft Date(string words, string? edtf, double confidence = 0.97)
    {
        var (start, end) = Find(words);
        _dates.Add(new DateItem { Id = "d" + (_dates.Count + 1), Text = words, Edtf = edtf, From = null, Until = null, Kind = DateKind.Point, Start = start, End = end, Page = PageNumber, Confidence = confidence, Source = "rule:year-month" });
        return this;
    }

    public ReportDraft Amount(string words, string low, string unit, AmountKind kind, double confidence = 0.95)
    {
        var (start, end) = Find(words);
        _amounts.Add(new Amount { Id = "a" + (_amounts.Count + 1), Text = words, Low = low, High = low, Unit = unit, Kind = kind, Modifier = null, Vague = false, Start = start, End = end, Page = PageNumber, Confidence = confidence, Source = "rule:number-unit" });
        return this;
    }

    public ReportDraft Advice(string words, string category, double confidence = 0.72)
    {
        var (start, end) = Find(words);
        _recommendations.Add(new Recommendation { Id = "r" + (_recommendations.Count + 1), Text = words, Kind = RecommendationKind.Proposal, Category = category, Actors = [.. _mentions.Where(m => m.Start >= start && m.End <= end).Select(m => m.Id)], Period = null, Status = null, Amounts = [], Section = null, Start = start, End = end, Page = PageNumber, Confidence = confidence, Source = "rule:cue-need" });
        return this;
    }

    /// <summary>The block just written is a note; its marker's first occurrence in <paramref name="near"/> points to it.</summary>
    public ReportDraft Note(string marker, string near)
    {
        var block = _blocks[^1];
        var text = _text.ToString();
        var at = Length(text[..(text.IndexOf(near, StringComparison.Ordinal) + near.Length)]);
        _notes.Add(new Footnote { Id = "n" + (_notes.Count + 1), Marker = marker, Text = "주석", References = [new TextSpan(at, at + marker.Length)], Start = block.Start, End = block.End, Page = PageNumber, Confidence = 1, Source = "rule:note" });
        return this;
    }

    public Report Done()
    {
        ClosePage();
        return new Report
        {
            Generator = new Generator("ReportMiner", "0.1.0", new string('0', 64), []),
            Source = new SourceFile(FileName, "application/pdf", 123456, new string('a', 64), _pages.Count == 0 ? null : _pages.Count, null, "poppler"),
            Metadata = new Metadata(Title, null, ["한국정책연구소"], [], "2023-04-14", null, "ko"),
            Text = _text.ToString(),
            Pages = [.. _pages],
            Blocks = [.. _blocks],
            Removed = [.. Removed],
            Sections = [.. _sections],
            Footnotes = [.. _notes],
            Tables = [.. _tables],
            Figures = [],
            Mentions = [.. _mentions],
            Entities = [.. _entities],
            Dates = [.. _dates],
            Amounts = [.. _amounts],
            Recommendations = [.. _recommendations],
            Facts = [],
            LeftFigures = [],
            Diagnostics = [.. Diagnostics],
        };
    }

    private int? PageNumber => _pages.Count == 0 ? null : _pages.Count;

    private void ClosePage()
    {
        if (_pages.Count > 0)
        {
            _pages[^1] = _pages[^1] with { End = _length };
        }
    }

    private (int Start, int End) Find(string words)
    {
        var last = _blocks[^1];
        var block = _text.ToString(_text.Length - 1 - Utf16Length(last), Utf16Length(last));
        var at = block.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, words);
        var start = last.Start + Length(block[..at]);
        return (start, start + Length(words));
    }

    private int Utf16Length(Block block)
    {
        var (points, i) = (block.End - block.Start, _text.Length - 1);
        for (; points > 0; points--)
        {
            i -= char.IsLowSurrogate(_text[i - 1]) ? 2 : 1;
        }

        return _text.Length - 1 - i;
    }
}
