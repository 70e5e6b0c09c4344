using System.Collections.Immutable;
using System.Text;
using ReportMiner.Resources;
using ReportMiner.Tag.Entities;

namespace ReportMiner.Learn;

/// <summary>
/// The names that people added or put right, and the forms they took out, as a gazetteer. What speaks against itself is
/// left out: a form that is a name in one place and none in another, a name of two types, a form that the training
/// excerpts, which are annotated throughout, have otherwise.
/// </summary>
/// <param name="Rows">All lines of the file.</param>
/// <param name="LeftOut">Forms that were not taken in, and why.</param>
public sealed record ReviewedLexicon(ImmutableArray<LexiconRow> Rows, ImmutableArray<LeftOutForm> LeftOut)
{
    private const string Head = "# Learned from reviews by `reportminer learn`: name, type, subtype, aliases, report, its SHA-256, review events, reviewers. ! before a form: no name of this type.\n";
    private const int Shortest = 2;

    /// <summary>The file <c>gazetteers/reviewed.tsv</c>.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Head + string.Concat(Rows.Select(r => r.ToLine() + "\n")));

    /// <summary>Learns from reviewed reports; what was learned from others before stays.</summary>
    /// <param name="training">The training excerpts.</param>
    internal static ReviewedLexicon Of(IReadOnlyList<ReviewedText> texts, IReadOnlyList<MarkedExcerpt> training, ResourceDirectory present)
    {
        var learned = texts.Select(t => t.Sha256).ToHashSet(StringComparer.Ordinal);
        var before = present.Files.Any(f => f.Name == Gazetteer.ReviewedFile) ? present.ReadRows(Gazetteer.ReviewedFile).Select(LexiconRow.Parse) : [];
        List<LexiconRow> all = [.. before.Where(r => !learned.Contains(r.Sha256)), .. texts.SelectMany(RowsOf)];
        var names = texts.SelectMany(t => t.Names).Where(d => d.Name is not null).Select(d => (d.Type, d.Form))
            .Concat(all.Where(r => !r.Refused).SelectMany(r => r.Forms.Select(f => (r.Type, Form: f)))).ToHashSet();
        var types = names.ToLookup(n => n.Form, n => n.Type, StringComparer.Ordinal);
        var refused = all.Where(r => r.Refused).Select(r => (r.Type, r.Name)).ToHashSet();
        var shown = new TrainingForms(training, new NameBoundary(present.ReadJson<NameRules>(NameRules.FileName)));
        LeftOutReason? Against(LexiconRow row, string form) =>
            row.Refused && names.Contains((row.Type, form)) || !row.Refused && refused.Contains((row.Type, form)) ? LeftOutReason.BothWays
            : !row.Refused && types[form].Count() > 1 ? LeftOutReason.TwoTypes
            : (row.Refused ? shown.Marks(form, row.Type) : shown.Denies(form, row.Type)) ? LeftOutReason.Training
            : null;

        var judged = all.Select(row => (Row: row, Forms: row.Forms.Select(f => (Form: f, Against: Against(row, f))).ToList())).ToList();
        return new ReviewedLexicon(
            [
                .. judged.Select(j => j.Row with { Forms = [.. j.Forms.Where(f => f.Against is null).Select(f => f.Form)] }).Where(r => r.Forms.Length > 0)
                    .OrderBy(r => r.Report, StringComparer.Ordinal).ThenBy(r => r.Sha256, StringComparer.Ordinal).ThenBy(r => r.Refused).ThenBy(r => r.Type).ThenBy(r => r.Name, StringComparer.Ordinal),
            ],
            [
                .. judged.SelectMany(j => j.Forms.Where(f => f.Against is not null).Select(f => new LeftOutForm(f.Form, j.Row.Type, j.Row.Refused, f.Against!.Value, j.Row.Report)))
                    .Distinct().OrderBy(f => f.Form, StringComparer.Ordinal),
            ]);
    }

    private static IEnumerable<LexiconRow> RowsOf(ReviewedText text)
    {
        foreach (var group in text.Names.GroupBy(d => (d.Type, Name: d.Name ?? d.Form, Refused: d.Name is null)).Where(g => g.Any(d => d.New)))
        {
            ImmutableArray<string> forms = [.. group.Select(d => d.Form).Where(IsForm).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (forms.Length > 0 && IsForm(group.Key.Name))
            {
                yield return new LexiconRow(group.Key.Name, group.Key.Type, group.Key.Refused, forms, text.Name, text.Sha256, Sorted(group.SelectMany(d => d.Events)), Sorted(group.SelectMany(d => d.Who)));
            }
        }
    }

    /// <summary>Whether a form can stand in the file, and is long enough to be looked for.</summary>
    private static bool IsForm(string form) => form.Length >= Shortest && char.IsLetterOrDigit(form[0]) && form.Any(char.IsLetter) && !form.Any(c => c is '|' || char.IsControl(c));

    private static ImmutableArray<string> Sorted(IEnumerable<string> values) => [.. values.Select(v => v.Replace(',', ' ')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
