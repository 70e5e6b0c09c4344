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
    /// <param name="atEnd">Only whether it matches is asked, not where.</param>
    /// <exception cref="ResourceException">The pattern is not valid.</exception>
    public static Regex Compile(string pattern, ImmutableSortedDictionary<string, string> words, bool atEnd = false)
    {
        foreach (var (name, list) in words)
        {
            pattern = pattern.Replace("{" + name + "}", list);
        }

        try
        {
            // What must stand at the end is looked for from there.
            var direction = atEnd && pattern.EndsWith('$') ? RegexOptions.RightToLeft : RegexOptions.None;
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | direction);
        }
        catch (ArgumentException e)
        {
            throw new ResourceException($"{RecommendationRules.ResourceName}: {pattern}: {e.Message}", e);
        }
    }
}
