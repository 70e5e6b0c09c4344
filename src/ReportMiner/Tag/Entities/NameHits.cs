namespace ReportMiner.Tag.Entities;

/// <summary>What lists and patterns found at each character of a stretch: 0, or 1 and the label it would have.</summary>
internal sealed class NameHits
{
    private readonly (byte List, byte Doubtful, byte Pattern)[] _hits;

    /// <param name="lists">Names of the gazetteers that need no evidence.</param>
    /// <param name="doubtful">Names of the gazetteers that do.</param>
    /// <param name="patterns">Finds of the patterns.</param>
    public NameHits(int length, IEnumerable<NameCandidate> lists, IEnumerable<NameCandidate> doubtful, IEnumerable<NameCandidate> patterns)
    {
        _hits = new (byte, byte, byte)[length];
        Mark(lists, (ref (byte List, byte, byte) h, byte v) => h.List = v);
        Mark(doubtful, (ref (byte, byte Doubtful, byte) h, byte v) => h.Doubtful = v);
        Mark(patterns, (ref (byte, byte, byte Pattern) h, byte v) => h.Pattern = v);
    }

    private delegate void Setter(ref (byte, byte, byte) hit, byte value);

    public (byte List, byte Doubtful, byte Pattern) this[int place] => place < _hits.Length ? _hits[place] : default;

    private void Mark(IEnumerable<NameCandidate> names, Setter set)
    {
        foreach (var name in NameOverlaps.Settle([.. names]))
        {
            var labels = NameLabels.Spell(name.Type, name.End - name.Start);
            for (var i = 0; i < labels.Length; i++)
            {
                set(ref _hits[name.Start + i], (byte)(labels[i] + 1));
            }
        }
    }
}
