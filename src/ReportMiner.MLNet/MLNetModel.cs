using System.Collections.Immutable;
using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using ReportMiner.Classify;
using ReportMiner.Resources;

namespace ReportMiner.MLNet;

/// <summary>
/// A classifier's file that holds a model as ML.NET saves it, behind the classes and features by which we know them. The
/// model is linear, so its weights are taken out once and weighed by our own code: fast, and safe from any thread.
/// </summary>
internal static class MLNetModel
{
    /// <summary>Zips know no earlier time.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(ImmutableArray<string> classes, uint[] keys, Action<Stream> save)
    {
        using var saved = new MemoryStream();
        save(saved);
        var model = WithoutTimes(saved);
        return ModelFile.Write(ClassifierFile.MLNetKind, classes, keys, writer =>
        {
            writer.Write(model.Length);
            writer.Write(model);
        });
    }

    /// <exception cref="ResourceException">The bytes are no such model.</exception>
    public static IClassifier Read(string name, byte[] bytes) => ModelFile.Read(name, ClassifierFile.MLNetKind, bytes, (reader, classes, index) =>
    {
        var length = reader.ReadInt32();
        var saved = reader.ReadBytes(length);
        if (length < 1 || saved.Length < length)
        {
            throw new EndOfStreamException();
        }

        var parameters = Parameters(name, saved);
        VBuffer<float>[] weights = [];
        parameters.GetWeights(ref weights, out var count);
        if (count != classes.Length || weights.Any(w => w.Length != index.Keys.Length))
        {
            throw new ResourceException($"{name}: the model of ML.NET has other classes or features than the file");
        }

        var columns = weights.Select(w => w.DenseValues().ToArray()).ToArray();
        return new LinearClassifier(classes, index.Keys.ToArray(), [.. parameters.GetBiases()], [.. Enumerable.Range(0, index.Keys.Length).SelectMany(k => columns.Select(c => c[k]))]);
    });

    private static MaximumEntropyModelParameters Parameters(string name, byte[] saved)
    {
        ITransformer model;
        try
        {
            model = new MLContext().Model.Load(new MemoryStream(saved), out _);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException)
        {
            throw new ResourceException($"{name}: ML.NET cannot read its model", e);
        }

        return (model as ISingleFeaturePredictionTransformer<object>)?.Model as MaximumEntropyModelParameters
            ?? throw new ResourceException($"{name}: not a maximum entropy model");
    }

    /// <summary>The same training gives the same bytes: the zip says when it was written, and that is taken out.</summary>
    private static byte[] WithoutTimes(MemoryStream saved)
    {
        using var written = new MemoryStream();
        using (var from = new ZipArchive(saved, ZipArchiveMode.Read))
        using (var to = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = NoTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return written.ToArray();
    }
}
