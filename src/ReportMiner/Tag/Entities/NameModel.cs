using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>Reads names off the learned labels of the characters. Long stretches are read in windows that end between words.</summary>
internal sealed class NameModel(ISequenceTagger tagger)
{
    public const string FileName = "taggers/names.bin";
    public const string Source = "model:names";

    private const int Window = 1500;

    public NameReading Read(Stretch stretch, DocumentWords words, NameHits hits)
    {
        var windows = new List<(int From, int To, ISequenceTagging Tagging)>();
        foreach (var (from, to) in Windows(stretch.Text))
        {
            windows.Add((from, to, tagger.Tag(SyllableFeatures.Of(stretch, from, to, words, hits))));
        }

        return new NameReading(windows);
    }

    /// <summary>Parts a text into stretches of bounded length, at white space where there is any.</summary>
    public static IEnumerable<(int From, int To)> Windows(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var to = Math.Min(text.Length, from + Window);
            if (to < text.Length && text.LastIndexOfAny([' ', '\t', '\n'], to - 1, Window / 2) is >= 0 and var space)
            {
                to = space + 1;
            }

            yield return (from, to);
            from = to;
        }
    }
}

/// <summary>What the model makes of one stretch. Offsets are into the stretch.</summary>
internal sealed class NameReading(List<(int From, int To, ISequenceTagging Tagging)> windows)
{
    /// <summary>The names of the likeliest labelling.</summary>
    public IEnumerable<(int Start, int End, EntityType Type)> Names() =>
        windows.SelectMany(w => NameLabels.Names(w.Tagging.Best).Select(n => (n.Start + w.From, n.End + w.From, n.Type)));

    /// <summary>The probability that exactly this is a name of this type.</summary>
    public double Probability(int start, int end, EntityType type)
    {
        foreach (var (from, to, tagging) in windows)
        {
            if (from <= start && end <= to)
            {
                return tagging.Probability(start - from, NameLabels.Spell(type, end - start));
            }
        }

        return 0;
    }
}
