using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>
/// Reads HWP 5.0 files, after Hancom's public description of the format ("한글 문서 파일 형식 5.0", revision 1.3), which
/// asks for this sentence: 본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.
/// </summary>
internal sealed class HwpReader(NumberForms forms) : IFlowReader
{
    public string Name => "hwp";

    public string MediaType => "application/x-hwp";

    public FlowDocument Read(byte[] file, ReadBudget budget)
    {
        var package = new HwpPackage(file, budget);
        var info = new HwpDocInfo(package.DocInfo(), forms);
        if (info.Sections == 0)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        var body = new BodyReader(info, forms, budget);
        for (var i = 0; i < info.Sections; i++)
        {
            body.ReadSection(package.Section(i));
        }

        return new FlowDocument([.. body.Blocks], [.. body.Asides], package.Title());
    }
}
