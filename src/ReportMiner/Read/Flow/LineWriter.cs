using System.Collections.Immutable;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Read.Flow;

/// <summary>Writes one line of a paragraph: its characters mended, in runs of one style.</summary>
internal sealed class LineWriter(SymbolMap symbols, SymbolCount unknown)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _lost = new();
    private readonly ImmutableArray<SourceRun>.Builder _runs = ImmutableArray.CreateBuilder<SourceRun>();
    private readonly ImmutableArray<SourceAnchor>.Builder _anchors = ImmutableArray.CreateBuilder<SourceAnchor>();

    /// <summary>Whether nothing in it can be seen.</summary>
    public bool IsBlank { get; private set; } = true;

    /// <summary>The characters that carry no text, if any.</summary>
    public IEnumerable<string> Lost => _lost.Length == 0 ? [] : [_lost.ToString()];

    public void Add(string text, FlowStyle style)
    {
        var start = _text.Length;
        foreach (var (part, index) in symbols.Map(text, style.Font ?? "").Split('\t').Select((p, i) => (p, i)))
        {
            var mended = CharacterMender.Mend(part, _lost);
            IsBlank &= string.IsNullOrWhiteSpace(mended);
            _text.Append(index > 0 ? "\t" : "").Append(mended);
            unknown.Count(mended, style.Font, null);
        }

        if (_text.Length > start)
        {
            _runs.Add(new SourceRun(start, _text.Length, null, style.Font, style.Size, style.Color, style.Bold, style.Raised));
        }
    }

    /// <summary>Adds the mark of a note.</summary>
    public void Anchor(FlowSpan mark, int note)
    {
        var start = _text.Length;
        Add(mark.Text, mark.Style);
        _anchors.Add(new SourceAnchor(start, _text.Length, note));
    }

    public SourceLine ToLine(int number, LineBreak before) => new()
    {
        Page = 0,
        Number = number,
        Text = _text.ToString(),
        Runs = _runs.ToImmutable(),
        Break = before,
        Anchors = _anchors.ToImmutable(),
        FontSize = _runs.GroupBy(r => r.FontSize).OrderByDescending(g => g.Sum(r => r.End - r.Start)).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? 0,
    };
}
