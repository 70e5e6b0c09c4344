namespace ReportMiner.KnownStructure.Render.Hwpx;

/// <summary>What is anchored in a paragraph of an HWPX: tables, pictures and boxes share how they are placed. Lengths in hundredths of a point.</summary>
internal static class HwpxShape
{
    private const string Flow = "textWrap=\"TOP_AND_BOTTOM\" textFlow=\"BOTH_SIDES\" lock=\"0\" dropcapstyle=\"None\"";

    /// <summary>A table's start, up to its rows.</summary>
    /// <param name="borders">Of the whole.</param>
    /// <param name="caption">See <see cref="Caption"/>, or nothing.</param>
    public static string OpenTable(int number, int rows, int columns, int width, int borders, string caption = "") =>
        $"<hp:tbl id=\"{number}\" zOrder=\"{number}\" numberingType=\"TABLE\" {Flow} pageBreak=\"CELL\" repeatHeader=\"1\" rowCnt=\"{rows}\" colCnt=\"{columns}\" cellSpacing=\"0\" borderFillIDRef=\"{borders}\" noAdjust=\"0\">" +
        $"{Place(width, rows * RowHeight)}{caption}<hp:inMargin left=\"510\" right=\"510\" top=\"141\" bottom=\"141\"/>";

    public const int RowHeight = 2000;

    /// <summary>A cell up to its paragraphs.</summary>
    public static string OpenCell(bool head, int borders) =>
        $"<hp:tc name=\"\" header=\"{(head ? 1 : 0)}\" hasMargin=\"0\" protect=\"0\" editable=\"0\" dirty=\"0\" borderFillIDRef=\"{borders}\">{OpenList("CENTER")}";

    /// <summary>What closes <see cref="OpenCell"/>.</summary>
    public static string CloseCell(int row, int column, int rowSpan, int columnSpan, int width) =>
        $"</hp:subList><hp:cellAddr colAddr=\"{column}\" rowAddr=\"{row}\"/><hp:cellSpan colSpan=\"{columnSpan}\" rowSpan=\"{rowSpan}\"/><hp:cellSz width=\"{width}\" height=\"{RowHeight * rowSpan}\"/><hp:cellMargin left=\"510\" right=\"510\" top=\"141\" bottom=\"141\"/></hp:tc>";

    public static string OpenList(string align) =>
        $"<hp:subList id=\"\" textDirection=\"HORIZONTAL\" lineWrap=\"BREAK\" vertAlign=\"{align}\" linkListIDRef=\"0\" linkListNextIDRef=\"0\" textWidth=\"0\" textHeight=\"0\" hasTextRef=\"0\" hasNumRef=\"0\">";

    public static string Caption(string side, int width, string paragraphs) =>
        $"<hp:caption side=\"{side}\" fullSz=\"0\" width=\"{width}\" gap=\"850\" lastWidth=\"{width}\">{OpenList("TOP")}{paragraphs}</hp:subList></hp:caption>";

    /// <summary>A box with text.</summary>
    public static string Box(int number, int width, int height, string paragraphs) =>
        $"<hp:rect id=\"{number}\" zOrder=\"{number}\" numberingType=\"PICTURE\" {Flow} href=\"\" groupLevel=\"0\" instid=\"{number}\" ratio=\"0\">{Geometry(width, height)}" +
        "<hp:lineShape color=\"#333333\" width=\"33\" style=\"SOLID\" endCap=\"FLAT\" headStyle=\"NORMAL\" tailStyle=\"NORMAL\" headfill=\"1\" tailfill=\"1\" headSz=\"MEDIUM_MEDIUM\" tailSz=\"MEDIUM_MEDIUM\" outlineStyle=\"NORMAL\" alpha=\"0\"/>" +
        "<hc:fillBrush><hc:winBrush faceColor=\"#FFFFFF\" hatchColor=\"#000000\" alpha=\"0\"/></hc:fillBrush><hp:shadow type=\"NONE\" color=\"#B2B2B2\" offsetX=\"0\" offsetY=\"0\" alpha=\"0\"/>" +
        $"<hp:drawText lastWidth=\"{width}\" name=\"\" editable=\"0\">{OpenList("CENTER")}{paragraphs}</hp:subList><hp:textMargin left=\"283\" right=\"283\" top=\"283\" bottom=\"283\"/></hp:drawText>" +
        $"{Corners(width, height)}{Place(width, height)}<hp:shapeComment/></hp:rect>";

    public static string Picture(int number, string image, int width, int height, string caption) =>
        $"<hp:pic id=\"{number}\" zOrder=\"{number}\" numberingType=\"PICTURE\" {Flow} href=\"\" groupLevel=\"0\" instid=\"{number}\" reverse=\"0\">{Geometry(width, height)}<hp:imgRect>{Corners(width, height)}</hp:imgRect>" +
        $"<hp:imgClip left=\"0\" right=\"{width}\" top=\"0\" bottom=\"{height}\"/><hp:inMargin left=\"0\" right=\"0\" top=\"0\" bottom=\"0\"/><hp:imgDim dimwidth=\"{width}\" dimheight=\"{height}\"/>" +
        $"<hc:img binaryItemIDRef=\"{image}\" bright=\"0\" contrast=\"0\" effect=\"REAL_PIC\" alpha=\"0\"/><hp:effects/>{Place(width, height)}{caption}<hp:shapeComment/></hp:pic>";

    private static string Place(int width, int height) =>
        $"<hp:sz width=\"{width}\" widthRelTo=\"ABSOLUTE\" height=\"{height}\" heightRelTo=\"ABSOLUTE\" protect=\"0\"/><hp:pos treatAsChar=\"1\" affectLSpacing=\"0\" flowWithText=\"1\" allowOverlap=\"0\" holdAnchorAndSO=\"0\" vertRelTo=\"PARA\" horzRelTo=\"PARA\" vertAlign=\"TOP\" horzAlign=\"LEFT\" vertOffset=\"0\" horzOffset=\"0\"/><hp:outMargin left=\"283\" right=\"283\" top=\"283\" bottom=\"283\"/>";

    private static string Geometry(int width, int height)
    {
        const string Same = "e1=\"1\" e2=\"0\" e3=\"0\" e4=\"0\" e5=\"1\" e6=\"0\"";
        return $"<hp:offset x=\"0\" y=\"0\"/><hp:orgSz width=\"{width}\" height=\"{height}\"/><hp:curSz width=\"{width}\" height=\"{height}\"/><hp:flip horizontal=\"0\" vertical=\"0\"/><hp:rotationInfo angle=\"0\" centerX=\"{width / 2}\" centerY=\"{height / 2}\" rotateimage=\"1\"/>" +
            $"<hp:renderingInfo><hc:transMatrix {Same}/><hc:scaMatrix {Same}/><hc:rotMatrix {Same}/></hp:renderingInfo>";
    }

    private static string Corners(int width, int height) =>
        $"<hc:pt0 x=\"0\" y=\"0\"/><hc:pt1 x=\"{width}\" y=\"0\"/><hc:pt2 x=\"{width}\" y=\"{height}\"/><hc:pt3 x=\"0\" y=\"{height}\"/>";
}
