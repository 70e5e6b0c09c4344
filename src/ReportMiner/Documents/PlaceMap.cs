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
        for (var i = TextSpans.First(_places.Length, i => _places[i].End > start); i < _places.Length && _places[i].Start < end; i++)
        {
            yield return _places[i];
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

    /// <summary>
    /// How sure the characters recognized in pictures are that the stretch stands on: their mean, since one doubtful mark
    /// says little of a long sentence, and without those of the text layer, since they say nothing of the others. 1 if there are none.
    /// </summary>
    public double ConfidenceOf(int start, int end)
    {
        double sum = 0, count = 0;
        foreach (var place in Between(start, end))
        {
            var from = Math.Max(start, place.Start) - place.Start + place.LineStart;
            var to = Math.Min(end, place.End) - place.Start + place.LineStart;
            foreach (var run in place.Line.Runs.Where(r => r.Confidence < 1 && r.Start < to && r.End > from))
            {
                var shared = Math.Min(to, run.End) - Math.Max(from, run.Start);
                (sum, count) = (sum + (shared * run.Confidence), count + shared);
            }
        }

        return count > 0 ? sum / count : 1;
    }

    /// <summary>One box a source line; the horizontal extent is taken from the runs by character count.</summary>
    public ImmutableArray<Box> BoxesOf(int start, int end)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>();
        foreach (var place in Between(start, end))
        {
            var from = Math.Max(start, place.Start) - place.Start + place.LineStart;
            var to = Math.Min(end, place.End) - place.Start + place.LineStart;
            if (place.Line.BoxOf(from, to) is { } box && box.X0 <= box.X1)
            {
                boxes.Add(new Box(box.Page, Math.Round(box.X0, 1), Math.Round(box.Y0, 1), Math.Round(box.X1, 1), Math.Round(box.Y1, 1)));
            }
        }

        return boxes.ToImmutable();
    }
}
