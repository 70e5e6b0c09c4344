using Xunit;

namespace ReportMiner.Tests.Read;

/// <summary>A test of several rows that needs poppler.</summary>
public sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = new PopplerFactAttribute().Skip;
}
