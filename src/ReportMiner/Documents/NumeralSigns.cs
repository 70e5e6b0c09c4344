namespace ReportMiner.Documents;

/// <summary>
/// The signs Korean numerals are written with. They are the numeral system itself, a closed set, and so stand in code;
/// what varies between reports (units, cues) is data.
/// </summary>
internal static class NumeralSigns
{
    /// <summary>Multipliers within a group of four digits.</summary>
    public const string Small = "십백천";

    /// <summary>Multipliers of groups, ascending: 10⁴, 10⁸, 10¹², 10¹⁶, 10²⁰.</summary>
    public const string Large = "만억조경해";

    /// <summary>Sino-Korean digits from one.</summary>
    public const string SinoDigits = "일이삼사오육칠팔구";

    /// <summary>What makes a numeral vague: 수천억, 몇백.</summary>
    public const string Vague = "수몇";

    /// <summary>"And some more" inside or after a numeral: 20여만, 1,000여.</summary>
    public const char Odd = '여';

    /// <summary>Native numerals and their bounds, longer forms first. 한 is left out: it is an article far more often than a number.</summary>
    public static readonly (string Word, int Low, int High)[] Native =
    [
        ("두서너", 2, 4), ("예닐곱", 6, 7), ("대여섯", 5, 6), ("일고여덟", 7, 8), ("서너", 3, 4), ("두세", 2, 3), ("한두", 1, 2), ("너댓", 4, 5), ("네댓", 4, 5), ("네다섯", 4, 5),
        ("열두", 12, 12), ("열한", 11, 11), ("열세", 13, 13), ("열네", 14, 14), ("다섯", 5, 5), ("여섯", 6, 6), ("일곱", 7, 7), ("여덟", 8, 8), ("아홉", 9, 9), ("스무", 20, 20),
        ("두", 2, 2), ("세", 3, 3), ("네", 4, 4), ("열", 10, 10),
    ];

    /// <summary>The value of an ASCII or fullwidth digit, or -1.</summary>
    public static int Digit(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;

    /// <summary>True for a precomposed Hangul syllable.</summary>
    public static bool IsHangul(char c) => c is >= '가' and <= '힣';
}
