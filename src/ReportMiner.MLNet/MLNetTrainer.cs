using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using ReportMiner.Classify;
using ReportMiner.Learn;

namespace ReportMiner.MLNet;

/// <summary>Trains ML.NET's multiclass maximum entropy (L-BFGS) on the features that the built-in classifier sees.</summary>
internal sealed class MLNetTrainer : IClassifierTrainer
{
    public TrainedClassifier Train(ImmutableArray<string> classes, IReadOnlyList<LogisticExample> examples, LogisticSettings settings)
    {
        var keys = LogisticTrainer.Keys(examples.Select(e => e.Features), settings);
        var rows = Rows(examples, new FeatureIndex(keys));
        var context = new MLContext(seed: 0);
        var shape = SchemaDefinition.Create(typeof(Row));
        shape[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, keys.Length);
        shape[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes.Length);
        var data = context.Data.LoadFromEnumerable(rows, shape);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            // Theirs stands against the sum of the losses, ours against their mean.
            L2Regularization = (float)(settings.Penalty * examples.Sum(e => e.Weight)),
            MaximumNumberOfIterations = settings.Rounds,
            // More threads add in another order, and the file would not be the same twice.
            NumberOfThreads = 1,
        });
        var model = trainer.Fit(data);
        var bytes = MLNetModel.Write(classes, keys, file => context.Model.Save(model, data.Schema, file));
        return new TrainedClassifier(MLNetModel.Read("", bytes), bytes);
    }

    /// <summary>The examples in the order of ML.NET's columns: features by their number, ascending, each once.</summary>
    private static List<Row> Rows(IReadOnlyList<LogisticExample> examples, FeatureIndex index) =>
    [
        .. examples.Select(e =>
        {
            var features = e.Features.Select(f => (Row: index.Find(f.Key), f.Value)).Where(f => f.Row >= 0)
                .GroupBy(f => f.Row).OrderBy(g => g.Key).Select(g => (g.Key, Value: g.Sum(f => f.Value))).ToList();
            return new Row
            {
                Features = new VBuffer<float>(index.Keys.Length, features.Count, [.. features.Select(f => f.Value)], [.. features.Select(f => f.Key)]),
                Label = (uint)e.Class,
                Weight = (float)e.Weight,
            };
        }),
    ];

    /// <summary>An example as ML.NET reads it, which asks for members it can set.</summary>
    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        /// <summary>The class by its number; ML.NET itself makes a key of it, which counts from 1.</summary>
        public uint Label { get; set; }

        public float Weight { get; set; }
    }
}
