using ReportMiner.Link.Facts;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Link.Facts;

public sealed class FactRulesTests
{
    private static readonly FactRules Rules = FactRules.Load(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")));

    public static TheoryData<string, string, bool> Examples
    {
        get
        {
            var rows = new TheoryData<string, string, bool>();
            foreach (var cue in Rules.Cues)
            {
                foreach (var text in cue.Examples)
                {
                    rows.Add(cue.Id, text, true);
                }

                foreach (var text in cue.CounterExamples)
                {
                    rows.Add(cue.Id, text, false);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_cue_is_found_where_the_data_says(string id, string text, bool found) => Assert.Equal(found, Rules.Cues.Single(c => c.Id == id).Find(text).Any());

    [Theory]
    [InlineData("시장은", 1)]
    [InlineData("시장에서는", 3)]
    [InlineData("시장", 0)]
    [InlineData("은", 0)]
    public void A_particle_is_cut_where_something_is_left(string word, int length) => Assert.Equal(length, Rules.ParticleOf(word));

    [Fact]
    public void A_particle_that_ends_in_another_comes_first()
    {
        for (var i = 0; i < Rules.Particles.Length; i++)
        {
            Assert.DoesNotContain(Rules.Particles.Take(i), p => Rules.Particles[i].Length > p.Length && Rules.Particles[i].EndsWith(p, StringComparison.Ordinal));
        }
    }
}
