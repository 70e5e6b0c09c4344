namespace ReportMiner.Read.Hwp;

/// <summary>The kinds of records that are read (HWPTAG_…).</summary>
internal enum HwpTag
{
    DocumentProperties = 16,
    FaceName = 19,
    BorderFill = 20,
    CharShape = 21,
    Numbering = 23,
    Bullet = 24,
    ParaShape = 25,
    DistributeDocData = 28,
    ParaHeader = 66,
    ParaText = 67,
    ParaCharShape = 68,
    CtrlHeader = 71,
    ListHeader = 72,
    FootnoteShape = 74,
    ShapeComponent = 76,
    Table = 77,
    Equation = 88,
    TextArt = 90,
    FormObject = 91,
    MemoList = 93,
}
