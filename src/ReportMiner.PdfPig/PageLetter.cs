using ReportMiner.Read.Pdf;

namespace ReportMiner.PdfPig;

/// <summary>Which way a letter stands; quarter turns against the clock.</summary>
internal enum LetterTurn
{
    Level,
    Upwards,
    Over,
    Downwards,
}

/// <summary>A letter as drawn, in the frame of its own base line: from where to where it runs along it, and where that lies across.</summary>
/// <param name="From">Where it begins along its base line; grows in reading direction.</param>
/// <param name="Base">The base line's place; grows to the letters' feet.</param>
/// <param name="Ascent">Points above the base line.</param>
/// <param name="Descent">Points below it.</param>
internal readonly record struct PageLetter(string Text, LetterTurn Turn, double From, double To, double Base, double Ascent, double Descent, PdfFont Font, bool Bold)
{
    public double Height => Ascent + Descent;
}
