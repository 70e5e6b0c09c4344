using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Personal;

/// <summary>What an official can be reached by.</summary>
internal enum PersonalKind
{
    Email,
    Telephone,
}

/// <summary>A telephone number or e-mail address in a text.</summary>
internal readonly record struct PersonalSpan(int Start, int End, PersonalKind Kind);

/// <summary>The personal data of a report.</summary>
/// <param name="Spans">Where it stands in the text, in ascending order, none overlapping another.</param>
/// <param name="Removed">That in what was taken out of the text, one entry an occurrence.</param>
internal sealed record PersonalData(ImmutableArray<PersonalSpan> Spans, ImmutableArray<PersonalKind> Removed)
{
    /// <summary>Those of the items that share no character with personal data: what looks like a date or an amount in a telephone number is none.</summary>
    public ImmutableArray<T> Outside<T>(ImmutableArray<T> items)
        where T : TextItem => items.RemoveAll(i => TextSpans.First(Spans.Length, s => Spans[s].End > i.Start) is var at && at < Spans.Length && Spans[at].Start < i.End);

    /// <summary>Says how much was found, never what; nothing if there is none.</summary>
    public IEnumerable<Diagnostic> Told(PersonalDataMode mode)
    {
        var masked = mode == PersonalDataMode.Mask;
        var kinds = Spans.Select(s => s.Kind).Concat(Removed).ToLookup(k => k);
        int telephones = kinds[PersonalKind.Telephone].Count(), emails = kinds[PersonalKind.Email].Count();
        if (telephones + emails > 0)
        {
            yield return new Diagnostic(
                Severity.Info,
                masked ? Diagnostic.PersonalDataMasked : "RM2201",
                $"전화번호 {telephones}곳과 전자우편 주소 {emails}곳을 찾아 {(masked ? "가렸습니다" : "그대로 두었습니다")}. / Found telephone numbers in {telephones} places and e-mail addresses in {emails}; they were {(masked ? "masked" : "kept")}.",
                null);
        }
    }
}
