using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Read.Text;

/// <summary>
/// Takes the markup out of one line at a time and keeps what it says as runs and hints. Markdown is read only in
/// files that are markdown; the HTML tags that text recognition leaves behind are read everywhere.
/// Everything taken out is listed in the removals.
/// </summary>
internal sealed partial class MarkupReader(bool markdown, ImmutableArray<Removal>.Builder removed)
{
    private readonly StringBuilder _text = new();
    private readonly List<SourceRun> _runs = [];
    private readonly List<TextSpan> _cells = [];
    private readonly StringBuilder _taken = new();
    private int _runStart;
    private int _cellStart = -1;
    private bool _bold;
    private bool _superscript;
    private int _listDepth;

    public bool Markdown { get; } = markdown;

    /// <summary>Whether a text is markdown: headings by #, or stars that pair off or are escaped.</summary>
    public static bool IsMarkdown(string text) =>
        HashHeading().Count(text) >= 2 || (HashHeading().IsMatch(text) && text.Contains("**", StringComparison.Ordinal)) || PairedStars().Count(text) >= 3;

    /// <summary>Reads one line of the file into none (blank, a rule), one, or several (block tags) lines.</summary>
    public void Read(ReadOnlySpan<char> raw, int number, int blankBefore, ImmutableArray<SourceLine>.Builder lines)
    {
        var line = raw.ToString();
        var trimmed = line.Trim();
        if (trimmed.Length == 0)
        {
            return;
        }

        if (Markdown && Rule().IsMatch(trimmed))
        {
            removed.Add(new Removal(RemovalReason.Markup, trimmed, null, number));
            return;
        }

        var hint = LineHint.None;
        var level = 0;
        var at = 0;
        if (Markdown && HashHeading().Match(line) is { Success: true } hash)
        {
            hint = LineHint.Heading;
            level = hash.Groups["hash"].Length;
            at = hash.Length;
            _taken.Append(hash.Groups["hash"].ValueSpan);
        }

        var pipes = trimmed.Length > 2 && trimmed[0] == '|' && trimmed[^1] == '|';
        var tabs = !pipes && TabRow().IsMatch(line);
        // A row of a tab table keeps its breaks inside the cell.
        var inRow = pipes || tabs || line.Contains("<td", StringComparison.OrdinalIgnoreCase) || line.Contains("<th", StringComparison.OrdinalIgnoreCase);
        if (pipes || tabs)
        {
            _cellStart = 0;
        }

        void Emit()
        {
            CloseCell(next: false);
            EndRun();
            if (_text.ToString().AsSpan().Trim().Length > 0)
            {
                lines.Add(new SourceLine
                {
                    Page = 0,
                    Number = number,
                    Text = _text.ToString(),
                    Runs = [.. _runs],
                    BlankLinesBefore = blankBefore,
                    Hint = _cells.Count > 1 ? LineHint.TableRow : hint,
                    HintLevel = level,
                    Cells = _cells.Count > 1 ? [.. _cells] : [],
                });
            }

            _text.Clear();
            _runs.Clear();
            _cells.Clear();
            _runStart = 0;
            hint = LineHint.None;
            level = 0;
        }

        while (at < line.Length)
        {
            var c = line[at];
            if (c == '<' && Tag().Match(line, at) is { Success: true } tag && tag.Index == at)
            {
                _taken.Append(tag.ValueSpan);
                at += tag.Length;
                var name = tag.Groups["name"].Value.ToLowerInvariant();
                var closes = tag.Groups["close"].Success;
                switch (name)
                {
                    case "b" or "strong":
                        EndRun();
                        _bold = !closes;
                        break;
                    case "sup":
                        EndRun();
                        _superscript = !closes;
                        break;
                    case "td" or "th":
                        if (closes) { CloseCell(next: false, keepEmpty: true); } else { _cellStart = Append(_cells.Count > 0 ? "\t" : ""); }
                        break;
                    case "ul" or "ol":
                        _listDepth = Math.Max(0, _listDepth + (closes ? -1 : 1));
                        break;
                    case "li" or "p" or "div" or "tr" or "br" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when inRow:
                        Append(" ");
                        break;
                    case "li" or "p" or "div" or "tr" or "br" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                        Emit();
                        if (!closes && name == "li")
                        {
                            hint = LineHint.ListItem;
                            level = Math.Max(1, _listDepth);
                        }
                        else if (!closes && name[0] == 'h')
                        {
                            hint = LineHint.Heading;
                            level = name[1] - '0';
                        }

                        break;
                    default:
                        break;
                }
            }
            else if (c == '&' && Entity().Match(line, at) is { Success: true } entity && entity.Index == at)
            {
                Append(WebUtility.HtmlDecode(entity.Value));
                at += entity.Length;
            }
            else if (Markdown && c == '\\' && at + 1 < line.Length && char.IsAsciiLetterOrDigit(line[at + 1]) is false && line[at + 1] < 128 && line[at + 1] != ' ')
            {
                _taken.Append(c);
                Append(line[at + 1].ToString());
                at += 2;
            }
            else if (Markdown && c == '*' && at + 1 < line.Length && line[at + 1] == '*')
            {
                _taken.Append("**");
                EndRun();
                _bold = !_bold;
                at += 2;
            }
            else if (pipes && c == '|')
            {
                _taken.Append(c);
                CloseCell(next: true);
                at++;
            }
            else if (tabs && c == '\t' && _text.Length > 0)
            {
                CloseCell(next: true);
                at++;
            }
            else if (c == '\uFFFD' || c == '\u200B' || c == '\uFEFF' || (char.IsControl(c) && c != '\t'))
            {
                // U+FFFD at the head of a line is a lost bullet: it stays for Segment to see. Elsewhere it is a lost blank.
                if (c == '\uFFFD' && _text.ToString().AsSpan().Trim().Length == 0)
                {
                    Append("\uFFFD");
                }
                else
                {
                    removed.Add(new Removal(RemovalReason.Unreadable, c.ToString(), null, number));
                }

                at++;
            }
            else
            {
                Append(c == '\u00A0' ? " " : c.ToString());
                at++;
            }
        }

        // Bold does not run over a line's end in what text recognition writes; an unpaired mark ends here.
        Emit();
        _bold = false;
        _superscript = false;
        if (_taken.Length > 0)
        {
            removed.Add(new Removal(RemovalReason.Markup, _taken.ToString(), null, number));
            _taken.Clear();
        }
    }

    private int Append(string s)
    {
        _text.Append(s);
        return _text.Length;
    }

    private void EndRun()
    {
        if (_text.Length > _runStart)
        {
            _runs.Add(new SourceRun(_runStart, _text.Length, null, null, 0, null, _bold, _superscript));
        }

        _runStart = _text.Length;
    }

    private void CloseCell(bool next, bool keepEmpty = false)
    {
        if (_cellStart >= 0 && !(next && _cells.Count == 0 && _text.Length == 0))
        {
            if (keepEmpty || _text.Length > 0 || _cells.Count > 0)
            {
                var end = _text.Length;
                var start = Math.Min(_cellStart, end);
                while (start < end && char.IsWhiteSpace(_text[start])) { start++; }
                while (end > start && char.IsWhiteSpace(_text[end - 1])) { end--; }
                if (next || keepEmpty || end > start) { _cells.Add(new TextSpan(start, end)); }
            }
        }

        _cellStart = next ? Append(_cells.Count > 0 || _text.Length > 0 ? "\t" : "") : -1;
    }

    [GeneratedRegex(@"^[ \t]{0,3}(?<hash>#{1,6})[ \t]+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HashHeading();

    [GeneratedRegex(@"\*\*[^*\n]+\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex PairedStars();

    [GeneratedRegex(@"^(?:-{3,}|\*{3,}|_{3,}|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    // A tab between two cells. What stands before the first tab must be more than a bullet or a note number.
    [GeneratedRegex(@"^[ ]{0,2}(?!\d{1,3}\)?\t)[^\s\uFFFD•○ㅇ□■\-–*※⇒][^\t]*[^\s\t\uFFFD][^\t]*\t\s*[^\s\uFFFD]|^[^\s\d\uFFFD•○ㅇ□■\-–*※⇒]\t[^\s\uFFFD]", RegexOptions.CultureInvariant)]
    private static partial Regex TabRow();

    [GeneratedRegex(@"\G<(?<close>/)?(?<name>b|i|u|em|strong|sup|sub|br|p|div|span|ul|ol|li|table|thead|tbody|tr|th|td|img|a|h[1-6]|hr|center|font)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G&(?:lt|gt|amp|quot|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
