using Xunit;

namespace ReportMiner.Tests.Packages;

/// <summary>A test that packs what was built and installs it without a network: skipped where the packages it depends on are not kept on this machine.</summary>
public sealed class PackingFactAttribute : FactAttribute
{
    public PackingFactAttribute()
    {
        if (CleanMachine.Missing().FirstOrDefault() is { } missing)
        {
            Skip = $"{missing} is not on this machine as a package";
        }
    }
}
