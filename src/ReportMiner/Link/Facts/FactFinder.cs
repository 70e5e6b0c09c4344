using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Link.Facts;

/// <summary>Joins names, dates and amounts to facts. Thread-safe.</summary>
internal sealed class FactFinder(FactRules rules, FactModel? model)
{
    /// <summary>The least probability of a figure, an event and a role, by cross-validation over the training excerpts, where F1 is flat round them.</summary>
    private const double LeastFigure = 0.4;
    private const double LeastEvent = 0.25;
    private const double LeastRole = 0.3;

    /// <summary>So many of the phrases that come near to being the object may be the measure.</summary>
    private const int MostMeasures = 12;

    public FactFinder(ResourceDirectory resources)
        : this(FactRules.Load(resources), FactModel.Read(resources))
    {
    }

    /// <summary>The facts of a report in reading order, and every figure that is in none with the reason.</summary>
    public FoundFacts Find(SegmentedReport report, Metadata metadata, Tags tags)
    {
        var facts = new List<Fact>();
        var reasons = new Dictionary<string, FigureReason>(StringComparer.Ordinal);
        var reading = new FactReading(rules, report, metadata, tags);
        // Anchors do not depend on each other.
        var found = model is null ? [] : reading.Anchors().ToList().AsParallel().AsOrdered().Select(a => (Anchor: a, Found: Find(reading, a))).ToList();
        foreach (var (anchor, (fact, reason)) in found)
        {
            if (fact is not null)
            {
                facts.Add(fact);
            }
            else if (anchor.Amount is { } amount)
            {
                reasons[amount.Id] = reason;
            }
        }

        ImmutableArray<Fact> kept = [.. WithoutRepeats(facts).OrderBy(f => f.Start).ThenBy(f => f.End).ThenBy(f => f.Type, StringComparer.Ordinal).Select((f, i) => f with { Id = "x" + (i + 1) })];
        var used = kept.SelectMany(f => f.Arguments.GetValueOrDefault(FactTypes.Amount, [])).Select(a => a.Ref).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // What stands where no statement is looked for (contents) is in no fact either.
        var left = tags.Amounts.Where(a => !used.Contains(a.Id)).Select(a => new LeftFigure(a.Id, reasons.GetValueOrDefault(a.Id, FigureReason.NoFact)));
        return new FoundFacts(kept, [.. left], Contradictions.Of(tags, kept, f => report.Places.PageOf(f.Start, f.End)));
    }

    private (Fact? Fact, FigureReason Reason) Find(FactReading reading, FactAnchor anchor)
    {
        if (anchor.Amount is { Vague: true })
        {
            return (null, FigureReason.Vague);
        }

        if (anchor.Amount is { } amount && (amount.Kind == AmountKind.Rank || rules.ExcludedUnits.Contains(amount.Unit ?? "")))
        {
            return (null, FigureReason.ExcludedKind);
        }

        var features = FactFeatures.Of(reading, anchor);
        var (type, sure, confidence) = model!.Tell(anchor, features);
        if (sure < (anchor.Amount is null ? LeastEvent : LeastFigure))
        {
            return (null, FigureReason.NoFact);
        }

        var roles = Roles(reading, anchor, type);
        if (!FactTypes.Suffices(type, anchor.Amount is not null, roles))
        {
            return (null, FigureReason.NoObject);
        }

        var arguments = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<FactArgument>>(StringComparer.Ordinal);
        foreach (var (role, fillers) in roles)
        {
            arguments[role] = [.. fillers.Select(f => new FactArgument(reading.Text[f.Start..f.End], f.Ref))];
        }

        if (anchor.Name is { } name)
        {
            arguments[FactTypes.Object] = [new FactArgument(name.Text, name.Id)];
        }

        if (anchor.Amount is { } figure)
        {
            arguments[FactTypes.Amount] = [new FactArgument(figure.Text, figure.Id)];
        }

        var fact = new Fact
        {
            Id = "",
            Start = anchor.Statement.Start,
            End = anchor.Statement.End,
            Type = type,
            Arguments = arguments.ToImmutable(),
            Confidence = Math.Round(confidence, 3),
            Source = FactModel.Source,
        };
        return (fact, default);
    }

    /// <summary>The best filler of each role; of two roles that want the same words the likelier has them.</summary>
    private Dictionary<string, ImmutableArray<Filler>> Roles(FactReading reading, FactAnchor anchor, string type)
    {
        var wanted = FactTypes.RolesOf(type);
        var likely = new List<(string Role, Filler Filler, double Probability)>();
        var objects = new List<(Filler Filler, Feature[] Features, double Score)>();
        void Weigh(Filler filler, Feature[] features)
        {
            var p = model!.Roles(features);
            foreach (var role in wanted)
            {
                var probability = p[FactTypes.Roles.IndexOf(role)];
                if (role != FactTypes.Object && Fits(role, filler) && probability >= LeastRole)
                {
                    likely.Add((role, filler, probability));
                }
            }
        }

        foreach (var filler in reading.Fillers(anchor))
        {
            var features = FactFeatures.Of(reading, anchor, type, filler);
            if (anchor.Type is null && Fits(FactTypes.Object, filler) && wanted.Contains(FactTypes.Object))
            {
                objects.Add((filler, features, model!.Object(features)));
            }

            if (filler.Phrase is null)
            {
                Weigh(filler, features);
            }
        }

        // A figure without an object is no fact: the best is taken, and first. Its measure is among the next best.
        foreach (var (filler, features, _) in objects.OrderByDescending(o => o.Score).ThenBy(o => o.Filler.Start).ThenBy(o => o.Filler.End).Take(MostMeasures))
        {
            if (likely.All(l => l.Role != FactTypes.Object))
            {
                likely.Add((FactTypes.Object, filler, 2));
            }
            else if (filler.Phrase is not null)
            {
                Weigh(filler, features);
            }
        }

        var found = new Dictionary<string, ImmutableArray<Filler>>(StringComparer.Ordinal);
        foreach (var (role, filler, probability) in likely.OrderByDescending(l => l.Probability).ThenBy(l => l.Filler.Start).ThenBy(l => l.Filler.End))
        {
            var taken = found.Values.SelectMany(f => f).Any(f => f.Start < filler.End && filler.Start < f.End);
            var more = FactTypes.HasSeveral(role) && filler.Mention is not null && anchor.Type is not null && probability >= LeastRole;
            if (!taken && (!found.TryGetValue(role, out var fillers) || (more && fillers[0].Mention is not null && !fillers.Any(f => reading.Text[f.Start..f.End] == reading.Text[filler.Start..filler.End]))))
            {
                found[role] = [.. found.GetValueOrDefault(role, []).Append(filler).OrderBy(f => f.Start)];
            }
        }

        return found;
    }

    private static bool Fits(string role, Filler filler) => role switch
    {
        FactTypes.Date => filler.Date is not null,
        FactTypes.Object => filler.Date is null,
        FactTypes.Measure => filler.Phrase is not null,
        _ => filler.Mention is not null,
    };

    /// <summary>What one statement says once: an event with several cues, a release of several things.</summary>
    private static IEnumerable<Fact> WithoutRepeats(List<Fact> facts)
    {
        static string Key(Fact fact) => string.Join('|', fact.Arguments.Where(a => fact.Type != FactTypes.Release || a.Key != FactTypes.Object).Select(a => $"{a.Key}={string.Join(',', a.Value.Select(v => v.Ref ?? v.Text))}"));
        foreach (var same in facts.GroupBy(f => (f.Type, f.Start, f.End, Key(f))))
        {
            var first = same.OrderByDescending(f => f.Confidence).First();
            yield return first.Type != FactTypes.Release ? first : first with
            {
                Arguments = first.Arguments.SetItem(FactTypes.Object, [.. same.SelectMany(f => f.Arguments[FactTypes.Object]).DistinctBy(a => a.Text)]),
            };
        }
    }
}
