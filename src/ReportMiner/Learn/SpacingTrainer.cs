using ReportMiner.Segment;

namespace ReportMiner.Learn;

/// <summary>
/// Learns the spacing model: logistic regression over hashed features, AdaGrad (Duchi et al. 2011), with features of
/// the words left out at random so that those of the document are learned too. The texts are gone through some
/// documents at a time, so that they may be large; a feature is learned from its second document on, since what only
/// one has helps no other. The weights are the mean over the last round. The same texts in the same order give the
/// same bytes.
/// </summary>
public static class SpacingTrainer
{
    private const int Bits = 22;
    private const int Rounds = 2;
    private const int FewestDocuments = 2;
    private const int NarrowestLine = 20;
    private const int WidestLine = 45;
    private const int LooseParagraphs = 300;
    private const int LooseCharacters = 40_000;
    private const int LooseWidths = 2;
    private const int WidthsApart = 11;
    private const int ExcerptParagraphs = 80;
    private const int Pool = 60_000;
    private const float ReportWeight = 2;
    private const float Rate = 0.1f;
    private const int LeftOutOfThousand = 200;
    private const float LargestWeight = 2;
    private const ulong Seed = 12345;

    /// <summary>Learns from the texts; gives the content of <c>models/taggers/spacing.bin</c> and the number of examples.</summary>
    public static (byte[] Model, int Examples) Train(IEnumerable<SpacingText> texts)
    {
        var dice = new Dice(Seed);
        var passages = texts.SelectMany(Passages).ToArray();
        var cells = new Cell[1 << Bits];
        var sums = new float[1 << Bits];
        int examples = 0, spaced = 0, pools = 0;
        for (var round = 0; round < Rounds; round++)
        {
            dice.Shuffle(passages.AsSpan());
            foreach (var pool in Pools(passages, round, dice))
            {
                foreach (var example in pool)
                {
                    Learn(cells, example, dice);
                    spaced += example.Spaced ? 1 : 0;
                }

                examples += pool.Length;
                if (round == Rounds - 1)
                {
                    Add(cells, sums);
                    pools++;
                }
            }
        }

        if (examples == 0)
        {
            throw new ArgumentException("the texts have no line ends to learn from", nameof(texts));
        }

        const float step = LargestWeight / sbyte.MaxValue;
        var share = (float)spaced / examples;
        var steps = Array.ConvertAll(sums, w => (sbyte)Math.Clamp(MathF.Round(w / pools / step), -sbyte.MaxValue, sbyte.MaxValue));
        return (new SpacingModel(steps, step, MathF.Log(share / (1 - share))).ToBytes(), examples);
    }

    private static void Add(Cell[] cells, float[] sums)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            sums[i] += cells[i].Weight;
        }
    }

    // Reports are read whole and in excerpts, so that what a short report says of itself gets its due weight, and at
    // every width; other texts in passages, each as one document, at widths that go round.
    private static IEnumerable<Passage> Passages(SpacingText text)
    {
        var paragraphs = WrappedText.Fold(text.Paragraphs);
        var widths = WidestLine - NarrowestLine + 1;
        if (text.IsReport)
        {
            return from part in paragraphs.Chunk(ExcerptParagraphs).Prepend([.. paragraphs])
                   from width in Enumerable.Range(NarrowestLine, widths)
                   select new Passage(part, [width], true);
        }

        return Loose(paragraphs).Select((part, i) =>
            new Passage(part, [.. Enumerable.Range(0, LooseWidths).Select(w => NarrowestLine + (((i * LooseWidths) + w) * 7 % widths))], false));
    }

    private static IEnumerable<string[]> Loose(IReadOnlyList<string> paragraphs)
    {
        var part = new List<string>();
        var characters = 0;
        foreach (var paragraph in paragraphs)
        {
            part.Add(paragraph);
            characters += paragraph.Length;
            if (part.Count >= LooseParagraphs || characters >= LooseCharacters)
            {
                yield return [.. part];
                part.Clear();
                characters = 0;
            }
        }

        yield return [.. part];
    }

    /// <summary>The examples of several passages at a time, mixed; those of loose texts at other widths each round.</summary>
    private static IEnumerable<Example[]> Pools(IReadOnlyList<Passage> passages, int round, Dice dice)
    {
        var pool = new List<Example>();
        for (var p = 0; p < passages.Count; p++)
        {
            foreach (var first in passages[p].Widths)
            {
                var width = passages[p].IsReport ? first : NarrowestLine + ((first - NarrowestLine + (round * WidthsApart)) % (WidestLine - NarrowestLine + 1));
                var wrapped = WrappedText.Of(passages[p].Paragraphs, width, varied: true);
                var features = new SpacingFeatures(new SpacingEvidence(wrapped.Lines));
                pool.AddRange(wrapped.Ends.Select(e =>
                    new Example([.. features.Of(wrapped.Lines[e.Line].Text, wrapped.Lines[e.Line + 1].Text)], e.Spaced, p + 1, passages[p].IsReport ? ReportWeight : 1)));
            }

            if (pool.Count >= Pool || p == passages.Count - 1)
            {
                var mixed = pool.ToArray();
                pool.Clear();
                dice.Shuffle(mixed.AsSpan());
                yield return mixed;
            }
        }
    }

    private static void Learn(Cell[] cells, Example example, Dice dice)
    {
        const uint mask = (1u << Bits) - 1;
        Span<uint> taken = stackalloc uint[example.Features.Length];
        var count = 0;
        var sum = 0f;
        for (var i = 0; i < example.Features.Length; i++)
        {
            var slot = example.Features[i] & mask;
            ref var cell = ref cells[slot];
            if (cell.Document != example.Document)
            {
                cell.Document = example.Document;
                cell.Documents++;
            }

            if (i >= SpacingFeatures.OfWords || dice.Below(1000) >= LeftOutOfThousand)
            {
                taken[count++] = slot;
                sum += cell.Weight;
            }
        }

        var slope = ((1 / (1 + MathF.Exp(-sum))) - (example.Spaced ? 1 : 0)) * example.Weight;
        foreach (var slot in taken[..count])
        {
            ref var cell = ref cells[slot];
            if (cell.Documents >= FewestDocuments)
            {
                cell.Squares += slope * slope;
                cell.Weight -= Rate * slope / MathF.Sqrt(cell.Squares + 1);
            }
        }
    }

    private struct Cell
    {
        public float Weight;
        public float Squares;
        public int Document;
        public int Documents;
    }

    private sealed record Passage(IReadOnlyList<string> Paragraphs, int[] Widths, bool IsReport);

    private sealed record Example(uint[] Features, bool Spaced, int Document, float Weight);
}
