using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>Where each character of the text stood in the source: page and line box.</summary>
internal sealed class PlaceMap
{
    private readonly ImmutableArray<Place> _places;

    /// <summary>A stretch of text that came from one source line.</summary>
    /// <param name="Start">Offset into the text (UTF-16).</param>
    /// <param name="End">Offset after the stretch.</param>
    /// <param name="Line">The source line.</param>
    /// <param name="LineStart">Offset of the stretch's first character in the source line.</param>
    public readonly record struct Place(int Start, int End, SourceLine Line, int LineStart);

    /// <param name="places">Stretches in ascending order, not overlapping.</param>
    public PlaceMap(ImmutableArray<Place> places) => _places = places;

    /// <summary>The stretches that overlap [start, end).</summary>
    public IEnumerable<Place> Between(int start, int end)
    {
        int lo = 0, hi = _places.Length;
        while (lo < hi)
        {
            var mid = (lo + hi) / 2;
            if (_places[mid].End <= start) { lo = mid + 1; } else { hi = mid; }
        }

        for (; lo < _places.Length && _places[lo].Start < end; lo++)
        {
            yield return _places[lo];
        }
    }

    /// <summary>Page of the first character of the stretch; null for inputs without pages.</summary>
    public int? PageOf(int start, int end)
    {
        foreach (var place in Between(start, Math.Max(end, start + 1)))
        {
            return place.Line.Page > 0 ? place.Line.Page : null;
        }

        return null;
    }

    /// <summary>One box a source line; the horizontal extent is taken from the runs by character count.</summary>
    public ImmutableArray<Box> BoxesOf(int start, int end)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>();
        foreach (var place in Between(start, end))
        {
            var line = place.Line;
            if (line.Box is null)
            {
                continue;
            }

            var from = Math.Max(start, place.Start) - place.Start + place.LineStart;
            var to = Math.Min(end, place.End) - place.Start + place.LineStart;
            double x0 = double.MaxValue, x1 = double.MinValue, y0 = double.MaxValue, y1 = double.MinValue;
            foreach (var run in line.Runs)
            {
                if (run.Box is not { } box || run.End <= from || run.Start >= to)
                {
                    continue;
                }

                var width = (box.X1 - box.X0) / Math.Max(1, run.End - run.Start);
                x0 = Math.Min(x0, box.X0 + (width * (Math.Max(from, run.Start) - run.Start)));
                x1 = Math.Max(x1, box.X0 + (width * (Math.Min(to, run.End) - run.Start)));
                y0 = Math.Min(y0, box.Y0);
                y1 = Math.Max(y1, box.Y1);
            }

            if (x0 <= x1)
            {
                boxes.Add(new Box(line.Page, Math.Round(x0, 1), Math.Round(y0, 1), Math.Round(x1, 1), Math.Round(y1, 1)));
            }
        }

        return boxes.ToImmutable();
    }
}
