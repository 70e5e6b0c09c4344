using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Dates;

/// <summary>
/// The forms of <c>models/rules/dates.json</c> made ready to match. They are tried, in their order, only where the
/// gate lets in: one cheap compiled pattern that sees whether a date may open here. So the many forms cost little
/// time on text without dates, and are interpreted: compiling them would cost every start more than it saves.
/// </summary>
internal sealed class DatePatterns
{
    /// <summary>The rules' file in the models folder.</summary>
    public const string FileName = "rules/dates.json";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly SearchValues<char> _opens;
    private readonly Regex _masks;
    private readonly Regex _gate;
    private readonly ImmutableArray<(DateRule Rule, Regex Pattern)> _text;
    private readonly ImmutableArray<(DateRule Rule, Regex Pattern)> _cell;
    private readonly Regex _since;
    private readonly Regex _until;
    private readonly ImmutableSortedDictionary<string, int> _values;
    private readonly ImmutableSortedDictionary<string, RelativeTerm> _terms;

    /// <exception cref="ResourceException">The file is missing or a pattern is not valid.</exception>
    public DatePatterns(ResourceDirectory resources)
    {
        var file = resources.ReadJson<DateRuleFile>(FileName);
        Rules = file.Rules;
        _opens = SearchValues.Create(file.Opens);
        _values = file.Values.WithComparers(StringComparer.Ordinal);
        _terms = file.Terms.Select(t => t.ToTerm()).ToImmutableSortedDictionary(t => Squeeze(t.Text), t => t, StringComparer.Ordinal);
        var terms = string.Join('|', file.Terms
            .Where(t => t.ToTerm().Unit == RelativeUnit.Year)
            .Select(t => t.Text).OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal)
            .Select(t => t.Replace(" ", " ?", StringComparison.Ordinal)));
        var fragments = file.Fragments.Add("yearTerms", terms);
        Regex Make(string name, string pattern, RegexOptions more = RegexOptions.None)
        {
            try
            {
                return new Regex(Expand(pattern, fragments, ""), Options | more);
            }
            catch (ArgumentException e)
            {
                throw new ResourceException($"{FileName}: {name}: the pattern is not valid", e);
            }
        }

        _masks = Make("masks", file.Masks);
        _since = Make("since", @"\G(?:" + file.Since + ")");
        _until = Make("until", @"\G(?:" + file.Until + ")");
        _gate = Make("gate", @"\G(?:" + file.Gate + ")", RegexOptions.Compiled);
        _cell = [.. Rules.Where(r => r.Cell).Select(r => (r, Make(r.Id, @"\G(?:" + r.Pattern + ")")))];
        _text = [.. Rules.Where(r => !r.Cell).Select(r => (r, Make(r.Id, @"\G(?:" + r.Pattern + ")")))];
    }

    /// <summary>The rules in the order in which they are tried.</summary>
    public ImmutableArray<DateRule> Rules { get; }

    /// <summary>Stretches of the text that hold no dates.</summary>
    public IEnumerable<TextSpan> Masked(string text)
    {
        foreach (Match match in _masks.Matches(text))
        {
            yield return new TextSpan(match.Index, match.Index + match.Length);
        }
    }

    /// <summary>The dates of a segment; offsets are relative to it.</summary>
    /// <param name="segment">The segment's text.</param>
    /// <param name="wholeCell">Whether the segment is a table's cell.</param>
    public IEnumerable<DateExpression> Read(string segment, bool wholeCell)
    {
        if (wholeCell && Match(_cell, segment, 0) is { } cell)
        {
            yield return cell;
            yield break;
        }

        for (var at = 0; at < segment.Length;)
        {
            var next = segment.AsSpan(at).IndexOfAny(_opens);
            if (next < 0)
            {
                yield break;
            }

            at += next;
            if (at > 0 && char.IsAsciiDigit(segment[at]) && char.IsAsciiDigit(segment[at - 1]))
            {
                at++; // No date opens inside a number.
                continue;
            }

            if (_gate.IsMatch(segment, at) && Match(_text, segment, at) is { } date)
            {
                yield return date;
                at = date.End;
            }
            else
            {
                at++;
            }
        }
    }

    private DateExpression? Match(ImmutableArray<(DateRule Rule, Regex Pattern)> forms, string segment, int at)
    {
        foreach (var (rule, pattern) in forms)
        {
            if (pattern.Match(segment, at) is { Success: true, Length: > 0 } match)
            {
                return Express(segment, match, rule);
            }
        }

        return null;
    }

    private static string Squeeze(string s) => s.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Puts fragments in for their names; groups inside a fragment asked for as second get the suffix 2.</summary>
    private static string Expand(string pattern, ImmutableSortedDictionary<string, string> fragments, string suffix)
    {
        var named = suffix.Length == 0 ? pattern : Regex.Replace(pattern, @"\(\?<([a-z]+)>", "(?<${1}" + suffix + ">", RegexOptions.CultureInvariant);
        return Regex.Replace(
            named,
            @"\{([A-Za-z]+)(?::(2))?\}",
            m => fragments.TryGetValue(m.Groups[1].Value, out var fragment)
                ? "(?:" + Expand(fragment, fragments, suffix.Length > 0 ? suffix : m.Groups[2].Value) + ")"
                : throw new ArgumentException("no fragment " + m.Value, nameof(pattern)),
            RegexOptions.CultureInvariant);
    }

    private DateExpression Express(string segment, Match match, DateRule rule)
    {
        var end = match.Index + match.Length;
        var last = Fields(match, "2");
        var kind = last is not null ? DateKind.Range
            : match.Groups["open"].Success ? DateKind.Since
            : match.Groups["until"].Success ? DateKind.Until
            : _since.IsMatch(segment, end) ? DateKind.Since
            : _until.IsMatch(segment, end) ? DateKind.Until
            : DateKind.Point;
        return new DateExpression(match.Index, end, rule.Id, match.Value, rule.Confidence, Fields(match, "") ?? new CalendarFields(), last, kind, match.Groups["about"].Success);
    }

    private CalendarFields? Fields(Match match, string suffix)
    {
        string? Part(string name) => match.Groups[name + suffix] is { Success: true } g ? g.Value : null;
        int? Number(string name) => Part(name) is not { } p ? null : _values.TryGetValue(p, out var v) ? v : int.Parse(p, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        var fields = new CalendarFields
        {
            Year = Part("y"),
            Decade = Part("decade") is not null,
            Month = Number("m"),
            Day = Number("d"),
            Quarter = Number("q"),
            Half = Number("h"),
            Season = Number("s"),
            Number = Number("n"),
            Term = Part("rel") is { } word && _terms.TryGetValue(Squeeze(word), out var term) ? term : null,
        };
        return fields == new CalendarFields() ? null : fields;
    }
}
