using ReportMiner.Classify;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Classify;

public sealed class ModelFileTests
{
    private static readonly LinearClassifier Classifier = new(["no", "yes"], [3, 9], [0.5f, -0.5f], [1, -1, 0, 2]);

    private static readonly LinearChainCrf Crf = new(["A", "B", "O"], [7, 11], 0.25f, new float[9], new float[3], new float[3], [4, -4, 0, 8]);

    [Fact]
    public void A_classifier_reads_what_it_wrote()
    {
        var read = LinearClassifier.Read("c.bin", Classifier.ToBytes());
        Assert.Equal(Classifier.ToBytes(), read.ToBytes());
        Span<double> probabilities = stackalloc double[2];
        read.Classify([new Feature(3), new Feature(9, 0.5f), new Feature(1000)], probabilities);
        Assert.Equal(1 / (1 + Math.Exp((0.5 + 1 + 0) - (-0.5 - 1 + 1))), probabilities[1], 6);
        Assert.Equal(1, probabilities[0] + probabilities[1], 9);
    }

    [Fact]
    public void A_tagger_reads_what_it_wrote()
    {
        var read = LinearChainCrf.Read("t.bin", Crf.ToBytes());
        Assert.Equal(Crf.ToBytes(), read.ToBytes());
        var sequence = new FeatureSequence();
        sequence.Add(7);
        sequence.Close();
        sequence.Add(11);
        sequence.Close();
        sequence.Close();
        // At 7 label A scores 1 and B -1, at 11 B scores 2, elsewhere all are alike and the first label stands.
        Assert.Equal([0, 1], read.Tag(sequence).Best[..2].ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(41)]
    public void A_cut_off_file_is_a_fault_of_the_installation(int length)
    {
        Assert.Throws<ResourceException>(() => LinearClassifier.Read("c.bin", Classifier.ToBytes()[..length]));
        Assert.Throws<ResourceException>(() => LinearChainCrf.Read("t.bin", Crf.ToBytes()[..length]));
    }

    [Fact]
    public void A_file_of_another_kind_is_refused()
    {
        Assert.Throws<ResourceException>(() => LinearClassifier.Read("c.bin", Crf.ToBytes()));
        Assert.Throws<ResourceException>(() => LinearChainCrf.Read("t.bin", [.. Crf.ToBytes(), 0]));
    }

    [Fact]
    public void Hashes_of_features_never_change()
    {
        // The shipped models are files of such hashes.
        Assert.Equal(FeatureHash.Of(5, "갯벌2"), FeatureHash.Of(5, "갯벌7"));
        Assert.NotEqual(FeatureHash.Of(5, "갯벌"), FeatureHash.Of(6, "갯벌"));
        Assert.Equal([2293520258u, 1315153499u, 2726750859u], [FeatureHash.Of(1, 2), FeatureHash.Of(1, 2, 3), FeatureHash.Of(4, "국립갯벌원")]);
    }
}
