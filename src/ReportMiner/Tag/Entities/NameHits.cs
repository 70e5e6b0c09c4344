namespace ReportMiner.Tag.Entities;

/// <summary>What lists and patterns found at each character of a stretch: 0, or 1 and the label it would have.</summary>
/// <param name="length">Characters of the stretch.</param>
/// <param name="lists">Names of the gazetteers that need no evidence.</param>
/// <param name="doubtful">Names of the gazetteers that do.</param>
/// <param name="patterns">Finds of the patterns.</param>
internal sealed class NameHits(int length, IEnumerable<NameCandidate> lists, IEnumerable<NameCandidate> doubtful, IEnumerable<NameCandidate> patterns)
{
    private readonly byte[] _lists = Mark(length, lists);
    private readonly byte[] _doubtful = Mark(length, doubtful);
    private readonly byte[] _patterns = Mark(length, patterns);

    public (byte List, byte Doubtful, byte Pattern) this[int place] => place < _lists.Length ? (_lists[place], _doubtful[place], _patterns[place]) : default;

    private static byte[] Mark(int length, IEnumerable<NameCandidate> names)
    {
        var hits = new byte[length];
        foreach (var name in NameOverlaps.Settle([.. names]))
        {
            var labels = NameLabels.Spell(name.Type, name.End - name.Start);
            for (var i = 0; i < labels.Length; i++)
            {
                hits[name.Start + i] = (byte)(labels[i] + 1);
            }
        }

        return hits;
    }
}
