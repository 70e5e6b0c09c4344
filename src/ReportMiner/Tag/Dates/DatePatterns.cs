using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Dates;

/// <summary>
/// The forms of <c>models/rules/dates.json</c> made ready to match. All forms are one alternation, tried only where a
/// character stands that a date may open with: the cost is one pass over the text, whatever the number of forms.
/// </summary>
internal sealed class DatePatterns
{
    /// <summary>The rules' file in the models folder.</summary>
    public const string FileName = "rules/dates.json";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Compiled | RegexOptions.ExplicitCapture;

    private readonly SearchValues<char> _opens;
    private readonly Regex _masks;
    private readonly Regex _text;
    private readonly Regex _cell;
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
        try
        {
            var terms = string.Join('|', file.Terms
                .Where(t => Enum.Parse<RelativeUnit>(t.Unit, ignoreCase: true) == RelativeUnit.Year)
                .Select(t => t.Text).OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal)
                .Select(t => Regex.Escape(t).Replace("\\ ", " ?", StringComparison.Ordinal)));
            var fragments = file.Fragments.Add("yearTerms", terms);
            _masks = new Regex(file.Masks, Options);
            _since = new Regex(@"\G(?:" + file.Since + ")", Options);
            _until = new Regex(@"\G(?:" + file.Until + ")", Options);
            _cell = Join(file.Rules, fragments, cell: true);
            _text = Join(file.Rules, fragments, cell: false);
        }
        catch (ArgumentException e)
        {
            throw new ResourceException($"{FileName}: {e.Message}", e);
        }
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
        if (wholeCell && _cell.Match(segment, 0) is { Success: true } cell)
        {
            yield return Express(segment, cell);
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
            if (_text.Match(segment, at) is { Success: true, Length: > 0 } match)
            {
                yield return Express(segment, match);
                at += match.Length;
            }
            else
            {
                at++;
            }
        }
    }

    private static string Squeeze(string s) => s.Replace(" ", "", StringComparison.Ordinal);

    private static Regex Join(ImmutableArray<DateRule> rules, ImmutableSortedDictionary<string, string> fragments, bool cell)
    {
        var pattern = new StringBuilder(@"\G(?:");
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Cell == cell)
            {
                // The empty group tells which alternative it was.
                pattern.Append(pattern.Length > 5 ? "|" : "").Append("(?:").Append(Expand(rules[i].Pattern, fragments, "")).Append(")(?<rule").Append(i).Append(">)");
            }
        }

        return new Regex(pattern.Append(')').ToString(), Options);
    }

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

    private DateExpression Express(string segment, Match match)
    {
        var rule = Rules[RuleOf(match)];
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

    private int RuleOf(Match match)
    {
        for (var i = 0; i < Rules.Length; i++)
        {
            if (match.Groups["rule" + i].Success)
            {
                return i;
            }
        }

        throw new InvalidOperationException("An alternative without a rule matched.");
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
