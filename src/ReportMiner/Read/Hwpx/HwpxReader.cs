using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwpx;

/// <summary>Reads Hangul's open format: a zip of OWPML (KS X 6101).</summary>
internal sealed class HwpxReader(NumberForms forms) : IFlowReader
{
    public string Name => "hwpx";

    public string MediaType => "application/hwp+zip";

    public FlowDocument Read(byte[] file, ReadBudget budget)
    {
        using var parts = new ZipParts(file, budget);
        var package = HwpxPackage.Read(parts);
        if (package.Sections.IsEmpty)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        var body = new HwpxBody(HwpxHead.Read(parts, forms), budget);
        foreach (var section in package.Sections)
        {
            parts.Read(section, body.Section);
        }

        return body.ToDocument(package.Title);
    }
}
