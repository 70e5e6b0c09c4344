using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Tag.Entities;
using Xunit;

namespace ReportMiner.Tests.Tag;

/// <summary>How claims are settled, with a tagger and a classifier whose answers are given.</summary>
public sealed class NameArbiterTests
{
    [Fact]
    public void Rules_alone_do_not_ask_the_model() =>
        Assert.Equal(["ORG|환경부"], Names(TagEngine.Rules, new Given("바다솔루션", EntityType.Org), Sure, "환경부와 바다솔루션이"));

    [Fact]
    public void The_model_alone_takes_its_own_names() =>
        Assert.Equal(["ORG|바다솔루션"], Names(TagEngine.Model, new Given("바다솔루션", EntityType.Org), Sure, "환경부와 바다솔루션이"));

    [Fact]
    public void Both_take_what_the_classifier_believes() =>
        Assert.Equal(["ORG|환경부", "ORG|바다솔루션"], Names(TagEngine.Both, new Given("바다솔루션", EntityType.Org), Sure, "환경부와 바다솔루션이"));

    [Fact]
    public void What_the_classifier_does_not_believe_falls_out() =>
        Assert.Empty(Names(TagEngine.Both, new Given("바다솔루션", EntityType.Org), new Fixed(_ => 0.1), "환경부와 바다솔루션이"));

    [Fact]
    public void Of_two_that_overlap_the_likelier_stands_and_of_equals_the_longer()
    {
        var longer = new Given("환경부 바다과", EntityType.Org);
        Assert.Equal(["ORG|환경부 바다과"], Names(TagEngine.Both, longer, Sure, "환경부 바다과에서"));
        // Only claims of lists have this feature.
        Assert.Equal(["ORG|환경부"], Names(TagEngine.Both, longer, new Fixed(f => f.Exists(x => x.Key == FeatureHash.Of(21, "gazetteer:government")) ? 0.9 : 0.6), "환경부 바다과에서"));
    }

    [Theory]
    [InlineData("2024 2025 2026")]
    [InlineData("바다(Sea")]
    public void Figures_alone_and_half_a_bracket_are_no_name(string words) =>
        Assert.Empty(Names(TagEngine.Both, new Given(words, EntityType.Work), Sure, $"연도별 {words}) 자료"));

    [Fact]
    public void A_name_the_model_is_sure_of_at_one_place_is_claimed_at_all() =>
        Assert.Equal(
            ["ORG|바다솔루션", "ORG|바다솔루션"],
            Names(TagEngine.Both, new Given("바다솔루션", EntityType.Org, firstOnly: true), Sure, "‘바다솔루션’이 참여", "이후 바다솔루션의 기술을"));

    [Fact]
    public void Confidence_is_what_the_classifier_says_and_the_source_who_claims_first()
    {
        var mentions = Tag(TagEngine.Both, new Given("바다솔루션", EntityType.Org), new Fixed(_ => 0.87654), "환경부와 바다솔루션이");
        Assert.Equal([("gazetteer:government", 0.877), ("model:names", 0.877)], mentions.Select(m => (m.Source, m.Confidence)));
    }

    [Fact]
    public void The_shipped_models_find_names_that_no_list_has()
    {
        var tagger = new EntityTagger(EntityText.Models, TagEngine.Both);
        var report = EntityText.Report("울산에 있는 로봇 기업 ㈜새길로보틱스는 운반 로봇 ‘한걸음 2.0’을 선보였다.", "한국해양미래연구원 한다온 원장은 해양수산부와 협약을 맺었다고 말했다.");
        var names = tagger.Tag(report).Select(EntityText.Show).ToList();
        Assert.All((string[])["LOC|울산", "ORG|한국해양미래연구원", "PER|한다온", "ORG|해양수산부"], n => Assert.Contains(n, names));
        Assert.Contains(names, n => n.StartsWith("PRODUCT|한걸음", StringComparison.Ordinal));
    }

    private static readonly Fixed Sure = new(_ => 0.9);

    private static string[] Names(TagEngine engine, Given model, Fixed claims, params string[] lines) => [.. Tag(engine, model, claims, lines).Select(EntityText.Show)];

    private static ImmutableArray<Mention> Tag(TagEngine engine, Given model, Fixed claims, params string[] lines) =>
        new EntityTagger(EntityText.Models, engine, model.For(lines), claims).Tag(EntityText.Report(lines));

    /// <summary>Gives every claim the probability that its features are given.</summary>
    private sealed class Fixed(Func<List<Feature>, double> probability) : IClassifier
    {
        public ImmutableArray<string> Classes => [NameArbiter.No, NameArbiter.Yes];

        public void Classify(ReadOnlySpan<Feature> features, Span<double> probabilities)
        {
            probabilities[1] = probability([.. features]);
            probabilities[0] = 1 - probabilities[1];
        }
    }

    /// <summary>Labels one name; sequences are known by their length.</summary>
    private sealed class Given(string name, EntityType type, bool firstOnly = false) : ISequenceTagger
    {
        private string[] _lines = [];

        public ImmutableArray<string> Labels => NameLabels.All;

        public Given For(string[] lines)
        {
            _lines = lines;
            return this;
        }

        public ISequenceTagging Tag(FeatureSequence sequence)
        {
            var line = Array.FindIndex(_lines, l => l.Length == sequence.Length);
            var labels = new byte[sequence.Length];
            Array.Fill(labels, NameLabels.Outside);
            if (_lines[line].IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && (line == 0 || !firstOnly))
            {
                NameLabels.Spell(type, name.Length).CopyTo(labels, at);
            }

            return new Tagging(labels);
        }

        private sealed class Tagging(byte[] labels) : ISequenceTagging
        {
            public ReadOnlySpan<byte> Best => labels;

            public double Probability(int start, ReadOnlySpan<byte> sought) => labels.AsSpan(start, sought.Length).SequenceEqual(sought) ? 0.95 : 0.05;
        }
    }
}
