using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>Reads names off the learned labels of the characters. Long stretches are read in windows that end between words.</summary>
internal sealed class NameModel(ISequenceTagger tagger)
{
    public const string FileName = "taggers/names.bin";
    public const string Source = "model:names";

    private const int Window = 1500;

    /// <summary>Reads a stretch; what lists and patterns find in it is seen by the model, and rated.</summary>
    public NameReading Read(Stretch stretch, DocumentWords words, NameFinds finds)
    {
        var features = new SyllableFeatures(stretch, words, finds.Hits(stretch.Text.Length));
        return new NameReading([.. Windows(stretch.Text)], (from, to) => tagger.Tag(features.Of(from, to)), [.. finds.All.Select(n => (n.Start, n.End, n.Type))]);
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

/// <summary>
/// What the model makes of one stretch: its names, and the probability of those and of others it is asked for. Offsets
/// are into the stretch. The sums over labellings take half a kilobyte a character; they are not kept, but made again
/// for the few places that are asked for later. Not thread-safe.
/// </summary>
internal sealed class NameReading
{
    private readonly List<(int From, int To)> _windows;
    private readonly Func<int, int, ISequenceTagging> _tag;
    private readonly Dictionary<(int Start, int End, EntityType Type), double> _rated = [];

    /// <param name="windows">The parts of the stretch that are read one by one.</param>
    /// <param name="tag">Reads one.</param>
    /// <param name="asked">Places whose probability will be asked for.</param>
    public NameReading(List<(int From, int To)> windows, Func<int, int, ISequenceTagging> tag, List<(int Start, int End, EntityType Type)> asked)
    {
        _windows = windows;
        _tag = tag;
        var names = new List<(int Start, int End, EntityType Type)>();
        var inside = asked.Where(a => a.End > a.Start).ToLookup(a => WindowOf(a.Start, a.End));
        for (var w = 0; w < windows.Count; w++)
        {
            var (from, to) = windows[w];
            var tagging = tag(from, to);
            var found = NameLabels.Names(tagging.Best).Select(n => (Start: n.Start + from, End: n.End + from, n.Type)).ToList();
            foreach (var name in found.Concat(inside[w]))
            {
                _rated[name] = Rate(tagging, from, name);
            }

            names.AddRange(found);
        }

        Names = names;
    }

    /// <summary>The names of the likeliest labelling.</summary>
    public IReadOnlyList<(int Start, int End, EntityType Type)> Names { get; }

    /// <summary>The probability that exactly this is a name of this type; 0 where it crosses a window's end.</summary>
    public double Probability(int start, int end, EntityType type)
    {
        if (_rated.TryGetValue((start, end, type), out var rated))
        {
            return rated;
        }

        var window = WindowOf(start, end);
        return _rated[(start, end, type)] = window < 0 ? 0 : Rate(_tag(_windows[window].From, _windows[window].To), _windows[window].From, (start, end, type));
    }

    /// <summary>The window that holds a stretch, or -1.</summary>
    private int WindowOf(int start, int end)
    {
        var window = TextSpans.First(_windows.Count, w => _windows[w].To > start);
        return window < _windows.Count && end <= _windows[window].To ? window : -1;
    }

    private static double Rate(ISequenceTagging tagging, int from, (int Start, int End, EntityType Type) name) =>
        tagging.Probability(name.Start - from, NameLabels.Spell(name.Type, name.End - name.Start));
}
