namespace ReportMiner.Tag.Entities;

/// <summary>A run of letters and digits.</summary>
/// <param name="Stem">Where its particle begins; its end where it has none.</param>
/// <param name="Shape">The kinds of its characters, runs folded, and its length.</param>
/// <param name="Before">The character before it.</param>
/// <param name="After">The two characters after it.</param>
internal sealed record TextWord(int Start, int Stem, int End, uint Shape, string Before, string After);
