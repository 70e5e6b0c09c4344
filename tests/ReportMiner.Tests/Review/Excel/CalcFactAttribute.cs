using Xunit;

namespace ReportMiner.Tests.Review.Excel;

/// <summary>A test that LibreOffice Calc takes part in; where it is not installed the test is skipped.</summary>
internal sealed class CalcFactAttribute : FactAttribute
{
    public CalcFactAttribute() => Skip = Calc.IsInstalled ? null : "LibreOffice Calc is not installed";
}
