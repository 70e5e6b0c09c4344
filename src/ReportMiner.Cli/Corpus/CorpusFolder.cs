using System.Text.RegularExpressions;
using ReportMiner.Cli.Batch;
using ReportMiner.Corpus;

namespace ReportMiner.Cli.Corpus;

/// <summary>The folder of a corpus: the page with its parts, and every table as JSON Lines and CSV.</summary>
/// <param name="outputs">The folder of the outputs, to whose review pages the page leads.</param>
/// <param name="folder">The folder to write to.</param>
internal sealed partial class CorpusFolder(string outputs, string folder)
{
    private static readonly string[] Roles = ["object", "measure", "amount", "date", "actor", "source", "investor", "investee", "acquirer", "acquired", "parties"];

    private readonly OutputFolder _folder = new(folder);

    /// <summary>Writes all files; what an earlier, larger corpus left of the page's parts goes.</summary>
    /// <returns>The paths of the page and the tables.</returns>
    public IEnumerable<string> Write(ReportCorpus corpus)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in CorpusPage.Files(corpus, Link))
        {
            _folder.Write(name, bytes);
            parts.Add(Path.GetFileName(name));
        }

        foreach (var old in Directory.EnumerateFiles(_folder.PathOf("data")).Where(f => PartName().IsMatch(Path.GetFileName(f)) && !parts.Contains(Path.GetFileName(f))))
        {
            File.Delete(old);
        }

        yield return _folder.PathOf("index.html");
        yield return Write("reports", corpus.Reports, r => [r], new CorpusTable<ReportRow>(
            ("report", r => r.Report), ("title", r => r.Title), ("publishers", r => r.Publishers), ("ministries", r => r.Ministries), ("published", r => r.Published), ("year", r => r.Year), ("reportNumber", r => r.ReportNumber),
            ("pages", r => r.Pages), ("fileName", r => r.FileName), ("reviewPage", r => r.ReviewPage), ("reviewed", r => r.Reviewed), ("copyOf", r => r.CopyOf),
            ("mentions", r => r.Mentions), ("dates", r => r.Dates), ("unresolvedDates", r => r.UnresolvedDates), ("amounts", r => r.Amounts), ("recommendations", r => r.Recommendations), ("facts", r => r.Facts)));
        yield return Write("entities", corpus.Entities, r => [r], new CorpusTable<EntityRow>(
            ("type", e => e.Type.ToString().ToUpperInvariant()), ("subtype", e => e.Subtype), ("name", e => e.Name), ("reports", e => e.Reports), ("mentions", e => e.Mentions), ("first", e => e.First), ("last", e => e.Last), ("forms", e => e.Forms.Select(f => f.Text))));
        yield return Write("facts", corpus.Facts, r => [r], new CorpusTable<FactRow>(
        [
            ("report", f => f.Report), ("fact", f => f.Fact), ("type", f => f.Type), .. Roles.Select<string, (string, Func<FactRow, object?>)>(role => (role, f => f.Words(role))),
            ("low", f => f.Low), ("high", f => f.High), ("unit", f => f.Unit), ("modifier", f => f.Modifier), ("edtf", f => f.Edtf), ("from", f => f.From), ("until", f => f.Until),
            ("ministries", f => f.Ministries), ("page", f => f.Page), ("confidence", f => f.Confidence), ("foundBy", f => f.Source), ("statement", f => f.Statement),
        ]));
        yield return Write("recommendations", corpus.Recommendations, r => [r], new CorpusTable<RecommendationRow>(
            ("report", r => r.Report), ("recommendation", r => r.Recommendation), ("kind", r => r.Kind), ("category", r => r.Category), ("status", r => r.Status), ("actors", r => r.Actors), ("ministries", r => r.Ministries),
            ("period", r => r.Period), ("amounts", r => r.Amounts), ("page", r => r.Page), ("confidence", r => r.Confidence), ("text", r => r.Text)));
        yield return Write("timeline", corpus.Timeline, r => [r], new CorpusTable<DateRow>(
            ("from", d => d.From), ("until", d => d.Until), ("edtf", d => d.Edtf), ("kind", d => d.Kind), ("text", d => d.Text), ("type", d => d.Type), ("report", d => d.Report), ("item", d => d.Item), ("page", d => d.Page), ("ministries", d => d.Ministries), ("statement", d => d.Statement)));
        yield return Write("totals", corpus.Totals, r => [r], new CorpusTable<TotalRow>(
            ("of", t => t.Of), ("by", t => t.By), ("ministry", t => t.Ministry), ("category", t => t.Category), ("year", t => t.Year), ("currency", t => t.Currency), ("low", t => t.Low), ("high", t => t.High),
            ("statements", t => t.Statements), ("restated", t => t.Restated), ("reports", t => t.Reports), ("meaning", t => t.Meaning)));
        // A line for each place, so that a spreadsheet can be sorted and filtered.
        var number = 0;
        yield return Write("contradictions", corpus.Contradictions, c => Lines(c, ++number), new CorpusTable<ContradictionLine>(
            ("number", c => c.Number), ("type", c => c.Of.Type), ("object", c => c.Of.Object), ("measure", c => c.Of.Measure), ("edtf", c => c.Of.Edtf), ("unit", c => c.Of.Unit), ("amount", c => c.Figure.Amount), ("low", c => c.Figure.Low), ("high", c => c.Figure.High),
            ("modifier", c => c.Figure.Modifier), ("report", c => c.Place.Report), ("published", c => c.Place.Published), ("fact", c => c.Place.Fact), ("page", c => c.Place.Page), ("statement", c => c.Place.Statement)));
    }

    private static IEnumerable<ContradictionLine> Lines(ContradictionRow row, int number) =>
        row.Figures.SelectMany(f => f.Places.Select(p => new ContradictionLine(number, row, f, p)));

    private string Write<TRow, T>(string name, IEnumerable<TRow> rows, Func<TRow, IEnumerable<T>> spread, CorpusTable<T> columns)
        where TRow : CorpusRow
    {
        _folder.Write(name + ".jsonl", lines => _folder.Write(name + ".csv", table => columns.Write(rows, lines, table, spread)));
        return _folder.PathOf(name + ".csv");
    }

    /// <summary>The review page seen from the folder; none where no relative path leads there.</summary>
    private string? Link(ReportRow report)
    {
        if (report.ReviewPage is null)
        {
            return null;
        }

        var path = Path.GetRelativePath(folder, Path.Combine(outputs, report.ReviewPage));
        return Path.IsPathRooted(path) ? null : "./" + string.Join('/', path.Split(Path.DirectorySeparatorChar, '/').Select(Uri.EscapeDataString));
    }

    [GeneratedRegex(@"\A(items|timeline|entities|contradictions)-[0-9]+\.js\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartName();

    /// <summary>A place of a figure of a contradiction.</summary>
    private sealed record ContradictionLine(int Number, ContradictionRow Of, StatedFigure Figure, FigurePlace Place);
}
