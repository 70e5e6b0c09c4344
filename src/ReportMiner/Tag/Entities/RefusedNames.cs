using System.Collections.Frozen;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Entities;

/// <summary>Forms of which people said that they are no names of a type. Whoever holds them to be names is not heard.</summary>
internal sealed class RefusedNames(IEnumerable<NameForm> forms)
{
    private readonly FrozenSet<(EntityType, string)> _forms = forms.Where(f => f.Evidence == NameEvidence.Refused).Select(f => (f.Entry.Type, Key(f.Text))).ToFrozenSet();

    public bool Has(EntityType type, ReadOnlySpan<char> form) => _forms.Count > 0 && _forms.Contains((type, Key(form.ToString())));

    private static string Key(string form) => form.Replace(" ", "", StringComparison.Ordinal);
}
