using System.Text;

namespace ReportMiner.Read.Docx;

/// <summary>Which fields a place of a story stands in (ECMA-376 part 1, clause 17.16): their instructions are not text, their results are.</summary>
internal sealed class DocxFields
{
    private readonly List<Field> _open = [];

    /// <summary>Whether text at this place is printed.</summary>
    public bool Shows => _open.TrueForAll(f => f.InResult);

    /// <summary>Whether it is the number of the page it stands on.</summary>
    public bool IsPageNumber => _open.Exists(f => IsPage(f.Instruction.ToString()));

    /// <summary>Whether a field prints the number of its page.</summary>
    public static bool IsPage(string instruction) => instruction.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var name, ..] && name.Equals("PAGE", StringComparison.OrdinalIgnoreCase);

    /// <param name="type">Type of a <c>w:fldChar</c>.</param>
    public void Character(string? type)
    {
        if (type == "begin")
        {
            _open.Add(new Field());
        }
        else if (_open.Count > 0 && type == "separate")
        {
            _open[^1].InResult = true;
        }
        else if (_open.Count > 0 && type == "end")
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    public void Instruction(string text)
    {
        if (_open.Count > 0)
        {
            _open[^1].Instruction.Append(text);
        }
    }

    /// <summary>An instruction or a page's number that does not end with its paragraph is broken; it must not swallow the rest.</summary>
    public void EndParagraph() => _open.RemoveAll(f => !f.InResult || IsPage(f.Instruction.ToString()));

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool InResult { get; set; }
    }
}
