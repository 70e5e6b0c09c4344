using ReportMiner.Resources;

namespace ReportMiner.Classify;

/// <summary>Reads the file of a classifier, whichever engine trained it: the file itself says which.</summary>
internal static class ClassifierFile
{
    /// <summary>What the files of ML.NET's models begin with.</summary>
    public const string MLNetKind = "RMMN";

    // The project that has it needs this one, so it is not referenced from here but looked up.
    private static readonly Func<string, byte[], IClassifier>? ReadMLNet = Type.GetType("ReportMiner.MLNet.MLNetModel, ReportMiner.MLNet")
        ?.GetMethod("Read")?.CreateDelegate<Func<string, byte[], IClassifier>>();

    /// <exception cref="ResourceException">The file is missing, changed or no classifier, or its engine is not built in.</exception>
    public static IClassifier Read(ResourceDirectory resources, string name)
    {
        var bytes = resources.ReadBytes(name);
        return !bytes.AsSpan().StartsWith("RMMN"u8) ? LinearClassifier.Read(name, bytes)
            : ReadMLNet is { } read ? read(name, bytes)
            : throw new ResourceException($"{name}: a model of ML.NET, which this program was built without (-p:MLNet=true)");
    }
}
