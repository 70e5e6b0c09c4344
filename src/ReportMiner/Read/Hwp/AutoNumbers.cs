namespace ReportMiner.Read.Hwp;

/// <summary>What a number of the program counts; the codes are those of the format.</summary>
internal enum AutoNumber
{
    Page,
    Footnote,
    Endnote,
    Figure,
    Table,
    Equation,
}

/// <summary>The running numbers of notes, figures, tables and equations. Hangul states them; where it does not they are counted.</summary>
internal sealed class AutoNumbers
{
    private readonly Dictionary<AutoNumber, int> _last = [];

    public int Next(AutoNumber kind, uint stated) =>
        _last[kind] = stated is > 0 and <= ushort.MaxValue ? (int)stated : _last.GetValueOrDefault(kind) + 1;

    public void StartAt(AutoNumber kind, int number) => _last[kind] = number - 1;
}
