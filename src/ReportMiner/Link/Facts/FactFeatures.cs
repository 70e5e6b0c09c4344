using System.Runtime.CompilerServices;
using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>What the classifiers of facts see of an anchor and of what may fill its roles.</summary>
internal static class FactFeatures
{
    private const int Near = 14;

    /// <summary>So many texts round a statement tell of its figures.</summary>
    private const int MostAround = 5;

    /// <summary>Features that tell what a figure, or the verb of an event, says.</summary>
    public static Feature[] Of(FactReading reading, FactAnchor anchor) =>
    [
        .. OfAnchor(reading, anchor),
        .. OfStatement(reading, anchor.Statement, anchor.Type),
        .. Around(anchor.Statement).SelectMany(s => OfAround(reading, s)),
    ];

    /// <summary>The texts round a statement that tell of its figures.</summary>
    public static IEnumerable<FactSource> Around(FactStatement statement) => statement.Sources.Skip(1).Take(MostAround).Concat(statement.Over);

    /// <summary>Those of an anchor's features that are its alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Feature[] OfAnchor(FactReading reading, FactAnchor anchor)
    {
        var features = new List<Feature>(64);
        var (text, statement) = (reading.Text, anchor.Statement);
        var here = anchor.Amount is { } amount ? Figure(features, amount) : Verb(features, anchor);
        var after = text.AsSpan(anchor.End, Math.Min(statement.End - anchor.End, Near));
        var before = text.AsSpan(Math.Max(statement.Start, anchor.Start - Near)..anchor.Start);
        for (var length = 1; length <= 5; length++)
        {
            features.Add(new Feature(FeatureHash.Of(1010, (uint)length, after[..Math.Min(length, after.Length)])));
            features.Add(new Feature(FeatureHash.Of(1011, (uint)length, before[^Math.Min(length, before.Length)..])));
        }

        var words = reading.Words(statement.Sources[0]);
        var next = TextSpans.First(words.Count, w => words[w].Start >= anchor.End);
        var last = TextSpans.First(words.Count, w => words[w].End > anchor.Start) - 1;
        for (var place = 0; place < 4; place++)
        {
            Neighbour(features, 1012, here, place, text, words, next + place);
            Neighbour(features, 1016, here, place, text, words, last - place);
        }

        var kind = anchor.Type is null ? 0 : FeatureHash.Of(anchor.Type);
        foreach (var (cue, start, _) in reading.Cues(statement))
        {
            var distance = Math.Min(4, Math.Abs(start - anchor.Start) / 12);
            features.Add(new Feature(FeatureHash.Of(1021, kind + (start > anchor.Start ? 1u : 0), cue.Id)));
            features.Add(new Feature(FeatureHash.Of(1022, kind + (uint)((start > anchor.Start ? 10 : 0) + distance), cue.Id)));
        }

        foreach (var date in TextSpans.Within(reading.Tags.Dates, statement.Start, statement.End))
        {
            features.Add(new Feature(FeatureHash.Of(1113, date.Start > anchor.Start ? 1u : 0)));
        }

        foreach (var mention in TextSpans.Within(reading.Tags.Mentions, statement.Start, statement.End))
        {
            features.Add(new Feature(FeatureHash.Of(1114, (uint)mention.Type, mention.Start > anchor.Start ? 1u : 0)));
            if (mention.Start >= anchor.End ? mention.Start - anchor.End < 4 : anchor.Start - mention.End < 4)
            {
                features.Add(new Feature(FeatureHash.Of(1115, (uint)mention.Type, mention.Start > anchor.Start ? 1u : 0)));
            }
        }

        features.Add(new Feature(FeatureHash.Of(1118, InBracket(text, statement.Start, anchor.Start) ? 1u : 0)));
        return [.. features];
    }

    /// <summary>Features of all figures of a statement, or of all its verbs of one type.</summary>
    public static Feature[] OfStatement(FactReading reading, FactStatement statement, string? type)
    {
        var features = new List<Feature>(64);
        var text = reading.Text;
        var tail = text.AsSpan(statement.Start, statement.End - statement.Start).TrimEnd(" .)");
        for (var length = 1; length <= 5; length++)
        {
            features.Add(new Feature(FeatureHash.Of(1020, (uint)length, tail[^Math.Min(length, tail.Length)..])));
        }

        var kind = type is null ? 0 : FeatureHash.Of(type);
        foreach (var word in reading.Words(statement.Sources[0]))
        {
            Word(features, 1024 + kind, text, word, 0.4f);
        }

        features.Add(new Feature(FeatureHash.Of(1110, (uint)(statement.Section?.Role ?? SectionRole.Other))));
        features.Add(new Feature(FeatureHash.Of(1111, (uint)statement.Block.Kind)));
        foreach (var date in TextSpans.Within(reading.Tags.Dates, statement.Start, statement.End))
        {
            features.Add(new Feature(FeatureHash.Of(1112, (uint)date.Kind, IsAhead(reading, date) ? 1u : 0)));
        }

        features.Add(new Feature(FeatureHash.Of(1116, (uint)TextSpans.Within(reading.Tags.Amounts, statement.Start, statement.End).Take(5).Count())));
        features.Add(new Feature(FeatureHash.Of(1117, (uint)Math.Min(10, (statement.End - statement.Start) / 20))));
        return [.. features];
    }

    private static bool IsAhead(FactReading reading, DateItem date) =>
        date.Edtf is { } edtf && reading.Metadata.Published is { } published && string.CompareOrdinal(edtf.TrimStart('.', '/'), published) > 0;

    /// <summary>Features of all anchors that a text stands round.</summary>
    public static Feature[] OfAround(FactReading reading, FactSource source)
    {
        var features = new List<Feature>();
        // What a whole chapter is about tells little of one figure.
        foreach (var word in source.Place == FactPlace.Over ? [] : reading.Words(source))
        {
            Word(features, 1030 + (10 * (uint)source.Place), reading.Text, word, 0.4f);
        }

        foreach (var date in TextSpans.Within(reading.Tags.Dates, source.Start, source.End))
        {
            features.Add(new Feature(FeatureHash.Of(1119, (uint)source.Place, IsAhead(reading, date) ? 1u : 0)));
        }

        foreach (var cue in reading.Rules.Cues)
        {
            if (cue.IsIn(reading.Text.AsSpan(source.Start..source.End)))
            {
                features.Add(new Feature(FeatureHash.Of(1120, (uint)source.Place, cue.Id)));
            }
        }

        return [.. features];
    }

    /// <summary>Features that tell which of an anchor's roles something fills.</summary>
    public static Feature[] Of(FactReading reading, FactAnchor anchor, string type, Filler filler) =>
    [
        .. OfSide(reading, type, anchor.Cue, filler.Start >= anchor.End, filler),
        .. OfBegin(reading, type, filler),
        .. OfBody(reading, type, filler),
        .. OfEnd(reading, type, filler),
        .. anchor.Amount is { } amount ? OfFigure(reading, type, amount.Kind, amount.Unit, filler) : [],
        .. FactPlacing.Of(reading, anchor, Kind(type, filler), filler) is { } placing ? OfPlacing(placing) : [],
        .. FactLabelling.Of(anchor, Kind(type, filler), filler) is { } labelling ? OfLabelling(labelling) : [],
    ];

    /// <summary>Features of what stands on one side of an anchor and ends as this does.</summary>
    public static Feature[] OfSide(FactReading reading, string type, FactCue? cue, bool ahead, Filler filler)
    {
        var features = new Twofold(Kind(type, filler));
        var place = (uint)filler.Source.Place;
        features.Add(2000, place);
        features.Add(2001, (place * 2) + (ahead ? 1u : 0));
        features.Add(2003, ahead ? 1u : 0, Particle(reading, reading.Text, filler));
        if (filler.Source.Place == FactPlace.Here)
        {
            features.Add(2011, cue is null ? 0u : FeatureHash.Of(cue.Id), ahead ? "1" : "0");
        }

        return features.ToArray();
    }

    /// <summary>Features of what begins where this does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Feature[] OfBegin(FactReading reading, string type, Filler filler)
    {
        var features = new Twofold(Kind(type, filler));
        if (filler.Source.Place == FactPlace.Here)
        {
            features.Add(2012, InBracket(reading.Text, filler.Source.Start, filler.Start) ? 1u : 0);
        }

        if (filler.Phrase is { } phrase)
        {
            var words = reading.Words(phrase.Source);
            features.Add(2026, 0, Text(reading.Text, words[phrase.First]));
            if (phrase.First == 0)
            {
                features.Add(2028, 1);
            }
            else
            {
                var before = Text(reading.Text, words[phrase.First - 1]);
                features.Add(2029, reading.Rules.EndsClause(before) ? 1u : reading.Rules.IsModifier(before) ? 2u : reading.Rules.ParticleOf(before) > 0 ? 3u : 4u);
                features.Add(2030, 0, before[Math.Max(0, before.Length - 1)..]);
                features.Add(2031, words[phrase.First - 1].Closes || words[phrase.First].Opens ? 1u : 0);
            }
        }

        return features.ToArray();
    }

    /// <summary>Features of all of what may fill a role, whatever the anchor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Feature[] OfBody(FactReading reading, string type, Filler filler)
    {
        var features = new Twofold(Kind(type, filler));
        if (filler.Phrase is { } phrase)
        {
            var words = reading.Words(phrase.Source);
            var count = (uint)(phrase.Last - phrase.First + 1);
            features.Add(2020, count);
            features.Add(2021, (uint)phrase.Source.Place * 10 + count);
            features.Add(2022, (uint)Math.Min(8, (phrase.End - phrase.Start) / 3));
            var (clauses, modifiers, particles) = (0u, 0u, 0u);
            for (var w = phrase.First; w < phrase.Last; w++)
            {
                var inner = Text(reading.Text, words[w]);
                clauses += reading.Rules.EndsClause(inner) ? 1u : 0;
                modifiers += reading.Rules.IsModifier(inner) ? 1u : 0;
                particles += reading.Rules.ParticleOf(inner) > 0 ? 1u : 0;
            }

            features.Add(2032, Math.Min(2, clauses));
            features.Add(2033, Math.Min(2, modifiers));
            features.Add(2034, Math.Min(3, particles));
            foreach (var mention in TextSpans.Within(reading.Tags.Mentions, phrase.Start, phrase.End))
            {
                features.Add(2037, (uint)mention.Type * 4 + (mention.Start == phrase.Start ? 1u : 0) + (mention.End == phrase.End ? 2u : 0));
            }
        }
        else if (filler.Date is { } date)
        {
            features.Add(2040, (uint)date.Kind);
            if (filler.Source.Place != FactPlace.Here)
            {
                features.Add(2041, 0);
            }
        }
        else
        {
            features.Add(2045, 0, reading.Text.AsSpan(filler.Start, filler.End - filler.Start), 0.5f);
        }

        return features.ToArray();
    }

    /// <summary>Features of what ends where this does, with or without a particle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Feature[] OfEnd(FactReading reading, string type, Filler filler)
    {
        var features = new Twofold(Kind(type, filler));
        var text = reading.Text;
        var follow = text.AsSpan(filler.End, Math.Min(4, text.Length - filler.End));
        features.Add(2002, (uint)filler.Source.Place, Particle(reading, text, filler));
        features.Add(2004, 0, follow[..Math.Min(1, follow.Length)]);
        features.Add(2005, 0, follow[..Math.Min(2, follow.Length)]);
        features.Add(2006, 0, follow);
        if (filler.Phrase is { } phrase)
        {
            var word = reading.Words(phrase.Source)[phrase.Last];
            var head = text.AsSpan(word.Start, phrase.End - word.Start);
            features.Add(2023, 0, head);
            features.Add(2024, 0, head[Math.Max(0, head.Length - 2)..]);
            features.Add(2025, 0, head[Math.Max(0, head.Length - 1)..]);
            features.Add(2027, phrase.Particle == 0 ? 0u : 1, text.AsSpan(phrase.End, phrase.Particle));
            features.Add(2035, reading.Rules.IsModifier(head) || reading.Rules.EndsClause(head) ? 1u : 0);
            features.Add(2036, word.Closes ? 1u : 0);
        }

        return features.ToArray();
    }

    /// <summary>Features of what ends where this does that it has for figures of a kind and unit.</summary>
    public static Feature[] OfFigure(FactReading reading, string type, AmountKind amount, string? unit, Filler filler)
    {
        var features = new Twofold(Kind(type, filler));
        if (filler.Phrase is { } phrase)
        {
            var head = reading.Text.AsSpan(reading.Words(phrase.Source)[phrase.Last].Start..phrase.End);
            features.Add(2038, (uint)amount, head[Math.Max(0, head.Length - 2)..]);
            features.Add(2039, 0, unit);
            features.Add(2047, FeatureHash.Of(unit), head[Math.Max(0, head.Length - 2)..]);
        }

        features.Add(2046, (uint)amount, Particle(reading, reading.Text, filler));
        return features.ToArray();
    }

    /// <summary>Features of all that stand to the label of their figure in one way.</summary>
    public static Feature[] OfLabelling(FactLabelling labelling)
    {
        var features = new Twofold(labelling.Kind);
        var shape = (labelling.Shape * 8) + labelling.Where;
        features.Add(2050, labelling.Where);
        features.Add(2051, shape);
        features.Add(2052, (shape * 4) + labelling.Back);
        features.Add(2053, (shape * 16) + (uint)labelling.Place);
        return features.ToArray();
    }

    /// <summary>Features that tell whether a phrase is the measure of what a figure says of its object.</summary>
    public static Feature[] OfMeasure(FactReading reading, FactAnchor anchor, string type, Filler of, Filler filler)
    {
        var features = new List<Feature>(20);
        var (text, kind) = (reading.Text, FeatureHash.Of(type));
        void Add(uint template, uint value, ReadOnlySpan<char> words = default)
        {
            features.Add(new Feature(FeatureHash.Of(template, value, words)));
            features.Add(new Feature(FeatureHash.Of(template + 500, value ^ kind, words)));
        }

        var places = ((uint)of.Source.Place * 16) + (uint)filler.Source.Place;
        var name = of.Mention is { } mention ? 1 + (uint)mention.Type : 0;
        Add(2600, places);
        Add(2601, (places * 16) + name);
        Add(2602, places, Tail(text, filler));
        Add(2603, (uint)anchor.Amount!.Kind * 256 + places);
        if (of.Source == filler.Source)
        {
            var behind = filler.Start >= of.End;
            var between = behind ? text.AsSpan(of.End, filler.Start - of.End) : text.AsSpan(filler.End, of.Start - filler.End);
            var side = (behind ? 1u : 0) + (filler.Start >= anchor.End ? 2u : 0) + (of.Start >= anchor.End ? 4u : 0);
            var (from, to) = behind ? (of.End, filler.Start) : (filler.End, of.Start);
            var figures = (uint)TextSpans.Count(reading.Tags.Amounts, from, to, 2);
            Add(2610, side);
            Add(2611, (side * 16) + (uint)Math.Min(8, between.Length / 2));
            Add(2612, side, between.Length <= 4 ? between : "…");
            Add(2613, (side * 4) + figures);
            Add(2614, (side * 16) + name);
        }

        if (of.Source.Place == FactPlace.Here)
        {
            var gap = of.End <= anchor.Start ? (uint)Math.Min(4, (anchor.Start - of.End) / 2) : 5;
            Add(2620, (gap * 256) + places);
        }

        return [.. features];
    }

    /// <summary>Features that tell whether what a figure says has no measure but its object.</summary>
    public static Feature[] OfNoMeasure(FactReading reading, FactAnchor anchor, string type, Filler of)
    {
        var text = reading.Text;
        var kind = FeatureHash.Of(type);
        var place = (uint)of.Source.Place;
        var unit = anchor.Amount!.Unit;
        return
        [
            new(FeatureHash.Of(2700, 0)), new(FeatureHash.Of(2701, kind)), new(FeatureHash.Of(2702, kind, unit)), new(FeatureHash.Of(2703, kind ^ (uint)anchor.Amount.Kind)),
            new(FeatureHash.Of(2704, place)), new(FeatureHash.Of(2705, kind ^ place)), new(FeatureHash.Of(2706, of.Mention is { } m ? 1 + (uint)m.Type : 0)),
            new(FeatureHash.Of(2707, 0, Tail(text, of))), new(FeatureHash.Of(2708, (uint)Math.Min(6, (of.End - of.Start) / 3))),
            new(FeatureHash.Of(2709, (uint)reading.Words(of.Source).Count(w => w.Start >= of.Start && w.End <= of.End))),
            new(FeatureHash.Of(2710, (uint)anchor.Statement.Block.Kind)),
        ];
    }

    /// <summary>Features of its place in the anchor's own statement.</summary>
    public static Feature[] OfPlacing(FactPlacing placing)
    {
        var features = new Twofold(placing.Kind);
        features.Add(2007, placing.Distance + (placing.Ahead ? 20u : 0));
        features.Add(2008, placing.Marks + (placing.Ahead ? 10u : 0));
        features.Add(2009, placing.Between is null ? 0u : 1, placing.Between);
        features.Add(2010, placing.Others);
        features.Add(2013, placing.Clauses + (placing.Ahead ? 10u : 0));
        if (placing.Last is { } last)
        {
            features.Add(2041, last ? 1u : 0);
        }

        return features.ToArray();
    }

    /// <summary>Parts the features of one type and sort of filler from the same of others.</summary>
    public static uint Kind(string type, Filler filler) =>
        FeatureHash.Of(type) ^ (filler.Mention is { } mention ? 1 + (uint)mention.Type : filler.Date is not null ? 20u : 30u);

    /// <summary>Features of something that may fill a role, each once for all and once for its type and sort.</summary>
    private readonly struct Twofold(uint kind)
    {
        private readonly List<Feature> _features = new(24);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(uint template, uint value, ReadOnlySpan<char> words = default, float strength = 1)
        {
            _features.Add(new Feature(FeatureHash.Of(template, value, words), strength));
            _features.Add(new Feature(FeatureHash.Of(template + 500, value ^ kind, words), strength));
        }

        public Feature[] ToArray() => [.. _features];
    }

    private static uint Figure(List<Feature> features, Amount amount)
    {
        features.Add(new Feature(FeatureHash.Of(1000, (uint)amount.Kind)));
        features.Add(new Feature(FeatureHash.Of(1001, amount.Unit)));
        features.Add(new Feature(FeatureHash.Of(1002, amount.Modifier is { } modifier ? 1 + (uint)modifier : 0)));
        features.Add(new Feature(FeatureHash.Of(1003, (uint)Math.Min(12, (amount.Low ?? "").Length))));
        features.Add(new Feature(FeatureHash.Of(1004, amount.Low == amount.High ? 0u : 1)));
        return (uint)amount.Kind;
    }

    private static uint Verb(List<Feature> features, FactAnchor anchor)
    {
        var type = FeatureHash.Of(anchor.Type);
        features.Add(new Feature(FeatureHash.Of(1005, type, anchor.Cue?.Id)));
        features.Add(new Feature(FeatureHash.Of(1006, type, anchor.Name is { } name ? 1 + (uint)name.Type : 0)));
        return type;
    }

    private static void Neighbour(List<Feature> features, uint template, uint here, int place, string text, List<FactWord> words, int at)
    {
        if (at < 0 || at >= words.Count)
        {
            return;
        }

        var word = Text(text, words[at]);
        var begin = word[..Math.Min(2, word.Length)];
        features.Add(new Feature(FeatureHash.Of(template, (uint)place, word)));
        features.Add(new Feature(FeatureHash.Of(template + 1, (uint)place, begin)));
        features.Add(new Feature(FeatureHash.Of(template + 2, ((uint)place * 100) + here, begin)));
        features.Add(new Feature(FeatureHash.Of(template + 3, 0, begin)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Word(List<Feature> features, uint template, string text, FactWord word, float strength)
    {
        var letters = Text(text, word);
        features.Add(new Feature(FeatureHash.Of(template, 0, letters), strength));
        features.Add(new Feature(FeatureHash.Of(template, 1, letters[..Math.Min(2, letters.Length)]), strength));
    }

    private static ReadOnlySpan<char> Tail(string text, Filler filler) => text.AsSpan(Math.Max(filler.Start, filler.End - 2), Math.Min(2, filler.End - filler.Start));

    private static ReadOnlySpan<char> Text(string text, FactWord word) => text.AsSpan(word.Start, word.End - word.Start);

    /// <summary>The particle behind a filler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<char> Particle(FactReading reading, string text, Filler filler)
    {
        if (filler.Phrase is { } phrase)
        {
            return text.AsSpan(phrase.End, phrase.Particle);
        }

        var end = filler.End;
        while (end < filler.Source.End && end - filler.End < 5 && text[end] is >= '가' and <= '힣')
        {
            end++;
        }

        var letters = text.AsSpan(filler.Start, end - filler.Start);
        return reading.Rules.ParticleOf(letters) is var length && length > 0 && length <= end - filler.End ? letters[^length..] : text.AsSpan(filler.End, end - filler.End);
    }

    private static bool InBracket(string text, int start, int at)
    {
        var open = text.LastIndexOf('(', Math.Max(start, at - 1), Math.Max(0, at - start));
        return open >= 0 && text.IndexOf(')', open, at - open) < 0;
    }
}
