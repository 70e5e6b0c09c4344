using System.Text.RegularExpressions;

namespace ReportMiner.Segment;

/// <summary>
/// Tells numbered notes from numbered headings and items where the page's geometry does not: a note has its number in
/// the text before it, or follows on the note before, or is an address.
/// </summary>
internal sealed partial class NoteLines(StructureRules rules, TypeSize size)
{
    private const int Reach = 150;
    private const int ReachAhead = 40;

    private readonly NoteMarkReader _reader = new(rules.Notes);

    public void Mark(List<Line> lines)
    {
        // The line where a number was last seen in the text, raised and by style: one pass over the report.
        var seen = new Dictionary<(int Number, NoteMarkStyle Style), int>();
        var last = 0;
        var lastLine = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (IsNote(lines, i, last, lastLine, seen) is { } head)
            {
                line.MakeNote(NoteRules.Number(head.Groups["n"].ValueSpan), line.OffsetOf(head.Length));
                last = NoteRules.Number(head.Groups["n"].ValueSpan);
                lastLine = i;
            }

            if (line.Role is not (LineRole.Note or LineRole.NoteRest))
            {
                See(line, i, seen);
            }
            else if (line.Marker is { } marker && NoteRules.Number(marker) is var number and > 0)
            {
                (last, lastLine) = (number, i);
            }
        }
    }

    private Match? IsNote(List<Line> lines, int i, int last, int lastLine, Dictionary<(int Number, NoteMarkStyle Style), int> seen)
    {
        var line = lines[i];
        if (line.Role is LineRole.Caption or LineRole.Toc or LineRole.TableRow or LineRole.Star or LineRole.Note or LineRole.NoteRest or LineRole.Source)
        {
            return null;
        }

        var match = Head().Match(line.Source.Text);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["n"];
        var number = NoteRules.Number(digits.ValueSpan);
        var raised = !char.IsAsciiDigit(digits.Value[0]) ||
            line.Source.Runs.Any(r => r.Superscript && r.Start <= digits.Index && r.End >= digits.Index + digits.Length);
        var bracket = match.Groups["b"].Success;
        var content = line.Source.Text[match.Length..].Trim();
        var follows = number == last + 1;
        var pointed = Seen(number, bracket, i, seen);
        if (raised)
        {
            return content.Length > 1 && (!line.Source.IsSet || (size.IsSmall(line) && (pointed || follows))) ? match : null;
        }

        if (line.Source.IsSet)
        {
            // Where there is print, what stands at no page's foot must be pointed to and be set smaller.
            return pointed && bracket && !line.BoldAll && size.IsSmall(line) ? match : null;
        }

        if (bracket)
        {
            return pointed || Address().IsMatch(content) || (follows && lastLine >= 0 && (i - lastLine <= 3 || SeenAhead(lines, i, number)) && !TitleLike(content)) ? match : null;
        }

        var tabbed = match.Groups["gap"].Value.Contains('\t');
        return tabbed && content.Length > 6 && (pointed || follows || last == 0) ? match : null;
    }

    private static bool Seen(int number, bool bracket, int index, Dictionary<(int Number, NoteMarkStyle Style), int> seen)
    {
        bool Near(NoteMarkStyle style) => seen.TryGetValue((number, style), out var at) && index - at <= Reach;
        return Near(NoteMarkStyle.Raised) || Near(NoteMarkStyle.Exponent) || Near(bracket ? NoteMarkStyle.Bracket : NoteMarkStyle.Bare);
    }

    // A dump may put a page's notes before the text that points to them.
    private bool SeenAhead(List<Line> lines, int index, int number)
    {
        for (var i = index + 1; i < Math.Min(lines.Count, index + ReachAhead); i++)
        {
            if (_reader.Read(lines[i].Text, NoteMarkReader.RaisedOf(lines[i]), 1).Exists(m => m.Number == number && m.Style is NoteMarkStyle.Raised or NoteMarkStyle.Bracket))
            {
                return true;
            }
        }

        return false;
    }

    private void See(Line line, int index, Dictionary<(int Number, NoteMarkStyle Style), int> seen)
    {
        foreach (var mark in _reader.Read(line.Text, NoteMarkReader.RaisedOf(line), 1))
        {
            seen[(mark.Number, mark.Style)] = index;
        }
    }

    private bool TitleLike(string content) => content.Length < 40 && !rules.SentenceEnd.IsMatch(content) && !content.Contains(',');

    [GeneratedRegex(@"^\s*(?:(?<n>\d{1,3})(?:(?<b>[)⁾])(?<gap>\s*)|(?<gap>[ \t]+))|(?<n>[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3})(?<b>[)⁾])?(?<gap>\s*))(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?:https?:|www\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
