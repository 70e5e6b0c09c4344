namespace ReportMiner.Segment;

/// <summary>How many blocks of a report open with the same kind of marker, and how many of those are one short line.</summary>
internal sealed class AlikeBlocks
{
    private const int ShortLine = 40;

    private readonly Dictionary<(LineRole, string), (int Count, int Shorts)> _blocks = [];

    public AlikeBlocks(List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            var key = (draft.Role, HeadingJudge.Sign(draft));
            var (count, shorts) = _blocks.GetValueOrDefault(key);
            _blocks[key] = (count + 1, shorts + (draft.Lines.Count == 1 && draft.First.Text.Length <= ShortLine ? 1 : 0));
        }
    }

    public (int Count, int Shorts) this[Draft draft] => _blocks[(draft.Role, HeadingJudge.Sign(draft))];
}
