using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportMiner.Resources;

namespace ReportMiner.Read.Flow;

/// <summary>What the numbers of lists and notes look like (<c>rules/number-forms.json</c>). Immutable.</summary>
internal sealed class NumberForms
{
    public const string ResourceName = "rules/number-forms.json";

    private readonly FrozenDictionary<string, NumberForm> _hwpx;
    private readonly FrozenDictionary<string, NumberForm> _docx;
    private readonly FrozenDictionary<int, NumberForm> _hwp;

    public NumberForms(ResourceDirectory resources)
    {
        All = resources.ReadJson<NumberFormRules>(ResourceName).Forms;
        _hwpx = All.ToFrozenDictionary(f => f.Hwpx, StringComparer.Ordinal);
        _docx = All.SelectMany(f => f.Docx.Select(d => (Name: d, Form: f))).ToFrozenDictionary(p => p.Name, p => p.Form, StringComparer.Ordinal);
        _hwp = All.ToFrozenDictionary(f => f.Hwp);
        Digits = All[0];
    }

    public ImmutableArray<NumberForm> All { get; }

    /// <summary>Plain digits: what a form that is not known is read as.</summary>
    public NumberForm Digits { get; }

    /// <summary>A form by its name in OWPML (KS X 6101).</summary>
    public NumberForm OfHwpx(string? name) => name is not null && _hwpx.TryGetValue(name, out var form) ? form : Digits;

    /// <summary>A form by its code in HWP 5.0.</summary>
    public NumberForm OfHwp(int code) => _hwp.GetValueOrDefault(code, Digits);

    /// <summary>A form by its name in WordprocessingML (ST_NumberFormat).</summary>
    public NumberForm OfDocx(string? name) => name is not null && _docx.TryGetValue(name, out var form) ? form : Digits;
}

/// <summary>The content of <c>rules/number-forms.json</c>.</summary>
internal sealed record NumberFormRules(ImmutableArray<NumberForm> Forms);

/// <summary>A way to write 1, 2, 3.</summary>
/// <param name="Repeat">What comes after the last sign: <c>digits</c>, or <c>double</c> (AA after Z).</param>
/// <param name="Examples">Numbers and what they look like.</param>
internal sealed record NumberForm(string Hwpx, ImmutableArray<string> Docx, int Hwp, string Repeat, ImmutableArray<string> Signs, ImmutableSortedDictionary<string, string> Examples)
{
    private const int MostRepeated = 12;

    public string Write(int number)
    {
        if (number > 0 && number <= Signs.Length)
        {
            return Signs[number - 1];
        }

        var times = number < 1 || Repeat != "double" ? 0 : 1 + ((number - 1) / Signs.Length);
        return times is 0 or > MostRepeated
            ? number.ToString(CultureInfo.InvariantCulture)
            : new StringBuilder().Insert(0, Signs[(number - 1) % Signs.Length], times).ToString();
    }
}
