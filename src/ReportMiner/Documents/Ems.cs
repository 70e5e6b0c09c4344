namespace ReportMiner.Documents;

/// <summary>Widths in ems as the fonts of reports go: hangul a full one, Latin about half.</summary>
internal static class Ems
{
    public static double Of(ReadOnlySpan<char> text)
    {
        var sum = 0.0;
        foreach (var c in text)
        {
            sum += Of(c);
        }

        return sum;
    }

    public static double Of(char c) => c is ' ' ? 0.35 : c < '\u1100' ? 0.55 : 1;
}
