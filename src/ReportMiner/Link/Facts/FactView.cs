using ReportMiner.Classify;

namespace ReportMiner.Link.Facts;

/// <summary>What of an anchor the features of all that stands on one side of it go by.</summary>
/// <param name="Type">The type of fact its roles are those of.</param>
/// <param name="Kind">The figure's kind, or null for a verb.</param>
/// <param name="Unit">The figure's unit.</param>
/// <param name="Cue">The verb's cue, or null.</param>
/// <param name="Ahead">Whether the anchor stands before what is looked at.</param>
internal readonly record struct FactSight(string Type, Documents.AmountKind? Kind, string? Unit, string? Cue, bool Ahead);

/// <summary>What may fill a role, as seen from an anchor.</summary>
/// <param name="Shared">Features it has for other anchors too.</param>
/// <param name="Own">Features of its place beside this one.</param>
internal readonly record struct SeenFiller(Filler Filler, SharedFeatures Shared, Feature[] Own);

/// <summary>
/// Anchors and fillers with their features. A row head is looked at from every cell of its row, a sentence's words from
/// every figure in it: features that do not depend on the anchor are made once. Not thread-safe; one a stretch of a report.
/// </summary>
internal sealed class FactView(FactReading reading)
{
    private readonly Dictionary<(FactSource Statement, string? Type), SharedFeatures> _statements = [];
    private readonly Dictionary<FactSource, SharedFeatures> _around = [];
    private readonly Dictionary<(FactSource Source, bool Phrases, FactSight Sight), Sighted> _fillers = [];

    /// <summary>The features an anchor shares with others of its statement or of statements near it.</summary>
    public SharedFeatures[] Shared(FactAnchor anchor)
    {
        var statement = anchor.Statement;
        if (!_statements.TryGetValue((statement.Sources[0], anchor.Type), out var own))
        {
            _statements[(statement.Sources[0], anchor.Type)] = own = new SharedFeatures(FactFeatures.OfStatement(reading, statement, anchor.Type));
        }

        return [own, .. FactFeatures.Around(statement).Select(Around)];
    }

    /// <summary>What may fill the anchor's roles.</summary>
    public IEnumerable<SeenFiller> Fillers(FactAnchor anchor, string type)
    {
        var behind = FactFeatures.Sight(anchor, type, ahead: false);
        var phrases = 0;
        foreach (var source in FactReading.Sources(anchor))
        {
            var key = (source, FactReading.TakesPhrases(anchor, phrases), behind);
            if (!_fillers.TryGetValue(key, out var sighted))
            {
                var fillers = reading.Fillers(source, key.Item2).ToArray();
                _fillers[key] = sighted = new Sighted(fillers, fillers.Count(f => f.Phrase is not null));
            }

            phrases += sighted.Phrases;
            for (var f = 0; f < sighted.Fillers.Length; f++)
            {
                var filler = sighted.Fillers[f];
                var ahead = filler.Start >= anchor.End;
                ref var shared = ref (ahead ? sighted.Ahead : sighted.Behind)[f];
                shared ??= new SharedFeatures(FactFeatures.OfFiller(reading, behind with { Ahead = ahead }, filler));
                yield return new SeenFiller(filler, shared, FactFeatures.OfPlace(reading, anchor, type, filler));
            }
        }
    }

    private SharedFeatures Around(FactSource source)
    {
        if (!_around.TryGetValue(source, out var shared))
        {
            _around[source] = shared = new SharedFeatures(FactFeatures.OfAround(reading, source));
        }

        return shared;
    }

    /// <summary>The fillers of a source with their features on either side of an anchor, as far as they have been asked for.</summary>
    private sealed record Sighted(Filler[] Fillers, int Phrases)
    {
        public SharedFeatures?[] Behind { get; } = new SharedFeatures?[Fillers.Length];

        public SharedFeatures?[] Ahead { get; } = new SharedFeatures?[Fillers.Length];
    }
}
