using System.Collections.Immutable;
using ReportMiner.Read;
using ReportMiner.Read.Flow;
using ReportMiner.Read.Hwp;
using ReportMiner.Resources;

namespace ReportMiner.Tests.Read.Hwp;

/// <summary>Reads HWP files for the tests.</summary>
internal static class HwpRead
{
    private static readonly NumberForms Forms = new(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")));

    public static FlowDocument Flow(byte[] file, LimitOptions? limits = null)
    {
        using var budget = new ReadBudget(limits ?? new LimitOptions(), CancellationToken.None);
        return new HwpReader(Forms).Read(file, budget);
    }

    /// <summary>The code of the failure, or null.</summary>
    public static string? Failure(byte[] file, LimitOptions? limits = null)
    {
        try
        {
            Flow(file, limits);
            return null;
        }
        catch (UnreadableException e)
        {
            return e.Failure.Code;
        }
    }

    public static string Text(FlowBlock block) => block is FlowParagraph p ? string.Concat(p.Spans.Select(s => s.Text)) : "table";

    /// <summary>The blocks that are not blank, a line each.</summary>
    public static string[] Lines(ImmutableArray<FlowBlock> blocks) => [.. blocks.Select(Text).Where(t => t.Length > 0)];

    public static string[] Lines(byte[] file) => Lines(Flow(file).Blocks);
}
