using ReportMiner.Segment;

namespace ReportMiner.Learn;

/// <summary>
/// Learns the spacing model: logistic regression over hashed features, AdaGrad (Duchi et al. 2011), with features of
/// the words left out at random so that those of the document are learned too. The same texts in the same order give
/// the same bytes.
/// </summary>
public static class SpacingTrainer
{
    private const int Bits = 20;
    private const int Rounds = 2;
    private const int FewestDocuments = 2;
    private const int NarrowestLine = 20;
    private const int WidestLine = 45;
    private const int LooseParagraphs = 120;
    private const int LooseWidths = 3;
    private const int ExcerptParagraphs = 80;
    private const float ReportWeight = 2;
    private const float Rate = 0.1f;
    private const float LeftOut = 0.3f;
    private const float LargestWeight = 2;

    /// <summary>Learns from the texts; gives the content of <c>models/taggers/spacing.bin</c> and the number of examples.</summary>
    public static (byte[] Model, int Examples) Train(IEnumerable<SpacingText> texts)
    {
        var examples = texts.SelectMany(Documents).SelectMany((d, i) => Examples(d, i + 1)).ToList();
        if (examples.Count == 0)
        {
            throw new ArgumentException("the texts have no line ends to learn from", nameof(texts));
        }

        var weights = Learn(examples, Common(examples));
        var spaced = (float)examples.Count(e => e.Spaced) / examples.Count;
        var step = LargestWeight / sbyte.MaxValue;
        var steps = Array.ConvertAll(weights, w => (sbyte)Math.Clamp(MathF.Round(w / step), -sbyte.MaxValue, sbyte.MaxValue));
        return (new SpacingModel(steps, step, MathF.Log(spaced / (1 - spaced))).ToBytes(), examples.Count);
    }

    // Reports are read whole and in excerpts, so that what a short report says of itself gets its due weight; loose
    // sentences in batches, each as one document.
    private static IEnumerable<SpacingText> Documents(SpacingText text)
    {
        var paragraphs = WrappedText.Fold(text.Paragraphs);
        var parts = paragraphs.Chunk(text.IsReport ? ExcerptParagraphs : LooseParagraphs).Select(c => text with { Paragraphs = c });
        return text.IsReport ? parts.Prepend(text with { Paragraphs = paragraphs }) : parts;
    }

    private static IEnumerable<Example> Examples(SpacingText text, int document)
    {
        for (var width = NarrowestLine; width <= WidestLine; width++)
        {
            if (!text.IsReport && width % LooseWidths != 0)
            {
                continue;
            }

            var wrapped = WrappedText.Of(text.Paragraphs, width, varied: true);
            var features = new SpacingFeatures(new SpacingEvidence(wrapped.Lines));
            foreach (var (line, spaced) in wrapped.Ends)
            {
                var slots = features.Of(wrapped.Lines[line].Text, wrapped.Lines[line + 1].Text).ConvertAll(f => (int)(f & ((1u << Bits) - 1)));
                yield return new Example([.. slots], spaced, document, text.IsReport ? ReportWeight : 1);
            }
        }
    }

    /// <summary>Features met in several documents; what only one has is learned by heart and helps no other.</summary>
    private static bool[] Common(List<Example> examples)
    {
        var last = new int[1 << Bits];
        var documents = new int[1 << Bits];
        foreach (var example in examples)
        {
            foreach (var slot in example.Slots)
            {
                documents[slot] += last[slot] == example.Document ? 0 : 1;
                last[slot] = example.Document;
            }
        }

        return Array.ConvertAll(documents, d => d >= FewestDocuments);
    }

    private static float[] Learn(List<Example> examples, bool[] common)
    {
        var weights = new float[1 << Bits];
        var squares = new float[1 << Bits];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice();
        var taken = new List<int>();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = dice.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            foreach (var example in order.Select(o => examples[o]))
            {
                taken.Clear();
                var sum = 0f;
                for (var i = 0; i < example.Slots.Length; i++)
                {
                    if (i >= SpacingFeatures.OfWords || dice.Below(1000) >= LeftOut * 1000)
                    {
                        taken.Add(example.Slots[i]);
                        sum += weights[example.Slots[i]];
                    }
                }

                var slope = ((1 / (1 + MathF.Exp(-sum))) - (example.Spaced ? 1 : 0)) * example.Weight;
                foreach (var slot in taken)
                {
                    if (common[slot])
                    {
                        squares[slot] += slope * slope;
                        weights[slot] -= Rate * slope / MathF.Sqrt(squares[slot] + 1);
                    }
                }
            }
        }

        return weights;
    }

    private sealed record Example(int[] Slots, bool Spaced, int Document, float Weight);

    /// <summary>Knuth's MMIX generator: the same throws on every machine.</summary>
    private sealed class Dice
    {
        private ulong _state = 12345;

        public int Below(int limit)
        {
            _state = (_state * 6364136223846793005UL) + 1442695040888963407UL;
            return (int)((_state >> 33) % (ulong)limit);
        }
    }
}
