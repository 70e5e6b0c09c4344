using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>What the numbers of a section's footnotes or endnotes look like.</summary>
/// <param name="Form">Code of the number's form.</param>
/// <param name="Sign">The user's own sign, for the form that repeats it.</param>
/// <param name="Start">The first number.</param>
/// <param name="Restarts">Whether the section counts anew.</param>
internal sealed record NoteShape(int Form, string Sign, string Prefix, string Suffix, int Start, bool Restarts)
{
    private const int OwnSign = 0x81;
    private const int MostSigns = 12;

    public static NoteShape Plain { get; } = new(0, "", "", ")", 1, Restarts: false);

    public static NoteShape From(HwpFields fields)
    {
        var look = fields.Number();
        return new NoteShape((int)(look & 0xFF), fields.Character(), fields.Character(), fields.Character(), fields.Word(), (look >> 10 & 3) == 1);
    }

    public string Write(int form, int number, NumberForms forms) =>
        form == OwnSign && Sign.Length > 0 && number <= MostSigns ? string.Concat(Enumerable.Repeat(Sign, number)) : forms.OfHwp(form).Write(number);
}
