using System.Globalization;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>A source line with its white space folded, and what Segment has found out about it.</summary>
internal sealed class Line
{
    private readonly int[] _map;

    public Line(SourceLine source, int index, bool opensPage)
    {
        Source = source;
        Index = index;
        OpensPage = opensPage;
        var text = new StringBuilder(source.Text.Length);
        var map = new List<int>(source.Text.Length);
        for (var i = 0; i < source.Text.Length; i++)
        {
            var c = source.Text[i];
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
                map.Add(i);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
                map.Add(i);
            }
        }

        EndsInSpace = text.Length > 0 && text[^1] == ' ';
        if (EndsInSpace)
        {
            text.Length--;
            map.RemoveAt(map.Count - 1);
        }

        Text = text.ToString();
        _map = [.. map];
        Extent = source.Box?.X1 ?? DisplayWidth(source.Text.AsSpan().TrimEnd());
    }

    public SourceLine Source { get; }

    /// <summary>Place in the report's lines.</summary>
    public int Index { get; }

    public bool OpensPage { get; }

    /// <summary>The text without outer white space, inner white space folded to one space.</summary>
    public string Text { get; }

    /// <summary>Whether white space stood at the line's end: in dumps of PDFs it tells a break between words from one inside a word.</summary>
    public bool EndsInSpace { get; }

    /// <summary>How far the line reaches to the right: points for PDF, columns (Hangul counts two) for text.</summary>
    public double Extent { get; }

    /// <summary>Whether all of the content is bold.</summary>
    public bool BoldAll => All(r => r.Bold);

    /// <summary>Whether the content's runs, the marker's left aside, are all of a kind.</summary>
    public bool All(Func<SourceRun, bool> kind)
    {
        var from = _map[Math.Min(ContentStart, _map.Length - 1)];
        var runs = Source.Runs.Where(r => r.End > from && Source.Text.AsSpan(r.Start, r.End - r.Start).Trim().Length > 0).ToList();
        return runs.Count > 0 && runs.TrueForAll(r => kind(r));
    }

    /// <summary>Whether the line reaches the right edge of the lines around it, so that the next may go on.</summary>
    public bool Full { get; set; }

    /// <summary>Where the lines around it end on the right, in the measure of <see cref="Extent"/>.</summary>
    public double Edge { get; set; }

    public LineRole Role { get; set; }

    /// <summary>The bookmark whose title the line, or the lines round it, say.</summary>
    public Bookmark? Bookmark { get; set; }

    public MarkerFamily? Family { get; set; }

    /// <summary>The marker as printed, or null.</summary>
    public string? Marker { get; set; }

    /// <summary>Where the content starts in <see cref="Text"/>.</summary>
    public int ContentStart { get; set; }

    /// <summary>Characters at the head that are layout residue: a markdown dash before the report's own sign, a lost bullet.</summary>
    public int Skip { get; set; }

    public string Content => Text[ContentStart..];

    /// <summary>Whether the note is an endnote: its number may stand chapters before it.</summary>
    public bool Endnote { get; set; }

    /// <summary>Makes the line a numbered note.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="contentStart">Where the note itself starts in <see cref="Text"/>.</param>
    public void MakeNote(int number, int contentStart)
    {
        Role = LineRole.Note;
        Family = null;
        Skip = 0;
        Marker = number.ToString(CultureInfo.InvariantCulture);
        ContentStart = contentStart;
    }

    /// <summary>Makes the line a note that the source states.</summary>
    public void MakeNote(SourceNote note)
    {
        MakePlain();
        Role = LineRole.Note;
        Marker = note.Marker;
        ContentStart = Math.Min(Text.Length, OffsetOf(note.Length) is var end && end < Text.Length && Text[end] == ' ' ? end + 1 : end);
    }

    /// <summary>Makes the line a source line.</summary>
    public void MakeSource()
    {
        MakePlain();
        Role = LineRole.Source;
    }

    /// <summary>Makes the line go on with the note before it.</summary>
    public void MakeNoteRest()
    {
        MakePlain();
        Role = LineRole.NoteRest;
    }

    /// <summary>Makes the line one that nothing opens.</summary>
    public void MakePlain()
    {
        Role = LineRole.Plain;
        Family = null;
        Marker = null;
        Skip = 0;
        ContentStart = 0;
    }

    /// <summary>The source offset of a character of <see cref="Text"/>.</summary>
    public int SourceOffset(int offset) => _map[offset];

    /// <summary>The offset in <see cref="Text"/> of the first character at or after a source offset.</summary>
    public int OffsetOf(int source)
    {
        var i = Array.BinarySearch(_map, source);
        return i < 0 ? ~i : i;
    }

    private static int DisplayWidth(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
        {
            width += c >= '\u1100' ? 2 : c == '\t' ? 4 : 1;
        }

        return width;
    }
}
