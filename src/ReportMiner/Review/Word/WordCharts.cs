using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ReportMiner.Review.Word;

/// <summary>Bar charts of one series as chart parts (ECMA-376 part 1, clause 21.2), each with a workbook of its figures.</summary>
internal sealed class WordCharts(MainDocumentPart main)
{
    private const long Width = 6_120_000;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private int _count;

    /// <summary>Adds a chart and gives the run that shows it.</summary>
    /// <param name="lying">Whether the bars lie, for long labels.</param>
    public Run Add(string title, string series, bool lying, ImmutableArray<(string Label, decimal Value)> bars)
    {
        var id = "chart" + (++_count).ToString(CultureInfo.InvariantCulture);
        var part = main.AddNewPart<ChartPart>(id);
        var sheet = part.AddNewPart<EmbeddedPackagePart>(Workbook, "rId1");
        using (var data = new MemoryStream(ChartSheet.Write(series, bars)))
        {
            sheet.FeedData(data);
        }

        using (var stream = part.GetStream(FileMode.Create))
        {
            Xml(series, lying, bars).Save(stream);
        }

        var height = lying ? 700_000 + (bars.Length * 260_000L) : 2_400_000;
        var alternative = WordLabels.Of("chart.alt", title, string.Join(", ", bars.Select(b => $"{b.Label} {Number(b.Value)}")));
        return new Run(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = Width, Cy = height },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.DocProperties { Id = (uint)_count, Name = id, Title = title, Description = alternative },
            new Wp.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = Chart.NamespaceName }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }

    private static XDocument Xml(string series, bool lying, ImmutableArray<(string Label, decimal Value)> bars)
    {
        static XElement Val(string name, object value) => new(Chart + name, new XAttribute("val", value));
        static XElement Point(int index, string value) => new(Chart + "pt", new XAttribute("idx", index), new XElement(Chart + "v", value));
        static XElement Text(int size) => new(Chart + "txPr", new XElement(Drawing + "bodyPr"), new XElement(Drawing + "p", new XElement(Drawing + "pPr", new XElement(
            Drawing + "defRPr",
            new XAttribute("sz", size),
            new XElement(Drawing + "latin", new XAttribute("typeface", "Malgun Gothic")),
            new XElement(Drawing + "ea", new XAttribute("typeface", "맑은 고딕")))), new XElement(Drawing + "endParaRPr", new XAttribute("lang", "ko-KR"))));
        static XElement Fill(string colour) => new(Drawing + "solidFill", new XElement(Drawing + "srgbClr", new XAttribute("val", colour)));

        var last = (bars.Length + 1).ToString(CultureInfo.InvariantCulture);
        // The first lying bar would stand lowest.
        XElement Axis(string name, int id, int cross, string position, params object[] rest) => new(
            Chart + name, Val("axId", id), new XElement(Chart + "scaling", Val("orientation", lying && name == "catAx" ? "maxMin" : "minMax")), Val("delete", 0), Val("axPos", position), rest, Val("crossAx", cross), Val("crosses", "autoZero"));
        var plot = new XElement(
            Chart + "plotArea",
            new XElement(Chart + "layout"),
            new XElement(
                Chart + "barChart",
                Val("barDir", lying ? "bar" : "col"),
                Val("grouping", "clustered"),
                Val("varyColors", 0),
                new XElement(
                    Chart + "ser",
                    Val("idx", 0),
                    Val("order", 0),
                    new XElement(Chart + "tx", new XElement(Chart + "strRef", new XElement(Chart + "f", "Sheet1!$B$1"), new XElement(Chart + "strCache", Val("ptCount", 1), Point(0, series)))),
                    new XElement(Chart + "spPr", Fill("2F5496")),
                    Val("invertIfNegative", 0),
                    new XElement(Chart + "dLbls", new XElement(Chart + "spPr", new XElement(Drawing + "noFill")), Text(900), Val("showLegendKey", 0), Val("showVal", 1), Val("showCatName", 0), Val("showSerName", 0), Val("showPercent", 0), Val("showBubbleSize", 0)),
                    new XElement(Chart + "cat", new XElement(Chart + "strRef", new XElement(Chart + "f", $"Sheet1!$A$2:$A${last}"), new XElement(Chart + "strCache", Val("ptCount", bars.Length), bars.Select((b, i) => Point(i, b.Label))))),
                    new XElement(Chart + "val", new XElement(Chart + "numRef", new XElement(Chart + "f", $"Sheet1!$B$2:$B${last}"), new XElement(Chart + "numCache", new XElement(Chart + "formatCode", "#,##0.##"), Val("ptCount", bars.Length), bars.Select((b, i) => Point(i, Number(b.Value))))))),
                Val("gapWidth", lying ? 60 : 150),
                Val("axId", 1),
                Val("axId", 2)),
            Axis("catAx", 1, 2, lying ? "l" : "b", Val("majorTickMark", "none"), Val("tickLblPos", "nextTo"), Text(900)),
            Axis("valAx", 2, 1, lying ? "t" : "l", new XElement(Chart + "numFmt", new XAttribute("formatCode", "#,##0"), new XAttribute("sourceLinked", 0)), Val("majorTickMark", "none"), Val("tickLblPos", "none"), new XElement(Chart + "spPr", new XElement(Drawing + "ln", new XElement(Drawing + "noFill")))));
        return new XDocument(new XElement(
            Chart + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", Chart),
            new XAttribute(XNamespace.Xmlns + "a", Drawing),
            new XAttribute(XNamespace.Xmlns + "r", Relations),
            Val("roundedCorners", 0),
            new XElement(Chart + "chart", Val("autoTitleDeleted", 1), plot, Val("plotVisOnly", 1)),
            new XElement(Chart + "spPr", new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
            new XElement(Chart + "externalData", new XAttribute(Relations + "id", "rId1"), Val("autoUpdate", 0))));
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
