using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>The caption of a table or drawn object: a list of paragraphs of its own, before the object's.</summary>
internal static class Caption
{
    private const uint Below = 3;

    /// <summary>Whether it stands below the object; those beside it are read before it.</summary>
    /// <param name="header">The header of its list.</param>
    public static bool StandsBelow(ReadOnlyMemory<byte> header)
    {
        var fields = new HwpFields(header);
        fields.Skip(8);
        return (fields.Number() & 3) == Below;
    }

    public static IEnumerable<FlowBlock> Of(IEnumerable<FlowBlock> blocks) =>
        blocks.Select(b => b is FlowParagraph p ? p with { Kind = FlowKind.Caption, Level = 0 } : b);
}
