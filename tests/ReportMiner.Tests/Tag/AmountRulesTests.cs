using ReportMiner.Documents;
using ReportMiner.Tag.Amounts;
using Xunit;

namespace ReportMiner.Tests.Tag;

/// <summary>Runs the examples that stand beside the rules and units.</summary>
public sealed class AmountRulesTests
{
    private static readonly AmountRules Rules = AmountRules.Load(AmountTexts.Resources);

    public static TheoryData<string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var e in Rules.Examples.Concat(AmountRules.LoadUnits(AmountTexts.Resources).SelectMany(u => u.Examples)))
        {
            data.Add(e[0], e[1], e[2]);
        }

        return data;
    }

    public static TheoryData<string> CounterExamples() =>
        [.. Rules.Not.Concat(AmountRules.LoadUnits(AmountTexts.Resources).SelectMany(u => u.Not)).Distinct(StringComparer.Ordinal)];

    public static TheoryData<string, string, string, string> ModifierExamples()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var rule in Rules.Modifiers)
        {
            foreach (var e in rule.Examples)
            {
                data.Add(rule.Modifier, e[0], e[1], e[2]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_its_surface_and_value(string text, string surface, string value)
    {
        var amounts = AmountTexts.Read(text);

        Assert.Contains((surface, value), amounts.Select(a => (a.Text, AmountTexts.Value(a))));
    }

    [Theory]
    [MemberData(nameof(CounterExamples))]
    public void A_counter_example_gives_no_amount(string text) =>
        Assert.Empty(AmountTexts.Read(text).Select(a => a.Text + " = " + AmountTexts.Value(a)));

    [Theory]
    [MemberData(nameof(ModifierExamples))]
    public void A_modifier_is_read_and_stays_outside_the_surface(string modifier, string text, string surface, string value)
    {
        var amount = Assert.Single(AmountTexts.Read(text), a => a.Text == surface);

        Assert.Equal(Enum.Parse<AmountModifier>(modifier, ignoreCase: true), amount.Modifier);
        Assert.Equal(value, AmountTexts.Value(amount));
    }

    [Fact]
    public void Every_unit_has_an_example_or_a_counter_example_and_a_known_kind()
    {
        foreach (var unit in AmountRules.LoadUnits(AmountTexts.Resources))
        {
            Assert.True(unit.Examples.Length + unit.Not.Length > 0, unit.Id);
            Assert.True(unit.Kind == "none" || Enum.TryParse<AmountKind>(unit.Kind, ignoreCase: true, out _), unit.Id);
            Assert.True(unit.Kind != "money" || unit.Unit?.Length == 3, unit.Id);
        }
    }

    [Fact]
    public void Ids_of_units_and_modifiers_are_unique()
    {
        var ids = AmountRules.LoadUnits(AmountTexts.Resources).Select(u => u.Id).Concat(Rules.Modifiers.Select(m => m.Id)).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Count(), ids.Count);
    }
}
