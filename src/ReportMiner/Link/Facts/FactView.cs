using System.Runtime.CompilerServices;
using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>What may fill a role, as seen from an anchor, with its features.</summary>
internal readonly record struct SeenFiller(Filler Filler, SharedFeatures[] Features);

/// <summary>
/// Anchors and fillers with their features. A row head is looked at from every cell of its row, a sentence's words from
/// every figure in it: features that do not depend on the anchor are made once. Not thread-safe; one a stretch of a report.
/// </summary>
internal sealed class FactView(FactReading reading)
{
    private readonly Dictionary<(FactSource Statement, string? Type), SharedFeatures> _statements = [];
    private readonly Dictionary<FactSource, SharedFeatures> _around = [];
    private readonly Dictionary<(FactSource Source, bool Phrases, string Type, string? Cue), Fillers> _fillers = [];
    private readonly Dictionary<FactPlacing, SharedFeatures> _places = [];
    private readonly Dictionary<FactLabelling, SharedFeatures> _labels = [];

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
    public List<SeenFiller> Seen(FactAnchor anchor, string type)
    {
        var seen = new List<SeenFiller>(128);
        var phrases = 0;
        foreach (var source in FactReading.Sources(anchor))
        {
            var of = Of(source, FactReading.TakesPhrases(anchor, phrases), type, anchor.Cue?.Id);
            phrases += of.Phrases;
            Add(seen, anchor, type, of);
        }

        return seen;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(List<SeenFiller> seen, FactAnchor anchor, string type, Fillers of)
    {
        var figures = anchor.Amount is { } amount ? of.Figures(amount.Kind, amount.Unit) : null;
        for (var f = 0; f < of.All.Length; f++)
        {
            var (filler, kind, begin, end) = of.All[f];
            var ahead = filler.Start >= anchor.End;
            ref var side = ref (ahead ? of.Ahead : of.Behind)[end];
            var (placing, labelling) = (FactPlacing.Of(reading, anchor, kind, filler), FactLabelling.Of(anchor, kind, filler));
            var features = new SharedFeatures[4 + (figures is null ? 0 : 1) + (placing is null ? 0 : 1) + (labelling is null ? 0 : 1)];
            features[0] = of.Bodies[f] ??= new SharedFeatures(FactFeatures.OfBody(reading, type, filler));
            features[1] = of.Begins[begin] ??= new SharedFeatures(FactFeatures.OfBegin(reading, type, filler));
            features[2] = of.Ends[end] ??= new SharedFeatures(FactFeatures.OfEnd(reading, type, filler));
            features[3] = side ??= new SharedFeatures(FactFeatures.OfSide(reading, type, anchor.Cue, ahead, filler));
            if (figures is not null)
            {
                features[4] = figures[end] ??= new SharedFeatures(FactFeatures.OfFigure(reading, type, anchor.Amount!.Kind, anchor.Amount.Unit, filler));
            }

            if (labelling is { } label)
            {
                features[^1] = Label(label);
            }

            if (placing is { } place)
            {
                features[labelling is null ? ^1 : ^2] = Place(place);
            }

            seen.Add(new SeenFiller(filler, features));
        }
    }

    private Fillers Of(FactSource source, bool phrases, string type, string? cue)
    {
        if (!_fillers.TryGetValue((source, phrases, type, cue), out var of))
        {
            _fillers[(source, phrases, type, cue)] = of = new Fillers(reading.Fillers(source, phrases), type);
        }

        return of;
    }

    private SharedFeatures Place(FactPlacing placing)
    {
        if (!_places.TryGetValue(placing, out var shared))
        {
            _places[placing] = shared = new SharedFeatures(FactFeatures.OfPlacing(placing));
        }

        return shared;
    }

    private SharedFeatures Label(FactLabelling labelling)
    {
        if (!_labels.TryGetValue(labelling, out var shared))
        {
            _labels[labelling] = shared = new SharedFeatures(FactFeatures.OfLabelling(labelling));
        }

        return shared;
    }

    private SharedFeatures Around(FactSource source)
    {
        if (!_around.TryGetValue(source, out var shared))
        {
            _around[source] = shared = new SharedFeatures(FactFeatures.OfAround(reading, source));
        }

        return shared;
    }

    /// <summary>The fillers of a source with their features, as far as they have been asked for.</summary>
    private sealed class Fillers
    {
        private readonly Dictionary<(AmountKind Kind, string? Unit), SharedFeatures?[]> _figures = [];

        public Fillers(IEnumerable<Filler> fillers, string type)
        {
            var begins = new Dictionary<int, int>();
            var ends = new Dictionary<(int Last, int Particle), int>();
            var (begin, end) = (0, 0);
            var all = new List<(Filler, uint, int, int)>();
            foreach (var filler in fillers)
            {
                var kind = FactFeatures.Kind(type, filler);
                if (filler.Phrase is { } phrase)
                {
                    Phrases++;
                    begin += begins.TryAdd(phrase.First, begin) ? 1 : 0;
                    end += ends.TryAdd((phrase.Last, phrase.Particle), end) ? 1 : 0;
                    all.Add((filler, kind, begins[phrase.First], ends[(phrase.Last, phrase.Particle)]));
                }
                else
                {
                    all.Add((filler, kind, begin++, end++));
                }
            }

            All = [.. all];
            Bodies = new SharedFeatures?[All.Length];
            Begins = new SharedFeatures?[begin];
            Ends = new SharedFeatures?[end];
            Behind = new SharedFeatures?[end];
            Ahead = new SharedFeatures?[end];
        }

        /// <summary>The fillers with their kinds and the numbers of their begins and ends, that several may have in common.</summary>
        public (Filler Filler, uint Kind, int Begin, int End)[] All { get; }

        public int Phrases { get; }

        public SharedFeatures?[] Bodies { get; }

        public SharedFeatures?[] Begins { get; }

        public SharedFeatures?[] Ends { get; }

        public SharedFeatures?[] Behind { get; }

        public SharedFeatures?[] Ahead { get; }

        public SharedFeatures?[] Figures(AmountKind kind, string? unit)
        {
            if (!_figures.TryGetValue((kind, unit), out var figures))
            {
                _figures[(kind, unit)] = figures = new SharedFeatures?[Ends.Length];
            }

            return figures;
        }
    }
}
