using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Recommendations;

/// <summary>Compiles patterns of the rule file. All are linear in the text's length, since a report may be one line of megabytes.</summary>
internal static class CuePattern
{
    /// <exception cref="ResourceException">The pattern is not valid or cannot run in linear time.</exception>
    public static Regex Compile(string pattern, ImmutableSortedDictionary<string, string> words)
    {
        foreach (var (name, list) in words)
        {
            pattern = pattern.Replace("{" + name + "}", list);
        }

        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ResourceException($"{RecommendationRules.ResourceName}: {pattern}: {e.Message}", e);
        }
    }
}
