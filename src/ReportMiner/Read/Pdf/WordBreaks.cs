using System.Collections.Immutable;
using System.Text;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Mends runs by the places of the page's words: gives back the spaces that <c>pdftohtml</c> loses where a typesetter
/// drew them narrow, and parts a run through which another one is strewn (brackets and points from another font that
/// stand in the run's gaps), so that the pieces can be put in the order in which they stand.
/// </summary>
internal static class WordBreaks
{
    /// <summary>Korean words are seldom this long, and never on the average of a run: it has likely lost spaces.</summary>
    private const int LongestWord = 14;

    /// <summary>Pages as near as this are asked for in one go.</summary>
    private const int NearPages = 4;

    /// <summary>How far from the ends of a run without spaces another must stand to be in it, in heights.</summary>
    private const double FarInside = 0.3;

    /// <summary>Width of a space, in heights of its line.</summary>
    private const double NarrowestSpace = 0.05;

    /// <summary>On a page with a glued run, runs from this length on are looked at too.</summary>
    private const int ShortestSuspect = 4;

    /// <summary>The stretches of pages with runs to mend, near ones together; none in most files.</summary>
    public static ImmutableArray<(int First, int Last)> Lacking(ImmutableArray<PdfPage> pages)
    {
        var stretches = ImmutableArray.CreateBuilder<(int First, int Last)>();
        foreach (var page in pages.Where(p => p.Runs.Any(r => IsGlued(r.Text)) || Strewn(p).Count > 0))
        {
            if (stretches.Count > 0 && page.Number - stretches[^1].Last <= NearPages)
            {
                stretches[^1] = (stretches[^1].First, page.Number);
            }
            else
            {
                stretches.Add((page.Number, page.Number));
            }
        }

        return stretches.ToImmutable();
    }

    /// <summary>Mends the pages from <paramref name="first"/> on, as far as there are words.</summary>
    public static ImmutableArray<PdfPage> Restore(ImmutableArray<PdfPage> pages, int first, IReadOnlyList<PageWords> words) =>
        [.. pages.Select(p => p.Number >= first && p.Number - first < words.Count ? Restore(p, words[p.Number - first]) : p)];

    private static PdfPage Restore(PdfPage page, PageWords words)
    {
        var strewn = Strewn(page);
        var glued = page.Runs.Any(r => IsGlued(r.Text));
        if (strewn.Count == 0 && !glued)
        {
            return page;
        }

        var runs = ImmutableArray.CreateBuilder<PdfRun>(page.Runs.Length);
        foreach (var run in page.Runs)
        {
            if (strewn.Contains(run))
            {
                runs.AddRange(Part(run, words.Along(run)));
            }
            else
            {
                runs.Add(glued && IsSuspect(run.Text) ? Space(run, words.Along(run)) : run);
            }
        }

        return page with { Runs = runs.ToImmutable() };
    }

    /// <summary>Runs with gaps in which runs of the same line stand, and those that stand in them.</summary>
    private static HashSet<PdfRun> Strewn(PdfPage page)
    {
        var found = new HashSet<PdfRun>(ReferenceEqualityComparer.Instance);
        var runs = page.Runs.Where(r => !string.IsNullOrWhiteSpace(r.Text)).OrderBy(r => r.Y0).ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            for (var j = i + 1; j < runs.Count && runs[j].Y0 < runs[i].Middle; j++)
            {
                var (outer, inner) = runs[i].Width > runs[j].Width ? (runs[i], runs[j]) : (runs[j], runs[i]);
                if (StandsIn(inner, outer))
                {
                    found.Add(outer);
                    if (inner.Text.AsSpan().Trim().Contains(' '))
                    {
                        found.Add(inner);
                    }
                }
            }
        }

        return found;
    }

    private static bool StandsIn(PdfRun inner, PdfRun outer)
    {
        var (middle, margin) = ((inner.X0 + inner.X1) / 2, FarInside * outer.Height);
        var across = outer.Text.AsSpan().Trim().Contains(' ')
            ? middle > outer.X0 && middle < outer.X1
            : inner.X0 > outer.X0 + margin && inner.X1 < outer.X1 - margin;
        return across && inner.Middle > outer.Y0 && inner.Middle < outer.Y1 && !outer.Text.Contains(inner.Text.Trim(), StringComparison.Ordinal);
    }

    /// <summary>The run in pieces between which other runs' letters stand, each where it stands; the run itself if its letters are not found there.</summary>
    private static IEnumerable<PdfRun> Part(PdfRun run, List<PageWords.Letter> letters)
    {
        var row = string.Concat(letters.Select(l => l.Sign));
        var pieces = new List<PdfRun>();
        int from = 0, start = 0;
        var text = new StringBuilder();
        foreach (var c in run.Text.Trim(' '))
        {
            if (c == ' ')
            {
                text.Append(' ');
                continue;
            }

            var at = row.IndexOf(c, from);
            if (at < 0)
            {
                return [run];
            }

            if (at != from && text.Length > 0)
            {
                Close();
            }

            start = text.Length == 0 ? at : start;
            text.Append(c);
            from = at + 1;
        }

        Close();
        return pieces;

        // Where another letter stands in the gap, the gap is no space of the run's.
        void Close()
        {
            pieces.Add(run with { Text = text.ToString().Trim(' '), X0 = letters[start].X0, X1 = letters[from - 1].X1 });
            text.Clear();
        }
    }

    private static PdfRun Space(PdfRun run, List<PageWords.Letter> letters)
    {
        var row = string.Concat(letters.Select(l => l.Sign));
        var at = row.IndexOf(run.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (at < 0)
        {
            return run;
        }

        var text = new StringBuilder(run.Text.Length + 16);
        foreach (var c in run.Text)
        {
            // Words that touch are parted for their fonts or base lines, not by a space.
            if (c != ' ' && text.Length > 0 && text[^1] != ' ' && letters[at].Opens && letters[at].X0 - letters[at - 1].X1 > NarrowestSpace * run.Height)
            {
                text.Append(' ');
            }

            at += c == ' ' ? 0 : 1;
            text.Append(c);
        }

        return run with { Text = text.ToString() };
    }

    private static bool IsSuspect(string text)
    {
        var run = 0;
        return text.Any(c => (run = c == ' ' ? 0 : run + 1) >= ShortestSuspect) && text.Any(c => c is >= '가' and <= '힣' || char.IsAsciiLetter(c));
    }

    private static bool IsGlued(string text)
    {
        int korean = 0, hangul = 0, words = 1, length = 0;
        foreach (var c in text)
        {
            // The leader of a contents line is no word.
            length += c is '·' or '…' or '‥' or '.' or 'ㆍ' ? 0 : 1;
            var isHangul = c is >= '가' and <= '힣';
            korean = isHangul || c is ',' or '.' or '(' or ')' ? korean + 1 : 0;
            hangul += isHangul ? 1 : 0;
            words += c == ' ' ? 1 : 0;
            if (korean >= LongestWord)
            {
                return true;
            }
        }

        return hangul >= LongestWord / 2 && length >= LongestWord * words;
    }
}
