namespace ReportMiner.KnownStructure.Render.Hwpx;

/// <summary>How characters look; the size in points.</summary>
internal sealed record CharLook(string Font, double Size, bool Bold = false, bool Raised = false, string Color = "#000000");

/// <summary>How a paragraph is set; lengths in points.</summary>
/// <param name="Hang">How far its first line stands out to the left; negative for an indent.</param>
/// <param name="Lines">Line height in percent.</param>
internal sealed record ParaLook(string Align, double Left = 0, double Hang = 0, double Before = 0, double After = 0, int Lines = 160, bool KeepWithNext = false)
{
    /// <summary>What makes its number or bullet.</summary>
    public ParaMark Mark { get; init; } = ParaMark.None;
}

/// <summary>NONE, OUTLINE, NUMBER or BULLET, with the list or bullet and the level from 0.</summary>
internal readonly record struct ParaMark(string Type, int List, int Level)
{
    public static ParaMark None { get; } = new("NONE", 0, 0);
}

/// <summary>Borders of a cell and what it is filled with.</summary>
internal sealed record BorderLook(bool Rows, bool Sides, string? Fill = null);

/// <summary>Things a file names by number, each kept once and numbered as they come.</summary>
internal sealed class Numbered<T>(int first)
    where T : notnull
{
    private readonly List<T> _all = [];

    public int this[T item]
    {
        get
        {
            var at = _all.IndexOf(item);
            if (at < 0)
            {
                at = _all.Count;
                _all.Add(item);
            }

            return at + first;
        }
    }

    /// <summary>Each as XML, in a list that says how many there are.</summary>
    public string Write(string name, Func<int, T, string> xml) =>
        $"<hh:{name} itemCnt=\"{_all.Count}\">{string.Concat(_all.Select((item, i) => xml(i + first, item)))}</hh:{name}>";
}
