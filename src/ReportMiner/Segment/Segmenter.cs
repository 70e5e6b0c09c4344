using System.Collections.Immutable;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Segment;

internal sealed class Segmenter(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    public SegmentedReport Segment(SourceDocument source)
    {
        // Provisional: bullets and headings open blocks, other lines go on.
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var places = ImmutableArray.CreateBuilder<PlaceMap.Place>();
        var start = -1;
        void Close()
        {
            if (start >= 0)
            {
                blocks.Add(new Block { Id = "b" + (blocks.Count + 1), Kind = BlockKind.Paragraph, Start = start, End = text.Length, ContentStart = start });
                text.Append('\n');
            }

            start = -1;
        }

        foreach (var line in source.Pages.SelectMany(p => p.Lines))
        {
            var t = line.Text.Trim();
            if (t.Length == 0)
            {
                continue;
            }

            if (start < 0 || "□○ㅇ•-*※⇒▶△◇☞■[#<0123456789".Contains(t[0]) || text[^1] == '.')
            {
                Close();
                start = text.Length;
            }
            else if (line.Text[0] == ' ' || _resources.Files.IsEmpty)
            {
                text.Append(' ');
            }

            places.Add(new PlaceMap.Place(text.Length, text.Length + t.Length, line, line.Text.IndexOf(t[0])));
            text.Append(t);
        }

        Close();
        return new SegmentedReport(source.Source, text.ToString(), [], blocks.ToImmutable(), source.Removed, [], [], [], [], source.Diagnostics, new PlaceMap(places.ToImmutable()));
    }
}
