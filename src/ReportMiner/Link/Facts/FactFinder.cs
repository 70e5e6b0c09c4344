using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Link.Facts;

/// <summary>Joins names, dates and amounts to facts. Thread-safe.</summary>
internal sealed class FactFinder(FactRules rules, FactModel? model)
{
    /// <summary>The least probability of a figure, an event and a role, by cross-validation over the training excerpts, where F1 is flat round them.</summary>
    private const double LeastFigure = 0.5;
    private const double LeastEvent = 0.25;
    private const double LeastRole = 0.3;

    /// <summary>So many anchors in a row are looked at one after the other.</summary>
    private const int Stretch = 64;

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
        // Anchors do not depend on each other, but those near each other see much the same.
        var found = model is null ? [] : reading.Anchors().Chunk(Stretch).AsParallel().AsOrdered().SelectMany(stretch =>
        {
            var view = new FactView(reading);
            return stretch.Select(a => (Anchor: a, Found: Find(reading, view, a)));
        }).ToList();
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

    private (Fact? Fact, FigureReason Reason) Find(FactReading reading, FactView view, FactAnchor anchor)
    {
        if (anchor.Amount is { Vague: true })
        {
            return (null, FigureReason.Vague);
        }

        if (anchor.Amount is { } amount && (amount.Kind == AmountKind.Rank || rules.ExcludedUnits.Contains(amount.Unit ?? "")))
        {
            return (null, FigureReason.ExcludedKind);
        }

        var (type, sure, confidence) = model!.Tell(anchor, view.Shared(anchor), FactFeatures.OfAnchor(reading, anchor));
        if (sure < (anchor.Amount is null ? LeastEvent : LeastFigure))
        {
            return (null, FigureReason.NoFact);
        }

        var roles = Roles(reading, view, anchor, type);
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
    private Dictionary<string, ImmutableArray<Filler>> Roles(FactReading reading, FactView view, FactAnchor anchor, string type)
    {
        var wanted = FactTypes.RolesOf(type);
        var likely = new List<(string Role, Filler Filler, double Probability)>();
        var objects = new List<(SeenFiller Seen, double Score)>();
        void Weigh(SeenFiller seen)
        {
            var (filler, p) = (seen.Filler, model!.Roles(seen));
            foreach (var role in wanted.Where(r => r is not (FactTypes.Object or FactTypes.Measure)))
            {
                var probability = p[FactTypes.Roles.IndexOf(role)];
                if (Fits(role, filler) && probability >= LeastRole)
                {
                    likely.Add((role, filler, probability));
                }
            }
        }

        var takesObject = anchor.Type is null && wanted.Contains(FactTypes.Object);
        foreach (var seen in view.Seen(anchor, type))
        {
            if (takesObject && Fits(FactTypes.Object, seen.Filler))
            {
                objects.Add((seen, model!.Object(seen)));
            }

            if (seen.Filler.Phrase is null)
            {
                Weigh(seen);
            }
        }

        // A figure without an object is no fact: the best is taken, and first; then its measure, or that it has none.
        if (objects.OrderByDescending(o => o.Score).ThenBy(o => o.Seen.Filler.Start).ThenBy(o => o.Seen.Filler.End).FirstOrDefault().Seen.Filler is { } of)
        {
            likely.Add((FactTypes.Object, of, 3));
            if (wanted.Contains(FactTypes.Measure) && Measure(of) is { } measure)
            {
                likely.Add((FactTypes.Measure, measure, 2));
            }
        }

        Filler? Measure(Filler of)
        {
            var (best, most) = ((Filler?)null, model!.Measure([], FactFeatures.OfNoMeasure(reading, anchor, type, of)));
            foreach (var ((filler, shared), _) in objects.Where(o => o.Seen.Filler.Phrase is not null && (o.Seen.Filler.End <= of.Start || of.End <= o.Seen.Filler.Start)))
            {
                if (model.Measure(shared, FactFeatures.OfMeasure(reading, anchor, type, of, filler)) is var score && score > most)
                {
                    (best, most) = (filler, score);
                }
            }

            return best;
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
        _ => filler.Mention is not null,
    };

    /// <summary>What is said once: by one statement an event with several cues, a release of several things; by the report that two bodies work together, and no more.</summary>
    private static IEnumerable<Fact> WithoutRepeats(List<Fact> facts)
    {
        static string Key(Fact fact) => string.Join('|', fact.Arguments.Where(a => fact.Type != FactTypes.Release || a.Key != FactTypes.Object).Select(a => $"{a.Key}={string.Join(',', a.Value.Select(v => v.Ref ?? v.Text))}"));
        static (string, int, int, string) Said(Fact fact) => fact is { Type: FactTypes.Partnership, Arguments.Count: 1 }
            ? (fact.Type, 0, 0, string.Join(',', fact.Arguments[FactTypes.Parties].Select(p => p.Text).Order(StringComparer.Ordinal)))
            : (fact.Type, fact.Start, fact.End, Key(fact));
        foreach (var same in facts.GroupBy(Said))
        {
            var first = same.OrderByDescending(f => f.Confidence).First();
            yield return first.Type != FactTypes.Release ? first : first with
            {
                Arguments = first.Arguments.SetItem(FactTypes.Object, [.. same.SelectMany(f => f.Arguments[FactTypes.Object]).DistinctBy(a => a.Text)]),
            };
        }
    }
}
