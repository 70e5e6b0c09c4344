using ReportMiner.Read.Pdf.Drawing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace ReportMiner.PdfPig;

/// <summary>Hands the painted paths of a page to the collector of ruled lines. Curves only move the current point; white is not seen.</summary>
internal static class DrawnPaths
{
    private const double White = 0.97;

    public static PageDrawing Of(IReadOnlyList<PdfPath> paths, PagePlace place)
    {
        var collector = new DrawingCollector();
        foreach (var path in paths)
        {
            if (path.IsFilled && !IsWhite(path.FillColor))
            {
                collector.Fill([.. path.SelectMany(p => Strokes(p, place)).Select(Closed)]);
            }

            if (path.IsStroked && !IsWhite(path.StrokeColor))
            {
                collector.Stroke([.. path.SelectMany(p => Strokes(p, place))], path.LineWidth);
            }
        }

        return collector.Finish();
    }

    private static List<(double X, double Y)[]> Strokes(PdfSubpath path, PagePlace place)
    {
        var strokes = new List<(double X, double Y)[]>();
        var open = new List<(double X, double Y)>();
        (double X, double Y)? start = null;
        foreach (var command in path.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    End();
                    open.Add(place.Map(move.Location));
                    start = open[0];
                    break;
                case PdfSubpath.Line line:
                    open.Add(place.Map(line.To));
                    break;
                case PdfSubpath.Close when start is { } first && open.Count > 1:
                    open.Add(first);
                    break;
                case PdfSubpath.BezierCurve curve:
                    End();
                    open.Add(place.Map(curve.EndPoint));
                    break;
            }
        }

        End();
        return strokes;

        void End()
        {
            if (open.Count > 1)
            {
                strokes.Add([.. open]);
            }

            open.Clear();
        }
    }

    /// <summary>What is filled is closed, whether the path says so or not.</summary>
    private static (double X, double Y)[] Closed((double X, double Y)[] points) =>
        points.Length > 2 && points[0] != points[^1] ? [.. points, points[0]] : points;

    private static bool IsWhite(IColor? color)
    {
        if (color is null or PatternColor)
        {
            return false;
        }

        var (r, g, b) = color.ToRGBValues();
        return Math.Min(r, Math.Min(g, b)) >= White;
    }
}
