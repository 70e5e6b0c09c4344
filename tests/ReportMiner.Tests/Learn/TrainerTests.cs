using ReportMiner.Classify;
using ReportMiner.Learn;
using Xunit;

namespace ReportMiner.Tests.Learn;

public sealed class TrainerTests
{
    private static readonly CrfSettings Settings = new(Rounds: 15, LeftOutOfThousand: 0);

    // Label B follows the mark 1, whatever stands there; all else is O. Which place that is tells the place before only.
    private static readonly CrfExample[] Sequences = [.. Enumerable.Range(0, 40).Select(n => Example([n % 2 == 0 ? 1u : 2u, 5, 5, n % 2 == 0 ? 2u : 1u, 5]))];

    [Fact]
    public void A_crf_learns_what_follows_what()
    {
        var crf = Train(Sequences, Settings);
        Assert.Equal([0, 1, 2, 2, 2], crf.Tag(Sequence([1, 5, 5, 2, 5])).Best.ToArray());
        Assert.Equal([2, 2, 2, 0, 1], crf.Tag(Sequence([2, 5, 5, 1, 5])).Best.ToArray());
        Assert.InRange(crf.Tag(Sequence([1, 5, 5, 2, 5])).Probability(0, [0, 1]), 0.8, 1);
    }

    [Fact]
    public void The_same_sequences_give_the_same_model_and_another_seed_another()
    {
        var settings = Settings with { LeftOutOfThousand = 300 };
        Assert.Equal(Train(Sequences, settings).ToBytes(), Train(Sequences, settings).ToBytes());
        Assert.NotEqual(Train(Sequences, settings).ToBytes(), Train(Sequences, settings with { Seed = 1 }).ToBytes());
    }

    [Fact]
    public void Where_any_label_may_stand_nothing_is_learned_against_it()
    {
        // The second half marks nothing: all labels are allowed there.
        CrfExample[] open = [.. Sequences, .. Sequences.Select(s => s with { Labels = null, Allowed = [.. Enumerable.Repeat(0b111UL, 5)] })];
        Assert.Equal([0, 1, 2, 2, 2], Train(open, Settings).Tag(Sequence([1, 5, 5, 2, 5])).Best.ToArray());
    }

    [Fact]
    public void A_model_keeps_no_more_features_than_it_may() =>
        Assert.Equal(2, Train(Sequences, Settings with { MostFeatures = 2 }).Features);

    [Fact]
    public void Logistic_regression_finds_the_shares_of_the_examples()
    {
        // Of the things with feature 1 three in four are of the second class, of those with feature 2 one in four.
        LogisticExample[] examples = [.. Enumerable.Range(0, 400).Select(n => new LogisticExample([new Feature(n % 2 == 0 ? 1u : 2u)], (n / 2 % 4 != 0) == (n % 2 == 0) ? 1 : 0))];
        var classifier = LogisticTrainer.Train(["no", "yes"], examples, new LogisticSettings(Penalty: 1e-8));
        Assert.Equal(0.75, Yes(classifier, 1), 2);
        Assert.Equal(0.25, Yes(classifier, 2), 2);
        Assert.Equal(classifier.ToBytes(), LogisticTrainer.Train(["no", "yes"], examples, new LogisticSettings(Penalty: 1e-8)).ToBytes());
    }

    [Fact]
    public void A_weighty_example_counts_as_many()
    {
        LogisticExample[] examples = [new([new Feature(1)], 0, 1), new([new Feature(1)], 0, 1), new([new Feature(1)], 1, 6)];
        Assert.Equal(0.75, Yes(LogisticTrainer.Train(["no", "yes"], examples, new LogisticSettings(Penalty: 1e-8)), 1), 2);
    }

    private static double Yes(LinearClassifier classifier, uint feature)
    {
        Span<double> probabilities = stackalloc double[2];
        classifier.Classify([new Feature(feature)], probabilities);
        return probabilities[1];
    }

    private static LinearChainCrf Train(CrfExample[] examples, CrfSettings settings) =>
        CrfTrainer.Train(["A", "B", "O"], (a, b) => (a == 0) == (b == 1), l => l != 1, l => l != 0, examples, settings);

    private static CrfExample Example(uint[] keys) =>
        new(Sequence(keys), [.. keys.Select((k, i) => k == 1 ? (byte)0 : i > 0 && keys[i - 1] == 1 ? (byte)1 : (byte)2)], null, 1);

    private static FeatureSequence Sequence(uint[] keys)
    {
        var sequence = new FeatureSequence();
        foreach (var key in keys)
        {
            sequence.Add(key);
            sequence.Close();
        }

        return sequence;
    }
}
