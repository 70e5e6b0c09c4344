using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Segment;

/// <summary>Reads what a report says of itself on its cover and imprint. Thread-safe.</summary>
internal sealed class MetadataFinder
{
    private const int CoverPages = 2;
    private const int LettersForLanguage = 20000;
    private readonly MetadataRules _rules;
    private readonly CoverTitle _titles;
    private readonly PublicationDate _dates;
    private readonly Regex _dateLabel;
    private readonly Regex _dateLine;
    private readonly Regex _publisherLabel;
    private readonly Regex _publisherLine;
    private readonly Regex _author;
    private readonly Regex _notEmbedded;
    private readonly ImmutableArray<Regex> _reportNumbers;

    public MetadataFinder(ResourceDirectory resources)
    {
        _rules = resources.ReadJson<MetadataRules>(MetadataRules.ResourceName);
        _titles = new CoverTitle(Compile(_rules.TitleLabel), Compile(_rules.TitleEnd), Compile(_rules.TitleContinues), Compile(_rules.NotTitle), Compile(_rules.Subtitle));
        _dates = new PublicationDate([.. _rules.DateFormats.Select(Compile)]);
        _dateLabel = Compile(_rules.DateLabel);
        _dateLine = Compile(_rules.DateLine);
        _publisherLabel = Compile(_rules.PublisherLabel);
        _publisherLine = Compile(_rules.PublisherLine);
        _author = Compile(_rules.Author);
        _notEmbedded = Compile(_rules.NotEmbedded);
        _reportNumbers = [.. _rules.ReportNumbers.Select(Compile)];
    }

    /// <summary>Title, publishers and date from the cover; what is known beforehand wins, field by field.</summary>
    public Metadata Find(SourceDocument source, SegmentedReport report, KnownMetadata? known)
    {
        var cover = Cover(source);
        var imprint = Imprint(source);
        var (title, subtitle) = _titles.Find(cover, _publisherLine.IsMatch);
        var embedded = source.EmbeddedTitle?.Trim();
        title ??= embedded is { Length: > 0 } && !_notEmbedded.IsMatch(embedded) ? embedded : null;
        return new Metadata(
            known?.Title ?? title,
            known?.Subtitle ?? subtitle,
            known?.Publishers ?? Publishers(cover, imprint),
            known?.Authors ?? Authors(cover, imprint),
            known?.Published ?? Published(cover, imprint),
            known?.ReportNumber ?? ReportNumber(cover),
            known?.Language ?? Language(report.Text));
    }

    internal static Regex Compile(MetadataPattern pattern)
    {
        try
        {
            return new Regex(pattern.Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ResourceException($"{MetadataRules.ResourceName}: {pattern.Pattern}: {e.Message}", e);
        }
    }

    /// <summary>The first pages that have text, or the first lines of a text file.</summary>
    private ImmutableArray<SourceLine> Cover(SourceDocument source) =>
    [
        .. source.Pages.Where(p => p.Lines.Any(Printed)).Take(source.Pages is [{ Number: 0 }, ..] ? 1 : CoverPages)
            .SelectMany((p, i) => p.Lines.Where(Printed).Take(i == 0 ? _rules.CoverLines : _rules.CoverLines / 2)),
    ];

    private ImmutableArray<SourceLine> Imprint(SourceDocument source) =>
        [.. source.Pages.SelectMany(p => p.Lines).Where(Printed).TakeLast(_rules.ImprintLines)];

    private static bool Printed(SourceLine line) => line.Text.Length <= 400 && !string.IsNullOrWhiteSpace(line.Text);

    private string? Published(ImmutableArray<SourceLine> cover, ImmutableArray<SourceLine> imprint)
    {
        // A date that stands alone on the cover; then a labelled one there, a labelled one in the imprint.
        var alone = cover.Select(l => CoverTitle.Clean(l.Text)).Where(t => _dateLine.IsMatch(t)).Select(_dates.Read).FirstOrDefault(d => d is not null);
        return Labelled(cover) ?? alone ?? Labelled(imprint);
    }

    private string? Labelled(ImmutableArray<SourceLine> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var text = CoverTitle.Clean(lines[i].Text);
            if (_dateLabel.IsMatch(text))
            {
                // The date may stand in the cell beside or below its label.
                var date = _dates.Read(text) ?? (i + 1 < lines.Length ? _dates.Read(CoverTitle.Clean(lines[i + 1].Text)) : null);
                if (date is not null)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private ImmutableArray<string> Publishers(ImmutableArray<SourceLine> cover, ImmutableArray<SourceLine> imprint)
    {
        var labelled = imprint.Concat(cover).Select(l => _publisherLabel.Match(CoverTitle.Clean(l.Text))).Where(m => m.Success);
        var lines = cover.Select(l => _publisherLine.Match(CoverTitle.Clean(l.Text))).Where(m => m.Success).ToImmutableArray();
        return [.. (lines.IsEmpty ? labelled : lines).Select(m => m.Groups["v"].Value.Trim()).Distinct(StringComparer.Ordinal)];
    }

    private ImmutableArray<string> Authors(ImmutableArray<SourceLine> cover, ImmutableArray<SourceLine> imprint) =>
    [
        .. cover.Concat(imprint).Select(l => _author.Match(l.Text)).Where(m => m.Success)
            .SelectMany(m => m.Groups["v"].Value.Split([',', '·', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal),
    ];

    private string? ReportNumber(ImmutableArray<SourceLine> cover)
    {
        foreach (var pattern in _reportNumbers)
        {
            foreach (var line in cover)
            {
                if (pattern.Match(CoverTitle.Clean(line.Text)) is { Success: true } match)
                {
                    return match.Groups["v"].Value.Trim();
                }
            }
        }

        return null;
    }

    /// <summary>Korean unless hardly a letter is Hangul.</summary>
    private static string Language(string text)
    {
        int hangul = 0, latin = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, LettersForLanguage)))
        {
            hangul += c is >= '가' and <= '힣' ? 1 : 0;
            latin += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return latin > 0 && hangul * 10 < latin ? "en" : "ko";
    }
}
