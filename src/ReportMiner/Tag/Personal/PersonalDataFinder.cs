using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Personal;

/// <summary>Finds telephone numbers and e-mail addresses by patterns, and short numbers where a table says that they are telephone numbers. Thread-safe.</summary>
internal sealed class PersonalDataFinder
{
    private const char Fullwidth = '！';
    private const char LastFullwidth = '～';

    private readonly PersonalRules _rules;
    private readonly Dictionary<char, char> _variants;
    private readonly ImmutableArray<Regex> _emails;
    private readonly ImmutableArray<Regex> _telephones;
    private readonly Regex _contactHead;
    private readonly Regex _contactNumber;

    /// <exception cref="ResourceException">The file is missing or a pattern is not valid.</exception>
    public PersonalDataFinder(ResourceDirectory resources)
    {
        _rules = PersonalRules.Load(resources);
        _variants = _rules.Variants.SelectMany(v => v.Value.Select(sign => (sign, v.Key))).ToDictionary();
        _emails = [.. _rules.Emails.Select(Compile)];
        _telephones = [.. _rules.Telephones.Select(Compile)];
        _contactHead = Compile(_rules.ContactHead);
        _contactNumber = Compile(_rules.ContactNumber);
    }

    /// <summary>The personal data of a report's text and of what was taken out of it.</summary>
    public PersonalData Find(SegmentedReport report)
    {
        var found = Matches(report.Text);
        found.AddRange(Joined(report.Tables).SelectMany(ContactCells).Distinct()
            .SelectMany(cell => Spans(_contactNumber, Fold(report.Text[cell.Start..cell.End]), PersonalKind.Telephone)
                .Select(s => s with { Start = cell.Start + s.Start, End = cell.Start + s.End })));
        return new PersonalData(Merge(found), [.. report.Removed.SelectMany(r => Find(r.Text)).Select(s => s.Kind)]);
    }

    /// <summary>The personal data of a text, in ascending order.</summary>
    public ImmutableArray<PersonalSpan> Find(string text) => Merge(Matches(text));

    /// <summary>A text of the same length with the letters and digits of its personal data masked.</summary>
    public string Mask(string text) => Mask(text, Find(text));

    /// <inheritdoc cref="Mask(string)"/>
    public string? Masked(string? text) => text is null ? null : Mask(text);

    /// <summary>A text of the same length with the letters and digits of some stretches masked; the text itself if there are none.</summary>
    public string Mask(string text, IEnumerable<PersonalSpan> spans)
    {
        char[]? masked = null;
        foreach (var span in spans)
        {
            masked ??= text.ToCharArray();
            for (var i = span.Start; i < span.End; i++)
            {
                masked[i] = char.IsLetterOrDigit(masked[i]) ? _rules.Mask : masked[i];
            }
        }

        return masked is null ? text : new string(masked);
    }

    private List<PersonalSpan> Matches(string text)
    {
        var folded = Fold(text);
        var found = new List<PersonalSpan>();
        foreach (var pattern in _emails)
        {
            found.AddRange(Spans(pattern, folded, PersonalKind.Email));
        }

        foreach (var pattern in folded.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? [] : _telephones)
        {
            found.AddRange(Spans(pattern, folded, PersonalKind.Telephone));
        }

        return found;
    }

    private static IEnumerable<PersonalSpan> Spans(Regex pattern, string folded, PersonalKind kind) =>
        pattern.Matches(folded).Select(m => new PersonalSpan(m.Index, m.Index + m.Length, kind));

    /// <summary>Two that overlap are one: no end of either may stay behind.</summary>
    private static ImmutableArray<PersonalSpan> Merge(List<PersonalSpan> found)
    {
        var merged = new List<PersonalSpan>();
        foreach (var span in found.OrderBy(s => s.Start).ThenBy(s => s.Kind))
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return [.. merged];
    }

    /// <summary>A table that stands right under one of as many columns goes on under its heads.</summary>
    private static List<Table> Joined(ImmutableArray<Table> tables)
    {
        var joined = new List<Table>();
        foreach (var table in tables.Where(t => !t.CellSpans.IsEmpty))
        {
            if (joined.Count > 0 && joined[^1] is var above && above.End + 1 == table.Start && above.Rows[0].Length == table.Rows[0].Length)
            {
                joined[^1] = above with { End = table.End, Rows = above.Rows.AddRange(table.Rows), CellSpans = above.CellSpans.AddRange(table.CellSpans) };
            }
            else
            {
                joined.Add(table);
            }
        }

        return joined;
    }

    /// <summary>Cells under a head that names telephone numbers, and the one after such a head in its row.</summary>
    private IEnumerable<TextSpan> ContactCells(Table table)
    {
        for (var row = 0; row < table.CellSpans.Length; row++)
        {
            var cells = table.Rows[row];
            for (var column = 0; column < cells.Length; column++)
            {
                if (!_contactHead.IsMatch(Fold(cells[column])))
                {
                    continue;
                }

                var width = table.Spans.FirstOrDefault(s => s.Row == row && s.Column == column) is { ColumnSpan: > 1 and var span } ? span : 1;
                var next = column + 1;
                while (next < cells.Length && cells[next].Length == 0) { next++; }
                if (next < cells.Length)
                {
                    yield return table.CellSpans[row][next];
                }

                foreach (var below in table.CellSpans.Skip(row + 1))
                {
                    for (var c = column; c < Math.Min(column + width, below.Length); c++)
                    {
                        yield return below[c];
                    }
                }
            }
        }
    }

    /// <summary>The text with fullwidth forms and other variants of signs as the patterns know them, character by character.</summary>
    private string Fold(string text) => string.Create(text.Length, (text, _variants), static (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var c = from.text[i];
            folded[i] = from._variants.TryGetValue(c, out var sign) ? sign
                : c is >= Fullwidth and <= LastFullwidth ? (char)(c - Fullwidth + '!')
                : c;
        }
    });

    private Regex Compile(PersonalRule rule)
    {
        try
        {
            return new Regex(_rules.Expand(rule.Pattern), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        }
        catch (ArgumentException e)
        {
            throw new ResourceException($"{PersonalRules.FileName}: {rule.Id}: the pattern is not valid", e);
        }
    }
}
