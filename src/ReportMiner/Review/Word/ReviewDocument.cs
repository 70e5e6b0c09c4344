using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>Composes the body of the document, top to bottom.</summary>
internal sealed class ReviewDocument
{
    private static readonly ImmutableArray<(ItemKind Kind, string Label)> Kinds =
        [(ItemKind.Mention, "names"), (ItemKind.Date, "dates"), (ItemKind.Amount, "amounts"), (ItemKind.Recommendation, "recommendations"), (ItemKind.Fact, "facts")];

    private readonly ReviewedReport _reviewed;
    private readonly WordCharts _charts;
    private readonly Body _body = new();

    /// <param name="reviewed">The report.</param>
    /// <param name="charts">Takes the charts.</param>
    public ReviewDocument(ReviewedReport reviewed, WordCharts charts)
    {
        (_reviewed, _charts) = (reviewed, charts);
        Controls = new ControlWriter(new FieldTexts(reviewed), i => new WordItem(i.Key, reviewed.BaseOf(i.Key)));
        Notes = new NoteWriter(reviewed.Report);
        Comments = new CommentWriter(new Doubts(reviewed));
    }

    public ControlWriter Controls { get; }

    public NoteWriter Notes { get; }

    public CommentWriter Comments { get; }

    /// <summary>The report's title; its file's name where it has none.</summary>
    public static string TitleOf(Report report) => WordText.Fold(report.Metadata.Title) is { Length: > 0 } title ? title : WordText.Fold(report.Source.FileName);

    public Body Compose()
    {
        _body.Append(WordText.Paragraph("Title", Comments.On(_reviewed.Comments, [WordText.Run(TitleOf(_reviewed.Report))])), WordText.Paragraph("Subtitle", WordLabels.Of("subtitle")));
        About();
        // These two also stand before all others because LibreOffice 7.4 mixes up notes when a comment comes between the first two.
        _body.Append(WordText.Paragraph("Guide", [WordText.Run(WordLabels.Of("guide")), Notes.Own(WordLabels.Of("guide.values")), WordText.Run(WordLabels.Of("guide.rest")), Notes.Own(WordLabels.Of("guide.dates"))]));
        Summary();
        var tables = new ItemTables(_reviewed, Controls, Notes, Comments);
        _body.Append(tables.Recommendations());
        _body.Append(tables.Facts());
        _body.Append(tables.Amounts());
        _body.Append(tables.Dates());
        _body.Append(tables.Names());
        Diagnostics();
        _body.Append(new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = WordPackage.Header },
            new FooterReference { Type = HeaderFooterValues.Default, Id = WordPackage.Footer },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 }));
        return _body;
    }

    private void About()
    {
        var report = _reviewed.Report;
        var decided = _reviewed.Items.Count(i => i.Decision != Decision.Open);
        var all = _reviewed.Items.Length;
        var table = new WordTable(WordLabels.Of("about"), new WordColumn(WordLabels.Of("head.item"), 22), new WordColumn(WordLabels.Of("head.content"), 78));
        foreach (var (label, value) in new (string, string?)[]
        {
            ("about.subtitle", report.Metadata.Subtitle),
            ("about.publishers", string.Join(", ", report.Metadata.Publishers)),
            ("about.authors", string.Join(", ", report.Metadata.Authors)),
            ("about.published", report.Metadata.Published),
            ("about.number", report.Metadata.ReportNumber),
            ("about.file", report.Source.FileName),
            ("about.pages", report.Source.Pages?.ToString(CultureInfo.InvariantCulture)),
            ("about.engine", report.Source.Engine),
            ("about.sha256", report.Source.Sha256),
            ("about.generator", $"{report.Generator.Name} {report.Generator.Version}"),
            ("about.extraction", _reviewed.ExtractionSha256),
            ("about.status", WordLabels.Of("about.status.value", all, decided, all == 0 ? 100 : 100L * decided / all)),
        })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                table.Texts(WordLabels.Of(label), value);
            }
        }

        _body.Append(table.Element);
    }

    private void Summary()
    {
        _body.Append(WordText.Paragraph("Heading1", WordLabels.Of("summary")), WordText.Paragraph("Caption", WordLabels.Of("summary.states")));
        var decisions = Enum.GetValues<Decision>();
        var counts = _reviewed.Items.CountBy(i => (i.Kind, i.Decision)).ToDictionary();
        string Count(Func<(ItemKind, Decision), bool> wanted) => counts.Where(c => wanted(c.Key)).Sum(c => c.Value).ToString("#,##0", CultureInfo.InvariantCulture);
        var table = new WordTable(
            WordLabels.Of("summary.states"),
            [new(WordLabels.Of("head.kind"), 28), .. decisions.Select(d => new WordColumn(WordLabels.Of("decision." + ItemCode.Of(d)), 12, Number: true)), new(WordLabels.Of("head.count"), 12, Number: true)]);
        foreach (var (kind, label) in Kinds)
        {
            table.Texts([WordLabels.Of(label), .. decisions.Select(d => Count(c => c == (kind, d))), Count(c => c.Item1 == kind)]);
        }

        table.Texts([WordLabels.Of("summary.total"), .. decisions.Select(d => Count(c => c.Item2 == d)), Count(_ => true)]);
        _body.Append(table.Element);

        Chart("chart.recommendations", "series.count", lying: true, null,
            [.. _reviewed.Report.Recommendations.CountBy(r => r.Category).OrderBy(c => ItemChoices.Categories.IndexOf(c.Key)).Select(c => (WordLabels.Of("category." + c.Key), (decimal)c.Value))]);
        Chart("chart.money", "series.money", lying: false, "chart.money.note", MoneyByYear.Of(_reviewed.Report));
    }

    private void Chart(string title, string series, bool lying, string? note, ImmutableArray<(string Label, decimal Value)> bars)
    {
        // One bar compares nothing.
        if (bars.Length < 2)
        {
            return;
        }

        _body.Append(WordText.Paragraph("Caption", WordLabels.Of(title)));
        _body.Append(WordText.Paragraph(null, [_charts.Add(WordLabels.Of(title), WordLabels.Of(series), lying, bars)]));
        if (note is not null)
        {
            _body.Append(WordText.Paragraph("TableNote", WordLabels.Of(note)));
        }
    }

    private void Diagnostics()
    {
        _body.Append(WordText.Paragraph("Heading1", WordLabels.Of("section.diagnostics")));
        var diagnostics = _reviewed.Report.Diagnostics;
        if (diagnostics.IsEmpty)
        {
            _body.Append(WordText.Paragraph(null, WordLabels.Of("none")));
            return;
        }

        var table = new WordTable(
            WordLabels.Of("section.diagnostics"),
            new WordColumn(WordLabels.Of("head.severity"), 10), new WordColumn(WordLabels.Of("head.code"), 11), new WordColumn(WordLabels.Of("head.message"), 71), new WordColumn(WordLabels.Of("head.page"), 8, Number: true));
        foreach (var d in diagnostics)
        {
            // The message is a Korean and an English sentence.
            var parts = d.Message.Split(" / ");
            var korean = parts.Length > 1 ? string.Join(" / ", parts[..^1]) : d.Message;
            table.Texts(WordLabels.Of("severity." + ItemCode.Of(d.Severity)), d.Code, korean, d.Page?.ToString(CultureInfo.InvariantCulture));
        }

        // Word wants a paragraph behind the last table; a tall one would begin a page of its own.
        _body.Append(table.Element, new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact })));
    }
}
