using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Learn;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Learn;

/// <summary>What every classifier engine of the build must do alike. Allowed are probabilities a fiftieth off.</summary>
public sealed class ClassifierEngineTests
{
    private const double Off = 0.02;

    private const string File = "taggers/a.bin";

    private static readonly ImmutableArray<string> Classes = ["none", "plan", "proposal"];

    /// <summary>Words that lean to a class each, a word that says nothing, and a rare one.</summary>
    private static readonly List<LogisticExample> Examples =
    [
        .. Enumerable.Range(0, 120).Select(i => new LogisticExample(
            [new Feature((uint)(10 + (i % 3))), new Feature((uint)(20 + (i * 7 % 5)), 0.5f), new Feature(30), new Feature((uint)(10 + (i % 3)), i % 2)],
            i % 10 == 0 ? (i + 1) % 3 : i % 3,
            1 + (i % 2))),
        new LogisticExample([new Feature(99)], 0),
    ];

    public static TheoryData<string> Engines => [.. ClassifierTrainers.Names.AsEnumerable()];

    private static TrainedClassifier Train(string engine) => ClassifierTrainers.Choose(engine).Train(Classes, Examples, new LogisticSettings(Penalty: 1e-3));

    private static double[] Probabilities(IClassifier classifier, params Feature[] features)
    {
        var probabilities = new double[classifier.Classes.Length];
        classifier.Classify(features, probabilities);
        return probabilities;
    }

    private static IClassifier Read(byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("reportminer-classifiers-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "taggers"));
            System.IO.File.WriteAllBytes(Path.Combine(folder, File), bytes);
            ResourceDirectory.Seal(folder, "1");
            return ClassifierFile.Read(ResourceDirectory.Open(folder), File);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_class_is_learned_from_its_words(string engine)
    {
        var classifier = Train(engine).Classifier;
        Assert.Equal(Classes.AsEnumerable(), classifier.Classes);
        for (var c = 0; c < Classes.Length; c++)
        {
            var probabilities = Probabilities(classifier, new Feature((uint)(10 + c)), new Feature(30));
            Assert.InRange(probabilities[c], 0.6, 1);
            Assert.Equal(1, probabilities.Sum(), 6);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Probabilities_are_those_of_the_built_in_one(string engine)
    {
        var (expected, actual) = (Train(ClassifierTrainers.BuiltIn).Classifier, Train(engine).Classifier);
        foreach (var example in Examples)
        {
            foreach (var (one, two) in Probabilities(expected, example.Features).Zip(Probabilities(actual, example.Features)))
            {
                Assert.Equal(one, two, Off);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_same_examples_give_the_same_file_and_it_is_read_as_it_was_written(string engine)
    {
        var trained = Train(engine);
        Assert.Equal(trained.Bytes, Train(engine).Bytes);
        var read = Read(trained.Bytes);
        Assert.All(Examples, e => Assert.Equal(Probabilities(trained.Classifier, e.Features), Probabilities(read, e.Features)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_damaged_file_is_told(string engine)
    {
        var bytes = Train(engine).Bytes;
        Assert.Throws<ResourceException>(() => Read(bytes[..(bytes.Length / 2)]));
        Assert.Throws<ResourceException>(() => Read([.. bytes, 0]));
        Assert.Throws<ResourceException>(() => Read(bytes[..6]));
    }

    [Fact]
    public void A_model_whose_engine_is_not_built_in_says_so()
    {
        var bytes = ModelFile.Write(ClassifierFile.MLNetKind, Classes, [1], writer => writer.Write(0));
        var said = Assert.Throws<ResourceException>(() => Read(bytes)).Message;
        Assert.Equal(!ClassifierTrainers.Names.Contains(ClassifierTrainers.MLNet), said.Contains("-p:MLNet=true", StringComparison.Ordinal));
    }
}
