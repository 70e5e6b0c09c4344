namespace ReportMiner.Segment;

/// <summary>Whether a line is set smaller than the body: by its type size, and where sizes are rounded by the height of the same font.</summary>
internal sealed class TypeSize
{
    private const double Smaller = 0.97;

    private readonly double _body;
    private readonly string? _font;
    private readonly double _height;

    public TypeSize(List<Line> lines, double body)
    {
        _body = body;
        var runs = lines.Where(l => Math.Abs(l.Source.FontSize - body) < 0.5).SelectMany(l => l.Source.Runs).Where(r => r.Box is not null && Math.Abs(r.FontSize - body) < 0.5).ToList();
        _font = runs.GroupBy(r => r.Font).OrderByDescending(g => g.Sum(r => r.End - r.Start)).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        var heights = runs.Where(r => r.Font == _font).Select(r => r.Box!.Y1 - r.Box.Y0).Order().ToList();
        _height = heights.Count == 0 ? 0 : heights[heights.Count / 2];
    }

    /// <summary>Whether the report has type sizes at all.</summary>
    public bool Known => _body > 0;

    public bool IsSmall(Line line)
    {
        if (Math.Abs(line.Source.FontSize - _body) > 0.4)
        {
            return line.Source.FontSize < _body;
        }

        var main = line.Source.Runs.Where(r => r.Font == _font && r.Box is not null).MaxBy(r => r.End - r.Start);
        return main?.Box is { } box && box.Y1 - box.Y0 < Smaller * _height;
    }
}
