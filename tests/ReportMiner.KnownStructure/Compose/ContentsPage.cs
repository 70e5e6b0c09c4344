using System.Collections.Immutable;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>Fills the contents page once the headings are known.</summary>
internal static class ContentsPage
{
    public static ImmutableArray<Part> Fill(ImmutableArray<Part> parts, int depth)
    {
        var entries = parts.OfType<Heading>()
            .Select((h, i) => new ContentsEntry(h.Level, (h.Printed + " " + h.Title.Plain).Trim(), i))
            .Where(e => e.Level <= depth)
            .ToImmutableArray();
        return [.. parts.Select(p => p is Contents ? new Contents(entries) : p)];
    }
}
