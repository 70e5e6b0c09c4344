using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>What the classifiers of facts see of an anchor and of what may fill its roles.</summary>
internal static class FactFeatures
{
    private const int Near = 14;

    /// <summary>Features that tell what a figure, or the verb of an event, says.</summary>
    public static Feature[] Of(FactReading reading, FactAnchor anchor)
    {
        var features = new List<Feature>();
        var (text, statement) = (reading.Text, anchor.Statement);
        var here = anchor.Amount is { } amount ? Figure(features, amount) : Verb(features, anchor);
        var after = text[anchor.End..Math.Min(statement.End, anchor.End + Near)];
        var before = text[Math.Max(statement.Start, anchor.Start - Near)..anchor.Start];
        for (var length = 1; length <= 5; length++)
        {
            features.Add(new Feature(FeatureHash.Of(1010, (uint)length, after.AsSpan(0, Math.Min(length, after.Length)))));
            features.Add(new Feature(FeatureHash.Of(1011, (uint)length, before.AsSpan(before.Length - Math.Min(length, before.Length)))));
        }

        Words(features, 1012, here, After(reading, anchor).Take(4));
        Words(features, 1016, here, Before(reading, anchor).Take(4));
        var tail = text[statement.Start..statement.End].TrimEnd(' ', '.', ')');
        for (var length = 1; length <= 5; length++)
        {
            features.Add(new Feature(FeatureHash.Of(1020, (uint)length, tail.AsSpan(tail.Length - Math.Min(length, tail.Length)))));
        }

        var kind = anchor.Type is null ? 0 : FeatureHash.Of(anchor.Type);
        foreach (var (cue, start, _) in reading.Cues(statement))
        {
            var distance = Math.Min(4, Math.Abs(start - anchor.Start) / 12);
            features.Add(new Feature(FeatureHash.Of(1021, kind + (start > anchor.Start ? 1u : 0), cue.Id)));
            features.Add(new Feature(FeatureHash.Of(1022, kind + (uint)((start > anchor.Start ? 10 : 0) + distance), cue.Id)));
        }

        foreach (var word in reading.Words(statement.Sources[0]))
        {
            Word(features, 1024 + kind, text, word, 0.4f);
        }

        foreach (var source in statement.Sources.Skip(1).Take(5))
        {
            foreach (var word in reading.Words(source))
            {
                Word(features, 1030 + (10 * (uint)source.Place), text, word, 0.4f);
            }
        }

        features.Add(new Feature(FeatureHash.Of(1110, (uint)(statement.Section?.Role ?? SectionRole.Other))));
        features.Add(new Feature(FeatureHash.Of(1111, (uint)statement.Block.Kind)));
        foreach (var date in TextSpans.Within(reading.Tags.Dates, statement.Start, statement.End))
        {
            var ahead = date.Edtf is { } edtf && reading.Metadata.Published is { } published && string.CompareOrdinal(edtf.TrimStart('.', '/'), published) > 0;
            features.Add(new Feature(FeatureHash.Of(1112, (uint)date.Kind, ahead ? 1u : 0)));
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

        features.Add(new Feature(FeatureHash.Of(1116, (uint)Math.Min(5, TextSpans.Within(reading.Tags.Amounts, statement.Start, statement.End).Count()))));
        features.Add(new Feature(FeatureHash.Of(1117, (uint)Math.Min(10, (statement.End - statement.Start) / 20))));
        features.Add(new Feature(FeatureHash.Of(1118, InBracket(text, statement.Start, anchor.Start) ? 1u : 0)));
        return [.. features];
    }

    /// <summary>Features that tell which of an anchor's roles something fills.</summary>
    public static Feature[] Of(FactReading reading, FactAnchor anchor, string type, Filler filler)
    {
        var features = new List<Feature>();
        var text = reading.Text;
        var kind = FeatureHash.Of(type) ^ (filler.Mention is { } m ? 1 + (uint)m.Type : filler.Date is not null ? 20u : 30u);
        void Add(uint template, uint value, ReadOnlySpan<char> words = default, float strength = 1)
        {
            features.Add(new Feature(FeatureHash.Of(template, value, words), strength));
            features.Add(new Feature(FeatureHash.Of(template + 500, value ^ kind, words), strength));
        }

        var place = (uint)filler.Source.Place;
        var isHere = filler.Source.Place == FactPlace.Here;
        var ahead = filler.Start >= anchor.End;
        var between = !isHere ? "" : ahead ? text[anchor.End..filler.Start] : text[Math.Min(filler.End, anchor.Start)..anchor.Start];
        Add(2000, place);
        Add(2001, (place * 2) + (ahead ? 1u : 0));
        var follow = text.AsSpan(filler.End, Math.Min(4, text.Length - filler.End));
        Add(2002, place, Particle(reading, text, filler));
        Add(2003, ahead ? 1u : 0, Particle(reading, text, filler));
        Add(2004, 0, follow[..Math.Min(1, follow.Length)]);
        Add(2005, 0, follow[..Math.Min(2, follow.Length)]);
        Add(2006, 0, follow);
        if (isHere)
        {
            Add(2007, (uint)Math.Min(12, between.Length / 4) + (ahead ? 20u : 0));
            Add(2008, (uint)Math.Min(3, between.Count(c => c is ',' or '(' or ')' or ';')) + (ahead ? 10u : 0));
            Add(2009, between.Length <= 8 ? 1u : 0, between.Length <= 8 ? between : "");
            Add(2010, Others(reading, anchor, filler));
            Add(2011, anchor.Cue is null ? 0u : FeatureHash.Of(anchor.Cue.Id), ahead ? "1" : "0");
            Add(2012, InBracket(text, anchor.Statement.Start, filler.Start) ? 1u : 0);
            Add(2013, ClausesBetween(reading, between) + (ahead ? 10u : 0));
        }

        if (anchor.Amount is not null && filler.Date is null)
        {
            var label = anchor.Label;
            var where = !isHere ? 0u : filler.Start >= label.Start && filler.End <= label.End ? 1u : ahead ? 2u : filler.End <= label.Start ? 3u : 4u;
            var several = (uint)Math.Min(3, label.Figures);
            var shape = (((((uint)Math.Min(3, label.Words) * 4) + several) * 2) + (label.IsLead ? 1u : 0)) * 8;
            Add(2050, where);
            Add(2051, shape + where);
            Add(2052, ((shape + where) * 4) + (uint)Math.Min(3, label.Back));
            Add(2053, ((shape + where) * 16) + place);
        }

        if (filler.Phrase is { } phrase)
        {
            OfPhrase(reading, anchor, phrase, Add);
        }
        else if (filler.Date is { } date)
        {
            Add(2040, (uint)date.Kind);
            Add(2041, date.Start < anchor.Start && isHere && !TextSpans.Within(reading.Tags.Dates, date.End, anchor.Start).Any() ? 1u : 0);
        }
        else
        {
            Add(2045, 0, text.AsSpan(filler.Start, filler.End - filler.Start), 0.5f);
        }

        if (anchor.Amount is { } amount)
        {
            Add(2046, (uint)amount.Kind, Particle(reading, text, filler));
        }

        return [.. features];
    }

    /// <summary>Features that tell whether a phrase is the measure of what a figure says of its object.</summary>
    public static Feature[] OfMeasure(FactReading reading, FactAnchor anchor, string type, Filler of, Filler filler)
    {
        var features = new List<Feature>();
        var text = reading.Text;
        void Add(uint template, uint value, ReadOnlySpan<char> words = default)
        {
            features.Add(new Feature(FeatureHash.Of(template, value, words)));
            features.Add(new Feature(FeatureHash.Of(template + 500, value ^ FeatureHash.Of(type), words)));
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
            var figures = (uint)Math.Min(2, TextSpans.Within(reading.Tags.Amounts, from, to).Count());
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

    private static ReadOnlySpan<char> Tail(string text, Filler filler) => text.AsSpan(Math.Max(filler.Start, filler.End - 2), Math.Min(2, filler.End - filler.Start));

    private static void OfPhrase(FactReading reading, FactAnchor anchor, FactPhrase phrase, Adding add)
    {
        var (text, words) = (reading.Text, reading.Words(phrase.Source));
        var count = (uint)(phrase.Last - phrase.First + 1);
        var head = text.AsSpan(words[phrase.Last].Start, phrase.End - words[phrase.Last].Start);
        add(2020, count);
        add(2021, (uint)phrase.Source.Place * 10 + count);
        add(2022, (uint)Math.Min(8, (phrase.End - phrase.Start) / 3));
        add(2023, 0, head);
        add(2024, 0, head[Math.Max(0, head.Length - 2)..]);
        add(2025, 0, head[Math.Max(0, head.Length - 1)..]);
        add(2026, 0, Text(text, words[phrase.First]));
        add(2027, phrase.Particle == 0 ? 0u : 1, phrase.Particle == 0 ? "" : text.AsSpan(phrase.End, phrase.Particle));
        if (phrase.First == 0)
        {
            add(2028, 1);
        }
        else
        {
            var before = Text(text, words[phrase.First - 1]);
            add(2029, reading.Rules.EndsClause(before) ? 1u : reading.Rules.IsModifier(before) ? 2u : reading.Rules.ParticleOf(before) > 0 ? 3u : 4u);
            add(2030, 0, before[Math.Max(0, before.Length - 1)..]);
            add(2031, words[phrase.First - 1].Closes || words[phrase.First].Opens ? 1u : 0);
        }

        var (clauses, modifiers, particles) = (0u, 0u, 0u);
        for (var w = phrase.First; w < phrase.Last; w++)
        {
            var inner = Text(text, words[w]);
            clauses += reading.Rules.EndsClause(inner) ? 1u : 0;
            modifiers += reading.Rules.IsModifier(inner) ? 1u : 0;
            particles += reading.Rules.ParticleOf(inner) > 0 ? 1u : 0;
        }

        add(2032, Math.Min(2, clauses));
        add(2033, Math.Min(2, modifiers));
        add(2034, Math.Min(3, particles));
        add(2035, reading.Rules.IsModifier(head) || reading.Rules.EndsClause(head) ? 1u : 0);
        add(2036, words[phrase.Last].Closes ? 1u : 0);
        foreach (var mention in TextSpans.Within(reading.Tags.Mentions, phrase.Start, phrase.End))
        {
            add(2037, (uint)mention.Type * 4 + (mention.Start == phrase.Start ? 1u : 0) + (mention.End == phrase.End ? 2u : 0));
        }

        if (anchor.Amount is { } amount)
        {
            add(2038, (uint)amount.Kind, head[Math.Max(0, head.Length - 2)..]);
            add(2039, 0, amount.Unit);
        }
    }

    private delegate void Adding(uint template, uint value, ReadOnlySpan<char> words = default, float strength = 1);

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

    private static IEnumerable<string> After(FactReading reading, FactAnchor anchor) =>
        reading.Words(anchor.Statement.Sources[0]).Where(w => w.Start >= anchor.End).Select(w => reading.Text[w.Start..w.End]);

    private static IEnumerable<string> Before(FactReading reading, FactAnchor anchor) =>
        Enumerable.Reverse(reading.Words(anchor.Statement.Sources[0])).Where(w => w.End <= anchor.Start).Select(w => reading.Text[w.Start..w.End]);

    private static void Words(List<Feature> features, uint template, uint here, IEnumerable<string> words)
    {
        var place = 0u;
        foreach (var word in words)
        {
            features.Add(new Feature(FeatureHash.Of(template, place, word)));
            features.Add(new Feature(FeatureHash.Of(template + 1, place, word.AsSpan(0, Math.Min(2, word.Length)))));
            features.Add(new Feature(FeatureHash.Of(template + 2, (place * 100) + here, word.AsSpan(0, Math.Min(2, word.Length)))));
            features.Add(new Feature(FeatureHash.Of(template + 3, 0, word.AsSpan(0, Math.Min(2, word.Length)))));
            place++;
        }
    }

    private static void Word(List<Feature> features, uint template, string text, FactWord word, float strength)
    {
        var letters = Text(text, word);
        features.Add(new Feature(FeatureHash.Of(template, 0, letters), strength));
        features.Add(new Feature(FeatureHash.Of(template, 1, letters[..Math.Min(2, letters.Length)]), strength));
    }

    private static ReadOnlySpan<char> Text(string text, FactWord word) => text.AsSpan(word.Start, word.End - word.Start);

    /// <summary>The particle behind a filler.</summary>
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

    /// <summary>How many of its kind stand between it and the anchor.</summary>
    private static uint Others(FactReading reading, FactAnchor anchor, Filler filler)
    {
        var (from, to) = filler.Start >= anchor.End ? (anchor.End, filler.Start) : (filler.End, anchor.Start);
        var between = filler.Date is not null ? TextSpans.Within(reading.Tags.Dates, from, to).Count()
            : filler.Mention is { } mention ? TextSpans.Within(reading.Tags.Mentions, from, to).Count(o => o.Type == mention.Type)
            : TextSpans.Within(reading.Tags.Amounts, from, to).Count();
        return (uint)Math.Min(3, between);
    }

    private static uint ClausesBetween(FactReading reading, string between)
    {
        var clauses = 0u;
        foreach (var word in between.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            clauses += reading.Rules.EndsClause(word.TrimEnd(',', '.')) ? 1u : 0;
        }

        return Math.Min(3, clauses);
    }

    private static bool InBracket(string text, int start, int at)
    {
        var open = text.LastIndexOf('(', Math.Max(start, at - 1), Math.Max(0, at - start));
        return open >= 0 && text.IndexOf(')', open, at - open) < 0;
    }
}
