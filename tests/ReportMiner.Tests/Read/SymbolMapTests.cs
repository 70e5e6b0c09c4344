using System.Text.RegularExpressions;
using ReportMiner.Read;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Read;

public class SymbolMapTests
{
    private static readonly SymbolMap Map = SymbolMap.Load(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")));

    [Fact]
    public void Every_example_of_the_rules_looks_as_it_says() =>
        Assert.All(Map.Rules.Examples, e => Assert.Equal(e.Looks, Map.Map(e.Text, e.Font)));

    [Fact]
    public void Units_without_numbers_are_told_from_units_with_them()
    {
        var orphan = new Regex(Map.Rules.LostNumbers.Orphan, RegexOptions.CultureInvariant);
        Assert.All(Map.Rules.LostNumbers.Examples, e => Assert.Matches(orphan, e));
        Assert.All(Map.Rules.LostNumbers.CounterExamples, e => Assert.DoesNotMatch(orphan, e));
    }
}
