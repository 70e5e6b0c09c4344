using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;

namespace ReportMiner.Learn;

/// <summary>An annotated fact at its place in the segmented text.</summary>
internal sealed record PlacedFact(MarkedFact Fact, int Start, int End);

/// <summary>What one report teaches of facts.</summary>
internal sealed record FactExamples(List<LogisticExample> Figures, List<LogisticExample> Events, List<LogisticExample> Roles, List<RankExample> Objects, List<RankExample> Measures);

/// <summary>The trained classifiers of facts.</summary>
internal sealed record TrainedFacts(LinearClassifier Figures, LinearClassifier Events, LinearClassifier Roles, LinearClassifier Objects, LinearClassifier Measures)
{
    public FactModel ToModel() => new(Figures, Events, Roles, Objects, Measures);

    /// <summary>The files of the models folder.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Files() =>
        [(FactModel.FigureFile, Figures.ToBytes()), (FactModel.EventFile, Events.ToBytes()), (FactModel.RoleFile, Roles.ToBytes()), (FactModel.ObjectFile, Objects.ToBytes()), (FactModel.MeasureFile, Measures.ToBytes())];
}

/// <summary>Trains the classifiers of facts: what figures say, which verbs tell events, what fills which role.</summary>
internal static class FactTrainer
{
    /// <summary>A phrase is the annotated one, or too near to it to be called another, when so many of their pairs of characters are shared.</summary>
    private const double Alike = 0.5;

    private static readonly ImmutableArray<string> Events = [FactTypes.None, FactModel.Event];

    /// <summary>Where the facts of an excerpt stand; a fact whose lines are not in the text is left out.</summary>
    public static List<PlacedFact> Place(MarkedExcerpt excerpt, SegmentedReport report)
    {
        var (text, lines) = (excerpt.Marked.Text, excerpt.Marked.Lines);
        var alignment = new TextAlignment(text, report.Text);
        var placed = new List<PlacedFact>();
        foreach (var fact in excerpt.Facts ?? [])
        {
            var (from, to) = (int.MaxValue, -1);
            for (var line = fact.Lines[0]; line <= Math.Min(fact.Lines[^1], lines.Count); line++)
            {
                // A line's ends may be mended away: its first and last words tell.
                foreach (var (wordStart, wordEnd) in Words(text, lines[line - 1].Start, lines[line - 1].End))
                {
                    if (alignment.Find(wordStart, wordEnd) is var (start, stop))
                    {
                        (from, to) = (Math.Min(from, start), Math.Max(to, stop));
                    }
                }
            }

            if (to > from)
            {
                placed.Add(new PlacedFact(fact, from, to));
            }
        }

        return placed;
    }

    public static FactExamples Examples(FactReading reading, StudiedReport report)
    {
        var weight = report.Weight;
        var examples = new FactExamples([], [], [], [], []);
        var anchors = reading.Anchors().ToList();
        var matched = Match(reading, anchors, report.Facts!);
        for (var a = 0; a < anchors.Count; a++)
        {
            var (anchor, fact) = (anchors[a], matched[a]);
            if (anchor.Amount is { Vague: true } || !report.Teaches(Lesson.Facts, anchor.Start, anchor.End))
            {
                continue;
            }

            var features = FactFeatures.Of(reading, anchor);
            if (anchor.Amount is null)
            {
                examples.Events.Add(new LogisticExample(features, fact is null ? 0 : 1, weight));
            }
            else
            {
                examples.Figures.Add(new LogisticExample(features, fact is null ? 0 : FactTypes.OfFigures.IndexOf(fact.Fact.Type), weight));
            }

            if (fact is not null)
            {
                AddRoles(examples, reading, anchor, fact.Fact, weight);
            }
        }

        return examples;
    }

    /// <param name="present">Classifiers to start from and stay near to; null where there are none.</param>
    public static TrainedFacts Train(IReadOnlyList<FactExamples> examples, TrainedFacts? present = null) => new(
        LogisticTrainer.Train(FactTypes.OfFigures, [.. examples.SelectMany(e => e.Figures)], new LogisticSettings(Penalty: 3e-4) { Present = present?.Figures }),
        LogisticTrainer.Train(Events, [.. examples.SelectMany(e => e.Events)], new LogisticSettings(Penalty: 3e-4) { Present = present?.Events }),
        LogisticTrainer.Train(FactTypes.Roles, [.. examples.SelectMany(e => e.Roles)], new LogisticSettings(Penalty: 2e-4, FewestExamples: 4, Rounds: 60) { Present = present?.Roles }),
        RankTrainer.Train([FactTypes.None, FactTypes.Object], [.. examples.SelectMany(e => e.Objects)], new LogisticSettings(Penalty: 3e-4, FewestExamples: 4, Rounds: 60) { Present = present?.Objects }),
        RankTrainer.Train([FactTypes.None, FactTypes.Measure], [.. examples.SelectMany(e => e.Measures)], new LogisticSettings(Penalty: 3e-4, FewestExamples: 4, Rounds: 60) { Present = present?.Measures }));

    /// <summary>The fact each anchor is that of, or null. A figure's is known by its figure; an event's by its verb nearest behind its object.</summary>
    private static PlacedFact?[] Match(FactReading reading, List<FactAnchor> anchors, IReadOnlyList<PlacedFact> facts)
    {
        var matched = new PlacedFact?[anchors.Count];
        foreach (var fact in facts)
        {
            var figure = fact.Fact.Of(FactTypes.Amount).FirstOrDefault() is { } amount ? CharacterPairs.Fold(amount) : null;
            var near = Enumerable.Range(0, anchors.Count).Where(a => matched[a] is null && anchors[a].Start <= fact.End && fact.Start < anchors[a].End);
            if (figure is not null)
            {
                if (near.Where(a => anchors[a].Amount is { } own && CharacterPairs.Fold(own.Text) == figure).Cast<int?>().FirstOrDefault() is { } found && FactTypes.OfFigures.Contains(fact.Fact.Type))
                {
                    matched[found] = fact;
                }

                continue;
            }

            if (fact.Fact.Type == FactTypes.Release)
            {
                var objects = fact.Fact.Of(FactTypes.Object).Select(CharacterPairs.Fold).ToHashSet(StringComparer.Ordinal);
                foreach (var name in near.Where(a => anchors[a].Name is { } own && objects.Contains(CharacterPairs.Fold(own.Text))).GroupBy(a => CharacterPairs.Fold(anchors[a].Name!.Text)).Select(g => g.First()).ToList())
                {
                    matched[name] = fact;
                }

                continue;
            }

            var main = fact.Fact.Type switch { FactTypes.Partnership => FactTypes.Parties, "investment" => "investee", _ => "acquired" };
            var surface = fact.Fact.Of(main).FirstOrDefault() ?? "";
            var at = reading.Text.IndexOf(surface, fact.Start, Math.Max(0, fact.End - fact.Start), StringComparison.Ordinal);
            int Distance(int a) => at < 0 ? anchors[a].Start - fact.Start : anchors[a].Start >= at ? anchors[a].Start - at : 2 * (at - anchors[a].Start);
            if (near.Where(a => anchors[a].Type == fact.Fact.Type).OrderBy(Distance).Cast<int?>().FirstOrDefault() is { } verb)
            {
                matched[verb] = fact;
            }
        }

        return matched;
    }

    private static void AddRoles(FactExamples examples, FactReading reading, FactAnchor anchor, MarkedFact fact, double weight)
    {
        var surfaces = FactTypes.RolesOf(fact.Type).ToDictionary(r => r, r => fact.Of(r).Select(CharacterPairs.Fold).ToList(), StringComparer.Ordinal);
        var fillers = reading.Fillers(anchor).ToList();
        var texts = fillers.Select(f => CharacterPairs.Fold(reading.Text[f.Start..f.End])).ToList();
        var roles = new string?[fillers.Count];
        Array.Fill(roles, FactTypes.None);
        foreach (var (role, wanted) in surfaces)
        {
            foreach (var surface in wanted)
            {
                var exact = Enumerable.Range(0, fillers.Count).Where(i => texts[i] == surface && (role == FactTypes.Date) == (fillers[i].Date is not null)).ToList();
                if (exact.Count > 0)
                {
                    // The nearest is the one that is meant; the same words elsewhere are neither it nor another.
                    foreach (var i in exact)
                    {
                        roles[i] = i == exact[0] || (fillers[i].Start, fillers[i].End) == (fillers[exact[0]].Start, fillers[exact[0]].End) ? role : roles[i] == FactTypes.None ? null : roles[i];
                    }
                }

                if (role is FactTypes.Date)
                {
                    continue;
                }

                var pairs = CharacterPairs.Of(surface);
                var best = exact.Count > 0 ? -1 : Enumerable.Range(0, fillers.Count).Where(i => fillers[i].Phrase is not null).Select(i => (i, Likeness: CharacterPairs.Likeness(pairs, CharacterPairs.Of(texts[i])))).OrderByDescending(p => p.Likeness).FirstOrDefault() is { Likeness: >= 0.7 } near ? near.i : -1;
                for (var i = 0; i < fillers.Count; i++)
                {
                    if (i == best && roles[i] == FactTypes.None)
                    {
                        roles[i] = role;
                    }
                    else if (roles[i] == FactTypes.None && fillers[i].Date is null && CharacterPairs.Likeness(pairs, CharacterPairs.Of(texts[i])) >= Alike)
                    {
                        roles[i] = null;
                    }
                }
            }
        }

        var features = fillers.Select((f, i) => roles[i] is null ? [] : FactFeatures.Of(reading, anchor, fact.Type, f)).ToList();
        for (var i = 0; i < fillers.Count; i++)
        {
            if (fillers[i].Phrase is null && roles[i] is { } role and not (FactTypes.Object or FactTypes.Measure))
            {
                examples.Roles.Add(new LogisticExample(features[i], FactTypes.Roles.IndexOf(role), weight));
            }
        }

        var choice = Enumerable.Range(0, fillers.Count).Where(i => roles[i] is not null && fillers[i].Date is null).ToList();
        if (choice.Exists(i => roles[i] == FactTypes.Object) && FactTypes.RolesOf(fact.Type).Contains(FactTypes.Object))
        {
            examples.Objects.Add(new RankExample([.. choice.Select(i => features[i])], [.. choice.Select(i => roles[i] == FactTypes.Object)], weight));
            var of = fillers[choice.First(i => roles[i] == FactTypes.Object)];
            var measures = choice.Where(i => fillers[i].Phrase is not null && (fillers[i].End <= of.Start || of.End <= fillers[i].Start)).ToList();
            var told = measures.Exists(i => roles[i] == FactTypes.Measure);
            if (FactTypes.RolesOf(fact.Type).Contains(FactTypes.Measure) && (told || surfaces[FactTypes.Measure].Count == 0))
            {
                examples.Measures.Add(new RankExample(
                    [FactFeatures.OfNoMeasure(reading, anchor, fact.Type, of), .. measures.Select(i => (Feature[])[.. features[i], .. FactFeatures.OfMeasure(reading, anchor, fact.Type, of, fillers[i])])],
                    [!told, .. measures.Select(i => roles[i] == FactTypes.Measure)],
                    weight));
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Words(string text, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var to = at;
            while (to < end && !char.IsWhiteSpace(text[to]))
            {
                to++;
            }

            if (to > at)
            {
                yield return (at, to);
            }

            at = to + 1;
        }
    }
}
