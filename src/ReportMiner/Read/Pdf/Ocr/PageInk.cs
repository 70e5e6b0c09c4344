using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>
/// Finds what is written on a page's picture and not in its text layer: ink the size of letters, outside the boxes of
/// the layer's words, gathered into pieces of lines. Rules, frames and large shapes are left aside. Cut into pieces,
/// a page leaves the recognizer nothing to guess of its layout, and a lost number is read by itself.
/// </summary>
internal sealed class PageInk
{
    private const byte Dark = 140;

    /// <summary>Ink that goes on this far, in points, is a rule or a filled shape.</summary>
    private const double RuleLength = 29;

    /// <summary>Sides of the largest letter and of the smallest one that tells the size of the writing, in points.</summary>
    private const double LargestLetter = 36;

    private const double SmallestLetter = 3.6;

    /// <summary>Ink of the smallest dot, in square points.</summary>
    private const double SmallestDot = 0.35;

    private const double TallestPiece = 60;

    /// <summary>Gaps inside a piece, in heights of a letter: across, with the spaces between words; and up and down inside a letter.</summary>
    private const double Across = 0.9;

    private const double Upright = 0.16;

    /// <summary>Height of a letter to its width, both parts of a syllable together.</summary>
    private const double TallestLetter = 1.35;

    /// <summary>How much around a piece must be of one grey, within two shades.</summary>
    private const double Surroundings = 2;

    private const double PaperShare = 0.6;

    private const int Shade = 16;

    /// <summary>White around a piece, in points.</summary>
    private const double Frame = 7;

    private const int MostPieces = 1500;

    /// <summary>All pieces together have no more than this many times the page's pixels.</summary>
    private const int MostPixels = 4;

    private readonly GreyPicture _page;
    private readonly double _scale;
    private readonly bool[] _covered;
    private readonly List<Stroke> _strokes = [];
    private int[] _parent = [];
    private Blob[] _blobs = [];

    private PageInk(GreyPicture page, double scale)
    {
        _page = page;
        _scale = scale;
        _covered = new bool[page.Pixels.Length];
    }

    /// <summary>A row's stretch of ink, from <paramref name="X0"/> up to before <paramref name="X1"/>.</summary>
    private readonly record struct Stroke(int Y, int X0, int X1);

    /// <summary>Connected ink: its box and how many of its pixels are there and under words of the layer.</summary>
    private struct Blob
    {
        public int X0, Y0, X1, Y1, Ink, Covered;
    }

    /// <summary>The pieces from the top down, and the height of the page's letters in pixels.</summary>
    /// <param name="covered">Boxes of what is known, in points.</param>
    /// <param name="scale">Pixels a point.</param>
    public static (ImmutableArray<InkPiece> Pieces, double Letter) Find(GreyPicture page, IEnumerable<(double X0, double Y0, double X1, double Y1)> covered, double scale)
    {
        var ink = new PageInk(page, scale);
        foreach (var box in covered)
        {
            ink.Cover(box);
        }

        ink.Connect(ink.WithoutRules());
        return ink.Gather();
    }

    private void Cover((double X0, double Y0, double X1, double Y1) box)
    {
        int x0 = Math.Clamp((int)(box.X0 * _scale), 0, _page.Width), x1 = Math.Clamp((int)(box.X1 * _scale) + 1, x0, _page.Width);
        for (var y = Math.Max(0, (int)(box.Y0 * _scale)); y <= Math.Min(_page.Height - 1, (int)(box.Y1 * _scale)); y++)
        {
            _covered.AsSpan((y * _page.Width) + x0, x1 - x0).Fill(true);
        }
    }

    private bool[] WithoutRules()
    {
        var ink = Array.ConvertAll(_page.Pixels, p => p < Dark);
        var kept = (bool[])ink.Clone();
        Erase(ink, kept, _page.Height, _page.Width, _page.Width, 1);
        Erase(ink, kept, _page.Width, _page.Height, 1, _page.Width);
        return kept;
    }

    private void Erase(bool[] ink, bool[] kept, int rows, int length, int row, int step)
    {
        var rule = (int)(RuleLength * _scale);
        for (var r = 0; r < rows; r++)
        {
            var run = 0;
            for (var i = 0; i <= length; i++)
            {
                if (i < length && ink[(r * row) + (i * step)])
                {
                    run++;
                    continue;
                }

                for (var j = run >= rule ? run : 0; j > 0; j--)
                {
                    // Nor does a piece go on over a rule between two cells.
                    var at = (r * row) + ((i - j) * step);
                    (kept[at], _covered[at]) = (false, true);
                }

                run = 0;
            }
        }
    }

    private void Connect(bool[] ink)
    {
        var rows = new int[_page.Height + 1];
        for (var y = 0; y < _page.Height; y++)
        {
            rows[y] = _strokes.Count;
            var row = ink.AsSpan(y * _page.Width, _page.Width);
            for (var x = row.IndexOf(true); x >= 0 && x < row.Length;)
            {
                var length = row[x..].IndexOf(false) is var l and >= 0 ? l : row.Length - x;
                _strokes.Add(new Stroke(y, x, x + length));
                x += length;
                x = row[x..].IndexOf(true) is var next and >= 0 ? x + next : row.Length;
            }
        }

        rows[^1] = _strokes.Count;
        _parent = [.. Enumerable.Range(0, _strokes.Count)];
        _blobs = new Blob[_strokes.Count];
        for (var i = 0; i < _strokes.Count; i++)
        {
            var (y, x0, x1) = _strokes[i];
            var covered = _covered.AsSpan((y * _page.Width) + x0, x1 - x0).Count(true);
            _blobs[i] = new Blob { X0 = x0, Y0 = y, X1 = x1, Y1 = y + 1, Ink = x1 - x0, Covered = covered };
        }

        for (var y = 1; y < _page.Height; y++)
        {
            for (int above = rows[y - 1], i = rows[y]; above < rows[y] && i < rows[y + 1];)
            {
                if (_strokes[above].X0 <= _strokes[i].X1 && _strokes[i].X0 <= _strokes[above].X1)
                {
                    Join(above, i);
                }

                if (_strokes[above].X1 < _strokes[i].X1) { above++; } else { i++; }
            }
        }
    }

    private (ImmutableArray<InkPiece> Pieces, double Letter) Gather()
    {
        var isLetter = new bool[_strokes.Count];
        var heights = new List<int>();
        for (var i = 0; i < _strokes.Count; i++)
        {
            var blob = _blobs[Root(i)];
            var size = Math.Max(blob.X1 - blob.X0, blob.Y1 - blob.Y0);
            if (Root(i) == i && size <= LargestLetter * _scale && blob.Y1 - blob.Y0 > SmallestLetter * _scale)
            {
                heights.Add(blob.Y1 - blob.Y0);
            }

            isLetter[i] = size <= LargestLetter * _scale && blob.Ink >= SmallestDot * _scale * _scale && 2 * blob.Covered <= blob.Ink;
        }

        if (!isLetter.Contains(true))
        {
            return ([], 0);
        }

        heights.Sort();
        var letter = heights.Count > 0 ? heights[heights.Count * 3 / 4] : 10 * _scale;
        int[] letters = [.. Enumerable.Range(0, isLetter.Length).Where(i => isLetter[i])];
        JoinUpright(letters, letter);
        JoinAcross(letters, (int)(Across * letter));
        return (CutOut(letters), letter);
    }

    /// <summary>The parts of a syllable that stand one above the other.</summary>
    private void JoinUpright(int[] letters, double letter)
    {
        var gap = (int)(Upright * letter);
        var above = new int[_page.Width];
        Array.Fill(above, -1);
        foreach (var i in letters)
        {
            for (var x = _strokes[i].X0; x < _strokes[i].X1; x++)
            {
                if (above[x] >= 0 && _strokes[i].Y - _strokes[above[x]].Y <= gap && Root(above[x]) != Root(i))
                {
                    var (a, b) = (_blobs[Root(above[x])], _blobs[Root(i)]);
                    var width = Math.Max(a.X1, b.X1) - Math.Min(a.X0, b.X0);
                    if (Math.Max(a.Y1, b.Y1) - Math.Min(a.Y0, b.Y0) <= TallestLetter * Math.Max(letter, width))
                    {
                        Join(above[x], i);
                    }
                }

                above[x] = i;
            }
        }
    }

    /// <summary>Letters and words of a line, as long as no word of the layer stands between them.</summary>
    private void JoinAcross(int[] letters, int gap)
    {
        for (var n = 1; n < letters.Length; n++)
        {
            var (left, right) = (_strokes[letters[n - 1]], _strokes[letters[n]]);
            if (left.Y == right.Y && right.X0 - left.X1 <= gap && !_covered.AsSpan((left.Y * _page.Width) + left.X1, right.X0 - left.X1).Contains(true))
            {
                Join(letters[n - 1], letters[n]);
            }
        }
    }

    private ImmutableArray<InkPiece> CutOut(int[] letters)
    {
        var pieces = new List<InkPiece>();
        var budget = (long)MostPixels * _page.Pixels.Length;
        var groups = letters.GroupBy(Root).Where(g => _blobs[g.Key].Y1 - _blobs[g.Key].Y0 <= TallestPiece * _scale && IsOnPaper(_blobs[g.Key]));
        foreach (var group in groups.OrderByDescending(g => _blobs[g.Key].Ink).ThenBy(g => g.Key).Take(MostPieces))
        {
            var piece = CutOut(_blobs[group.Key], group);
            budget -= piece.Picture.Pixels.Length;
            if (budget < 0)
            {
                break;
            }

            pieces.Add(piece);
        }

        return [.. pieces.OrderBy(p => p.Y0).ThenBy(p => p.X0)];
    }

    /// <summary>Writing stands on paper or paint of one grey; what looks like letters in a photograph does not.</summary>
    private bool IsOnPaper(Blob blob)
    {
        var around = (int)(Surroundings * _scale) + 1;
        int from = Math.Max(0, blob.X0 - around), to = Math.Min(_page.Width, blob.X1 + around);
        Span<int> greys = stackalloc int[(GreyPicture.White / Shade) + 2];
        var all = 0;
        for (var y = Math.Max(0, blob.Y0 - around); y < Math.Min(_page.Height, blob.Y1 + around); y++)
        {
            foreach (var grey in _page.Pixels.AsSpan((y * _page.Width) + from, to - from))
            {
                if (grey >= Dark)
                {
                    greys[grey / Shade]++;
                    all++;
                }
            }
        }

        var most = 0;
        for (var i = 1; i < greys.Length; i++)
        {
            most = Math.Max(most, greys[i - 1] + greys[i]);
        }

        return most >= PaperShare * all;
    }

    private InkPiece CutOut(Blob blob, IEnumerable<int> strokes)
    {
        var frame = (int)(Frame * _scale) + 1;
        var (width, height) = (blob.X1 - blob.X0 + (2 * frame), blob.Y1 - blob.Y0 + (2 * frame));
        var pixels = new byte[width * height];
        Array.Fill(pixels, GreyPicture.White);
        foreach (var (y, x0, x1) in strokes.Select(i => _strokes[i]))
        {
            // With the grey seam round the ink.
            int from = Math.Max(0, x0 - 1), to = Math.Min(_page.Width, x1 + 1);
            for (var seam = Math.Max(0, y - 1); seam <= Math.Min(_page.Height - 1, y + 1); seam++)
            {
                _page.Pixels.AsSpan((seam * _page.Width) + from, to - from).CopyTo(pixels.AsSpan(((seam - blob.Y0 + frame) * width) + from - blob.X0 + frame));
            }
        }

        return new InkPiece(blob.X0, blob.Y0, blob.X1, blob.Y1, new GreyPicture(width, height, pixels));
    }

    private int Root(int i)
    {
        while (_parent[i] != i)
        {
            i = _parent[i] = _parent[_parent[i]];
        }

        return i;
    }

    private void Join(int one, int other)
    {
        var (a, b) = (Root(one), Root(other));
        if (a == b)
        {
            return;
        }

        var (first, second) = (Math.Min(a, b), Math.Max(a, b));
        ref var whole = ref _blobs[first];
        var part = _blobs[second];
        whole.X0 = Math.Min(whole.X0, part.X0);
        whole.Y0 = Math.Min(whole.Y0, part.Y0);
        whole.X1 = Math.Max(whole.X1, part.X1);
        whole.Y1 = Math.Max(whole.Y1, part.Y1);
        whole.Ink += part.Ink;
        whole.Covered += part.Covered;
        _parent[second] = first;
    }
}
