using ReportMiner.Documents;

namespace ReportMiner.Resolve;

/// <summary>
/// What a date without a year leans on: the date mentioned before it in the same block, else in the block its bullet
/// belongs to, else the publication date.
/// </summary>
internal sealed class DateContext(SegmentedReport report, EdtfDate? published)
{
    private readonly List<(int Block, int Level, EdtfDate Date)> _mentions = [];
    private EdtfDate? _latestQuarter;
    private int _block = -1;

    /// <summary>When the report came out.</summary>
    public EdtfDate? Published => published;

    /// <summary>The date mentioned last in the present block or in one it stands under.</summary>
    public EdtfDate? Mentioned => _mentions.Count > 0 ? _mentions[^1].Date : null;

    /// <summary>The date mentioned last in the present block itself.</summary>
    public EdtfDate? MentionedHere => _mentions.Count > 0 && _mentions[^1].Block == _block ? _mentions[^1].Date : null;

    /// <summary>The quarter mentioned last, wherever: reports of a quarter speak of it for pages.</summary>
    public EdtfDate? Quarter => _latestQuarter;

    /// <summary>Goes on to the block that holds the offset; forgets what the new block does not stand under.</summary>
    public void MoveTo(int offset)
    {
        var before = _block;
        while (_block + 1 < report.Blocks.Length && report.Blocks[_block + 1].Start <= offset)
        {
            _block++;
        }

        if (_block == before || _block < 0)
        {
            return;
        }

        var block = report.Blocks[_block];
        var level = block.Kind == BlockKind.ListItem ? block.Level : 0;
        _mentions.RemoveAll(m => !(level > 0 && m.Level > 0 && m.Level < level));
    }

    /// <summary>Notes a resolved date for those after it.</summary>
    public void Note(EdtfDate date)
    {
        if (_block >= 0)
        {
            var block = report.Blocks[_block];
            _mentions.Add((_block, block.Kind == BlockKind.ListItem ? block.Level : 0, date));
        }

        if (date.Month is >= 33 and <= 36)
        {
            _latestQuarter = date;
        }
    }
}
