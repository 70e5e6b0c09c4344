using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>Makes lines of the runs of a region: runs on one base line, left to right, with the spaces that the gaps ask for.</summary>
internal static class LineBuilder
{
    /// <summary>A gap this wide (in ems) parts columns: it becomes a tab.</summary>
    private const double TabGap = 1.5;

    /// <summary>A gap this wide (in ems) parts words.</summary>
    private const double WordGap = 0.12;

    /// <summary>So many spaces drawn in a row stand for a tab.</summary>
    private const int SpacesOfTab = 4;

    /// <summary>Raised characters are smaller than this share of the line's size.</summary>
    private const double RaisedSize = 0.8;

    /// <summary>From here on two sizes are unlike.</summary>
    private const double UnlikeSizes = 1.9;

    /// <summary>A gap this wide (in ems of the larger size) parts unlike sizes.</summary>
    private const double FarBeside = 3;

    /// <summary>Shorter runs are signs and numbers, of any size beside any text.</summary>
    private const int ShortestText = 4;

    private const double SameLine = 0.55;

    /// <summary>Share of their heights that a marker half-way down two lines has in common with each.</summary>
    private const double HalfWay = 0.15;

    /// <summary>The text of an item begins this near its marker, in ems.</summary>
    private const double FarFromMarker = 3;

    private const int LongestMarker = 4;
    private const int LongestRaised = 8;

    public static IEnumerable<SourceLine> Lines(ImmutableArray<PdfFragment> region, int page, int firstNumber)
    {
        var number = firstNumber;
        foreach (var line in Group(region))
        {
            yield return Build(line, page, number++);
        }
    }

    /// <summary>Large runs first, so that raised and small ones find the line they annotate.</summary>
    private static IEnumerable<Row> Group(ImmutableArray<PdfFragment> region)
    {
        var rows = new List<Row>();
        var bodySize = PdfFragment.BodySize(region);
        bool IsSmall(PdfFragment f) => f.Run.Font.Size < RaisedSize * bodySize;
        foreach (var fragment in region.OrderBy(IsSmall).ThenBy(f => f.Run.Middle).ThenBy(f => f.X0))
        {
            // Rows come almost sorted, so the row of a run is among the nearest.
            Row? best = null;
            var most = SameLine;
            foreach (var row in rows)
            {
                if (Math.Abs(row.Main.Run.Middle - fragment.Run.Middle) < row.Main.Run.Height + fragment.Run.Height
                    && row.Main.Overlap(fragment) is var overlap && overlap > most && row.HasRoomFor(fragment) && row.IsOfOneKindWith(fragment))
                {
                    (best, most) = (row, overlap);
                }
            }

            if (best is null)
            {
                rows.Add(new Row(fragment));
            }
            else
            {
                best.Add(fragment);
            }
        }

        LeadWithMarkers(rows);
        return rows.OrderBy(r => r.Main.Run.Y1).ThenBy(r => r.Main.X0);
    }

    /// <summary>A number or bullet set half-way down the two lines of its item (a cell centred in its row) leads the first of them.</summary>
    private static void LeadWithMarkers(List<Row> rows)
    {
        foreach (var marker in rows.Where(r => r.Fragments.Count == 1 && IsMarker(r.Main.Run.Text)).ToList())
        {
            var beside = rows
                .Where(r => r != marker && r.Main.Overlap(marker.Main) > HalfWay && r.Fragments.TrueForAll(f => f.X0 > marker.Main.X1)
                    && r.Fragments.Min(f => f.X0) - marker.Main.X1 < FarFromMarker * marker.Main.Run.Font.Size)
                .OrderBy(r => r.Main.Run.Y0).ToList();
            if (beside.Count == 2)
            {
                rows.Remove(marker);
                beside[0].Add(marker.Main);
            }
        }
    }

    private static bool IsMarker(string text) => text.Length <= LongestMarker
        && (char.IsAsciiDigit(text[0]) ? text[^1] is '.' or ')' : text.Length == 1 && (char.IsSymbol(text[0]) || char.IsPunctuation(text[0]) || char.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherNumber));

    private static SourceLine Build(Row row, int page, int number)
    {
        var fragments = row.Fragments.OrderBy(f => f.X0).ThenBy(f => f.Run.Y0).ToList();
        var size = fragments.GroupBy(f => f.Run.Font.Size).OrderByDescending(g => g.Sum(f => Weight(f.Run.Text))).ThenByDescending(g => g.Key).First().Key;
        var main = fragments.Where(f => f.Run.Font.Size == size).MaxBy(f => f.Run.Text.Length)!;
        var text = new StringBuilder();
        var runs = ImmutableArray.CreateBuilder<SourceRun>(fragments.Count);
        PdfFragment? last = null;
        foreach (var fragment in fragments)
        {
            if (last is not null)
            {
                text.Append(Between(last, fragment));
            }

            var start = text.Length;
            Append(text, fragment.Run.Text);
            var run = fragment.Run;
            var raised = run.Font.Size < RaisedSize * size && run.Text.Length <= LongestRaised
                && run.Middle < main.Run.Middle - (0.05 * main.Run.Height) && run.Y1 < main.Run.Y1 - (0.15 * main.Run.Height);
            runs.Add(new SourceRun(start, text.Length, new Box(page, run.X0, run.Y0, run.X1, run.Y1), run.Font.Name, run.Font.Size, run.Font.Color, run.Bold, raised, run.Confidence));
            last = fragment;
        }

        if (last is { SpaceAfter: true })
        {
            // A space drawn at the line's end tells a break between words from one inside a word.
            text.Append(' ');
        }

        return new SourceLine
        {
            Page = page,
            Number = number,
            Text = text.ToString(),
            Box = new Box(page, fragments.Min(f => f.X0), fragments.Min(f => f.Run.Y0), fragments.Max(f => f.X1), fragments.Max(f => f.Run.Y1)),
            Runs = runs.ToImmutable(),
            FontSize = size,
        };
    }

    /// <summary>Hangul tells a line's size: Chromium gives the digits of the same print another.</summary>
    private static int Weight(string text) => text.Length + (4 * text.Count(c => c is >= '가' and <= '힣'));

    private static string Between(PdfFragment left, PdfFragment right)
    {
        var em = Math.Max(1, Math.Max(left.Run.Font.Size, right.Run.Font.Size));
        var gap = (right.X0 - left.X1) / em;
        return gap > TabGap ? "\t" : gap > WordGap || left.SpaceAfter || right.SpaceBefore ? " " : "";
    }

    private static void Append(StringBuilder text, string run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] != ' ')
            {
                text.Append(run[i]);
                continue;
            }

            var start = i;
            while (i + 1 < run.Length && run[i + 1] == ' ')
            {
                i++;
            }

            text.Append(i + 1 - start >= SpacesOfTab ? '\t' : ' ');
        }
    }

    /// <summary>A line in the making; its longest run says where it stands.</summary>
    private sealed class Row(PdfFragment first)
    {
        public PdfFragment Main { get; private set; } = first;

        public List<PdfFragment> Fragments { get; } = [first];

        /// <summary>Two lines of a table cell may overlap in height, but never side by side.</summary>
        public bool HasRoomFor(PdfFragment fragment) => Fragments.TrueForAll(f =>
            Math.Min(f.X1, fragment.X1) - Math.Max(f.X0, fragment.X0) <= 0.5 * Math.Min(f.Run.Width, fragment.Run.Width)
            || Math.Abs(f.Run.Y1 - fragment.Run.Y1) < 0.3 * Math.Min(f.Run.Height, fragment.Run.Height));

        /// <summary>A stack of letters is as high as several lines; small print far beside large type on another base line is another line.</summary>
        public bool IsOfOneKindWith(PdfFragment fragment)
        {
            if (IsStack(Main) != IsStack(fragment))
            {
                return false;
            }

            double small = Math.Min(Main.Run.Font.Size, fragment.Run.Font.Size), large = Math.Max(Main.Run.Font.Size, fragment.Run.Font.Size);
            return large < UnlikeSizes * small || Math.Min(Main.Run.Text.Length, fragment.Run.Text.Length) < ShortestText
                || Math.Abs(Main.Run.Y1 - fragment.Run.Y1) < 0.25 * small
                || Fragments.Exists(f => Math.Max(f.X0, fragment.X0) - Math.Min(f.X1, fragment.X1) < FarBeside * large);
        }

        private static bool IsStack(PdfFragment f) => f.Run.Text.Length > 2 && f.Run.Height > 2.2 * f.Run.Font.Size && f.Run.Width < 2 * f.Run.Font.Size;

        public void Add(PdfFragment fragment)
        {
            Fragments.Add(fragment);
            if (fragment.Run.Text.Length > Main.Run.Text.Length && fragment.Run.Font.Size >= RaisedSize * Main.Run.Font.Size)
            {
                Main = fragment;
            }
        }
    }
}
