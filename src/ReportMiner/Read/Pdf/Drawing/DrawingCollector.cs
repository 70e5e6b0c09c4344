namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>Gathers the painted paths of a page and makes lines and areas of them.</summary>
internal sealed class DrawingCollector
{
    /// <summary>A filled rectangle or a stroke no thicker than this is a line.</summary>
    private const double ThickestLine = 3.5;

    /// <summary>Off by this much, a line still counts as level or upright.</summary>
    private const double Slant = 0.6;

    /// <summary>Dots and dashes this near, end to end, are one line.</summary>
    private const double Gap = 3;

    private const double SameLine = 0.8;
    private const double ShortestLine = 4;
    private const int MostPieces = 60_000;

    private readonly List<RuledLine> _pieces = [];
    private readonly List<PageArea> _areas = [];

    public void Stroke(List<(double X, double Y)[]> path, double width)
    {
        foreach (var points in path)
        {
            for (var i = 1; i < points.Length && _pieces.Count < MostPieces; i++)
            {
                var (a, b) = (points[i - 1], points[i]);
                if (width > ThickestLine)
                {
                    var half = width / 2;
                    if (Math.Abs(a.Y - b.Y) <= Slant) { Area(Math.Min(a.X, b.X), a.Y - half, Math.Max(a.X, b.X), a.Y + half); }
                    else if (Math.Abs(a.X - b.X) <= Slant) { Area(a.X - half, Math.Min(a.Y, b.Y), a.X + half, Math.Max(a.Y, b.Y)); }
                }
                else
                {
                    Line(a, b);
                }
            }
        }
    }

    public void Fill(List<(double X, double Y)[]> path)
    {
        foreach (var points in path)
        {
            if (points.Length < 4 || !IsRectangle(points))
            {
                continue;
            }

            double x0 = points.Min(p => p.X), x1 = points.Max(p => p.X), y0 = points.Min(p => p.Y), y1 = points.Max(p => p.Y);
            if (y1 - y0 <= ThickestLine && x1 - x0 > y1 - y0)
            {
                Line((x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2));
            }
            else if (x1 - x0 <= ThickestLine)
            {
                Line(((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1));
            }
            else
            {
                Area(x0, y0, x1, y1);
            }
        }
    }

    public PageDrawing Finish() => new([.. Join(false), .. Join(true)], [.. _areas.Distinct()]);

    private void Area(double x0, double y0, double x1, double y1)
    {
        if (_areas.Count < MostPieces)
        {
            _areas.Add(new PageArea(x0, y0, x1, y1));
        }
    }

    private void Line((double X, double Y) a, (double X, double Y) b)
    {
        if (Math.Abs(a.Y - b.Y) <= Slant)
        {
            _pieces.Add(new RuledLine(false, (a.Y + b.Y) / 2, Math.Min(a.X, b.X), Math.Max(a.X, b.X)));
        }
        else if (Math.Abs(a.X - b.X) <= Slant)
        {
            _pieces.Add(new RuledLine(true, (a.X + b.X) / 2, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y)));
        }
    }

    private IEnumerable<RuledLine> Join(bool upright)
    {
        var pieces = _pieces.Where(p => p.Upright == upright).OrderBy(p => p.At).ThenBy(p => p.From).ThenBy(p => p.To).ToList();
        for (var i = 0; i < pieces.Count;)
        {
            // Pieces on one base line, whatever their order along it.
            var end = i + 1;
            while (end < pieces.Count && pieces[end].At - pieces[end - 1].At <= SameLine && pieces[end].At - pieces[i].At <= 2 * SameLine)
            {
                end++;
            }

            var row = pieces[i..end];
            row.Sort((p, q) => p.From != q.From ? p.From.CompareTo(q.From) : p.To.CompareTo(q.To));
            var at = row.Average(p => p.At);
            double from = row[0].From, to = row[0].To;
            foreach (var piece in row)
            {
                if (piece.From > to + Gap)
                {
                    if (to - from >= ShortestLine)
                    {
                        yield return new RuledLine(upright, at, from, to);
                    }

                    from = piece.From;
                }

                to = Math.Max(to, piece.To);
            }

            if (to - from >= ShortestLine)
            {
                yield return new RuledLine(upright, at, from, to);
            }

            i = end;
        }
    }

    private static bool IsRectangle((double X, double Y)[] points)
    {
        for (var i = 1; i < points.Length; i++)
        {
            if (Math.Abs(points[i].X - points[i - 1].X) > Slant && Math.Abs(points[i].Y - points[i - 1].Y) > Slant)
            {
                return false;
            }
        }

        return points.Length <= 6;
    }
}
