using Xunit;

namespace ReportMiner.Tests.Review;

/// <summary>A test that needs a part of LibreOffice: skipped where that is not installed.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    /// <param name="part"><see cref="LibreOffice.Writer"/> or <see cref="LibreOffice.Calc"/>.</param>
    public LibreOfficeFactAttribute(string part) => Skip = LibreOffice.Has(part) ? null : $"LibreOffice is not installed, or without {part}";
}
