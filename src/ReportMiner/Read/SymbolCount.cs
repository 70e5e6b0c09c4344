using ReportMiner.Documents;

namespace ReportMiner.Read;

/// <summary>Counts the private-use characters that no symbol map knows, so that the report can say so.</summary>
internal sealed class SymbolCount
{
    private readonly SortedDictionary<int, (string? Font, int Count, int? Page)> _counts = [];

    public void Count(ReadOnlySpan<char> text, string? font, int? page)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (SymbolMap.IsPrivate(rune.Value))
            {
                _counts[rune.Value] = _counts.TryGetValue(rune.Value, out var c) ? c with { Count = c.Count + 1 } : (font, 1, page);
            }
        }
    }

    public IEnumerable<Diagnostic> Diagnostics() => _counts.Select(c => ReadWarnings.UnknownSymbol($"U+{c.Key:X4}", c.Value.Font, c.Value.Count, c.Value.Page));
}
