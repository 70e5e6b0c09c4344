namespace ReportMiner.Read.Flow;

/// <summary>The plain text of blocks, a paragraph each, wherever it stands.</summary>
internal static class FlowText
{
    public static IEnumerable<string> Of(IEnumerable<FlowBlock> blocks) => blocks.SelectMany(b => b switch
    {
        FlowParagraph p => p.IsBlank ? [] : [string.Concat(p.Spans.Select(s => s.Text))],
        FlowTable t => t.Cells.SelectMany(c => Of(c.Blocks)),
        _ => [],
    });
}
