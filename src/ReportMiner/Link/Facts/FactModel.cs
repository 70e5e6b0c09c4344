using ReportMiner.Classify;
using ReportMiner.Resources;

namespace ReportMiner.Link.Facts;

/// <summary>Tells by learned classifiers what a figure says, whether a verb tells an event, and what fills which role. Thread-safe.</summary>
/// <param name="figures">Knows <see cref="FactTypes.OfFigures"/>.</param>
/// <param name="events">Knows none and event.</param>
/// <param name="roles">Knows <see cref="FactTypes.Roles"/>.</param>
/// <param name="objects">Knows none and object; tells the better of two objects.</param>
/// <param name="measures">Knows none and measure; tells the better of two measures of an object.</param>
internal sealed class FactModel(LinearClassifier figures, LinearClassifier events, LinearClassifier roles, LinearClassifier objects, LinearClassifier measures)
{
    public const string FigureFile = "taggers/facts-figures.bin";
    public const string EventFile = "taggers/facts-events.bin";
    public const string RoleFile = "taggers/facts-roles.bin";
    public const string ObjectFile = "taggers/facts-objects.bin";
    public const string MeasureFile = "taggers/facts-measures.bin";
    public const string Source = "model:facts";
    public const string Event = "event";

    /// <summary>Reads the models; null where the folder has none.</summary>
    public static FactModel? Read(ResourceDirectory resources)
    {
        LinearClassifier Classifier(string file) => LinearClassifier.Read(file, resources.ReadBytes(file));
        return resources.Files.Any(f => f.Name == FigureFile) ? new FactModel(Classifier(FigureFile), Classifier(EventFile), Classifier(RoleFile), Classifier(ObjectFile), Classifier(MeasureFile)) : null;
    }

    /// <summary>The likeliest type, the probability that the anchor is that of a fact at all, and that it is one of this type.</summary>
    public (string Type, double Fact, double OfType) Tell(FactAnchor anchor, SharedFeatures[] shared, Feature[] own)
    {
        if (anchor.Type is { } told)
        {
            var probability = EventProbability(shared, own);
            return (told, probability, probability);
        }

        Span<double> p = stackalloc double[figures.Classes.Length];
        figures.Classify(shared, own, p);
        var best = -1;
        for (var c = 0; c < p.Length; c++)
        {
            best = figures.Classes[c] != FactTypes.None && (best < 0 || p[c] > p[best]) ? c : best;
        }

        return (figures.Classes[best], 1 - p[figures.Classes.IndexOf(FactTypes.None)], p[best]);
    }

    private double EventProbability(SharedFeatures[] shared, Feature[] own)
    {
        Span<double> p = stackalloc double[events.Classes.Length];
        events.Classify(shared, own, p);
        return p[events.Classes.IndexOf(Event)];
    }

    /// <summary>How good an object something is beside others.</summary>
    public double Object(SeenFiller seen)
    {
        Span<double> p = stackalloc double[2];
        objects.Classify(seen.Features, [], p);
        return p[1];
    }

    /// <summary>How good a measure something is beside others, or that there is none.</summary>
    /// <param name="shared">The features it has as a filler; none for no measure.</param>
    public double Measure(SharedFeatures[] shared, Feature[] own)
    {
        Span<double> p = stackalloc double[2];
        measures.Classify(shared, own, p);
        return p[1];
    }

    /// <summary>The probability of each role, in the order of <see cref="FactTypes.Roles"/>.</summary>
    public double[] Roles(SeenFiller seen)
    {
        var p = new double[roles.Classes.Length];
        roles.Classify(seen.Features, [], p);
        return p;
    }
}
