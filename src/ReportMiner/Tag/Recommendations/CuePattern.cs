using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Recommendations;

/// <summary>
/// Compiles patterns of the rule file, for texts of bounded length: interpreted, since building automata of so many words
/// takes a second and 150 MB, more than they save on a report.
/// </summary>
internal static class CuePattern
{
    /// <exception cref="ResourceException">The pattern is not valid.</exception>
    public static Regex Compile(string pattern, ImmutableSortedDictionary<string, string> words)
    {
        foreach (var (name, list) in words)
        {
            pattern = pattern.Replace("{" + name + "}", list);
        }

        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        }
        catch (ArgumentException e)
        {
            throw new ResourceException($"{RecommendationRules.ResourceName}: {pattern}: {e.Message}", e);
        }
    }
}
