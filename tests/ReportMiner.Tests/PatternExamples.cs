using System.Collections.Immutable;
using Xunit;

namespace ReportMiner.Tests;

/// <summary>The examples that stand beside patterns, as rows of a theory: pattern, text, whether it is found there.</summary>
internal static class PatternExamples
{
    public static TheoryData<string, string, bool> Of(IEnumerable<(string Pattern, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples)> rules)
    {
        var rows = new TheoryData<string, string, bool>();
        foreach (var (pattern, examples, counterExamples) in rules)
        {
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                rows.Add(pattern, example, true);
            }

            foreach (var example in counterExamples)
            {
                rows.Add(pattern, example, false);
            }
        }

        return rows;
    }
}
