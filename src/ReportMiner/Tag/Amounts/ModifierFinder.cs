using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>Reads what the words beside an amount make of it.</summary>
internal sealed class ModifierFinder(ImmutableArray<ModifierRule> rules)
{
    private readonly (AmountModifier Modifier, Regex? Before, Regex? After)[] _rules =
        [.. rules.Select(r => (Enum.Parse<AmountModifier>(r.Modifier, ignoreCase: true), Unit.Compile(r.Before), Unit.Compile(r.After)))];

    /// <summary>A word after the amount says more than one before it (약 1만 개 이상 is at least), save for a second "about".</summary>
    public AmountModifier? Find(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool odd)
    {
        AmountModifier? found = odd ? AmountModifier.About : null;
        foreach (var (modifier, left, right) in _rules)
        {
            if (right?.IsMatch(after) == true && (modifier != AmountModifier.About || found is null))
            {
                return modifier;
            }

            if (left?.IsMatch(before) == true)
            {
                found ??= modifier;
            }
        }

        return found;
    }
}
