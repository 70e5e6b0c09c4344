using ReportMiner.Classify;
using Xunit;

namespace ReportMiner.Tests.Classify;

/// <summary>The algorithms against the sum over every labelling, which short sequences allow.</summary>
public sealed class LabelLatticeTests
{
    private const int Labels = 3;
    private const int Length = 5;

    private static readonly float No = float.NegativeInfinity;

    // The last label may not follow the first, nor begin a sequence.
    private static readonly CrfTransitions Transitions = new(Labels, [0.4f, -1.2f, No, 0.3f, 0.9f, -0.5f, 1.1f, -0.2f, 0.6f], [0.2f, -0.1f, No], [0, 0.5f, -0.3f]);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_best_labelling_is_the_best_of_all(int seed)
    {
        var scores = Scores(seed, 3);
        var best = All().MaxBy(l => Score(scores, l))!;
        Assert.Equal(best, new LabelLattice(Transitions, Length, scores).Best.ToArray());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_stretch_has_the_probability_of_all_labellings_that_hold_it(int seed)
    {
        var scores = Scores(seed, 3);
        var lattice = new LabelLattice(Transitions, Length, scores);
        var sum = All().Sum(l => Math.Exp(Score(scores, l)));
        for (var start = 0; start < Length - 1; start++)
        {
            byte[] held = [1, 2];
            var share = All().Where(l => l.AsSpan(start, 2).SequenceEqual(held)).Sum(l => Math.Exp(Score(scores, l))) / sum;
            Assert.Equal(share, lattice.Probability(start, held), 5);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Marginals_sum_to_one_and_are_those_of_all_labellings(int seed)
    {
        var scores = Scores(seed, 3);
        var lattice = new LabelLattice(Transitions, Length, scores);
        var sum = All().Sum(l => Math.Exp(Score(scores, l)));
        var marginals = new float[Transitions.Width];
        for (var place = 0; place < Length; place++)
        {
            lattice.Marginals(place, marginals);
            Assert.Equal(1, marginals.Sum(), 4);
            for (byte label = 0; label < Labels; label++)
            {
                Assert.Equal(All().Where(l => l[place] == label).Sum(l => Math.Exp(Score(scores, l))) / sum, marginals[label], 4);
            }
        }
    }

    [Fact]
    public void Labels_that_are_not_allowed_have_no_probability()
    {
        var scores = Scores(3, 3);
        var lattice = new LabelLattice(Transitions, Length, scores, [0b111, 0b001, 0b111, 0b111, 0b111]);
        Assert.Equal(1, lattice.Probability(1, [0]), 4);
        Assert.Equal(0, lattice.Probability(1, [1]), 6);
    }

    [Fact]
    public void A_long_sequence_of_strong_scores_stays_finite()
    {
        const int length = 4000;
        var dice = new Dice(5);
        var scores = new float[length * Transitions.Width];
        for (var place = 0; place < length; place++)
        {
            for (var l = 0; l < Labels; l++)
            {
                scores[(place * Transitions.Width) + l] = dice.Below(50) - 25;
            }
        }

        var lattice = new LabelLattice(Transitions, length, scores);
        var marginals = new float[Transitions.Width];
        for (var place = 0; place < length; place++)
        {
            lattice.Marginals(place, marginals);
            Assert.Equal(1, marginals.Sum(), 3);
        }
    }

    private static float[] Scores(int seed, int range)
    {
        var dice = new Dice((ulong)seed);
        var scores = new float[Length * Transitions.Width];
        for (var place = 0; place < Length; place++)
        {
            for (var l = 0; l < Labels; l++)
            {
                scores[(place * Transitions.Width) + l] = (dice.Below(2000) / 1000f * range) - range;
            }
        }

        return scores;
    }

    private static IEnumerable<byte[]> All() =>
        Enumerable.Range(0, (int)Math.Pow(Labels, Length)).Select(n => Enumerable.Range(0, Length).Select(i => (byte)(n / (int)Math.Pow(Labels, i) % Labels)).ToArray());

    private static double Score(float[] scores, byte[] labels)
    {
        double sum = Transitions.Starts[labels[0]] + Transitions.Ends[labels[^1]];
        for (var i = 0; i < labels.Length; i++)
        {
            sum += scores[(i * Transitions.Width) + labels[i]] + (i == 0 ? 0 : Transitions.Scores[(labels[i - 1] * Transitions.Width) + labels[i]]);
        }

        return sum;
    }

    private sealed class Dice(ulong state)
    {
        private ulong _state = state;

        public int Below(int limit)
        {
            _state = (_state * 6364136223846793005UL) + 1442695040888963407UL;
            return (int)((_state >> 33) % (ulong)limit);
        }
    }
}
