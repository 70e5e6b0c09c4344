namespace ReportMiner.KnownStructure.Model;

/// <summary>How a report looks; lengths in points.</summary>
internal sealed record PageStyle(
    string Font,
    string HeadFont,
    double Size,
    double LineHeight,
    double NoteSize,
    double MarginTop,
    double MarginBottom,
    double MarginSide,
    bool KeepWords,
    bool Justify,
    NoteStyle Notes,
    string NumberFormat,
    bool HeadAtTop,
    bool BoxedChapters,
    bool OpenSides,
    bool ShadedHeads,
    double[] HeadingSizes,
    double[] ItemIndents);
