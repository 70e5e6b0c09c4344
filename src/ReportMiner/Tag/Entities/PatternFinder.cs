using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Entities;

/// <summary>Finds names by the patterns of <c>rules/names.json</c>.</summary>
internal sealed class PatternFinder
{
    private static readonly (string Group, EntityType Type)[] Types =
        [.. Enum.GetValues<EntityType>().Select(t => (t.ToString().ToUpperInvariant(), t))];

    private readonly ImmutableArray<(NameRule Rule, Regex Regex, ImmutableArray<(int Group, EntityType Type)> Groups)> _rules;
    private readonly HashSet<string> _generic;

    public PatternFinder(NameRules rules)
    {
        _generic = new HashSet<string>(rules.GenericHeads, StringComparer.Ordinal);
        _rules = [.. rules.Rules.Select(r => Compile(r, rules.FamilyNames))];
    }

    /// <summary>The finds of all rules, or of the rule <paramref name="only"/>.</summary>
    public IEnumerable<NameCandidate> Find(string text, string? only = null)
    {
        foreach (var (rule, regex, groups) in _rules)
        {
            if (only is not null && rule.Id != only)
            {
                continue;
            }

            for (var match = regex.Match(text); match.Success; match = match.NextMatch())
            {
                foreach (var (group, type) in groups)
                {
                    foreach (Capture capture in match.Groups[group].Captures)
                    {
                        if (Proper(rule, capture.ValueSpan))
                        {
                            var end = capture.Index + capture.ValueSpan.TrimEnd().Length;
                            var start = capture.Index + capture.Length - capture.ValueSpan.TrimStart().Length;
                            yield return new NameCandidate(start, end, type, rule.Confidence, rule.Priority, "rule:" + rule.Id);
                        }
                    }
                }
            }
        }
    }

    private static (NameRule Rule, Regex Regex, ImmutableArray<(int Group, EntityType Type)> Groups) Compile(NameRule rule, string family)
    {
        try
        {
            var regex = new Regex(rule.Pattern.Replace("FAMILY", family, StringComparison.Ordinal), RegexOptions.CultureInvariant | RegexOptions.Compiled);
            return (rule, regex, [.. Types.Select(t => (regex.GroupNumberFromName(t.Group), t.Type)).Where(t => t.Item1 > 0)]);
        }
        catch (ArgumentException e)
        {
            throw new ResourceException($"{NameRules.FileName}: rule {rule.Id}: {e.Message}", e);
        }
    }

    private bool Proper(NameRule rule, ReadOnlySpan<char> name)
    {
        if (!rule.Except.IsDefaultOrEmpty)
        {
            foreach (var word in rule.Except)
            {
                if (name.StartsWith(word, StringComparison.Ordinal) || name.EndsWith(word, StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return !rule.Generic || !BeginsGeneric(name);
    }

    /// <summary>민간연구소, 전문위원회: what stands before the head is a generic word.</summary>
    private bool BeginsGeneric(ReadOnlySpan<char> name)
    {
        for (var length = 1; length < name.Length; length++)
        {
            if (name.Length - length is >= 2 and <= 4 && _generic.Contains(name[..length].ToString()))
            {
                return true;
            }
        }

        return false;
    }
}
