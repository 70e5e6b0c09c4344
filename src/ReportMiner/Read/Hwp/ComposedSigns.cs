using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>Characters set over each other (글자 겹침), mostly numbers in circles: one sign, where Unicode has it.</summary>
internal sealed class ComposedSigns(NumberForms forms)
{
    private const string Circles = "○◯⃝";

    /// <summary>Code of the frame that is a circle.</summary>
    private const int CircleFrame = 1;

    /// <summary>Codes of forms, and of the same in circles.</summary>
    private static readonly (int Plain, int Circled)[] Pairs = [(0, 1), (4, 6), (5, 7), (8, 9), (10, 11), (13, 14)];

    /// <param name="frame">What is drawn around the characters.</param>
    public string Compose(string characters, int frame)
    {
        var bare = string.Concat(characters.Where(c => !Circles.Contains(c)));
        if (frame != CircleFrame && bare.Length == characters.Length)
        {
            return characters;
        }

        foreach (var (plain, circled) in Pairs)
        {
            for (var number = 1; number <= forms.OfHwp(circled).Signs.Length; number++)
            {
                if (forms.OfHwp(plain).Write(number) == bare)
                {
                    return forms.OfHwp(circled).Write(number);
                }
            }
        }

        return characters;
    }
}
