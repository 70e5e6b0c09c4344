using ReportMiner.Documents;
using ReportMiner.Tag.Entities;

namespace ReportMiner.Learn;

/// <summary>What the training excerpts, in which every name is marked, say of a form.</summary>
internal sealed class TrainingForms(IReadOnlyList<MarkedExcerpt> excerpts, NameBoundary boundary)
{
    /// <summary>Whether the form is marked as a name of the type somewhere.</summary>
    public bool Marks(string form, EntityType type) => excerpts.Any(e => Places(e.Marked.Text, form).Any(at => e.Marked.Marks.Any(m => m.Start == at && m.End == at + form.Length && m.Type == EvaluationRows.Of(type))));

    /// <summary>Whether the form stands somewhere and is there neither a name of the type nor part of a longer one.</summary>
    public bool Denies(string form, EntityType type) => excerpts.Any(e => Places(e.Marked.Text, form).Any(at => !e.Marked.Marks.Any(m =>
        m.Start <= at && at + form.Length <= m.End && (m.End - m.Start > form.Length || m.Type == EvaluationRows.Of(type)))));

    private IEnumerable<int> Places(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            if (NameBoundary.Begins(text, at) && boundary.Ends(text, at, at + form.Length))
            {
                yield return at;
            }
        }
    }
}
