using System.Collections.Immutable;
using System.Text;
using ReportMiner.Read.Pdf;

namespace ReportMiner.PdfPig;

/// <summary>
/// Joins letters to runs as pdftohtml does: letters of one font that follow each other on a line; a gap becomes a space,
/// a wide one parts runs.
/// </summary>
internal static class RunBuilder
{
    /// <summary>A gap this wide, in heights of a letter, is a space.</summary>
    private const double Space = 0.1;

    /// <summary>A gap this wide parts runs.</summary>
    private const double Apart = 1;

    /// <summary>How far a letter may begin before the end of the one before it.</summary>
    private const double Back = 0.5;

    /// <summary>How far base lines may differ within a run.</summary>
    private const double Raised = 0.5;

    public static ImmutableArray<PdfRun> Runs(IReadOnlyList<PageLetter> letters)
    {
        var runs = ImmutableArray.CreateBuilder<PdfRun>();
        var text = new StringBuilder();
        var first = 0;
        for (var i = 0; i < letters.Count; i++)
        {
            if (i > first && !Follows(letters[first], letters[i - 1], letters[i]))
            {
                Close(i);
            }

            if (i > first && letters[i].From - letters[i - 1].To > Space * letters[i].Height)
            {
                text.Append(' ');
            }

            text.Append(letters[i].Text);
        }

        Close(letters.Count);
        return runs.ToImmutable();

        void Close(int end)
        {
            if (text.Length > 0)
            {
                runs.Add(Run(letters, first, end, text.ToString()));
                text.Clear();
            }

            first = end;
        }
    }

    private static bool Follows(PageLetter first, PageLetter last, PageLetter next)
    {
        var gap = next.From - last.To;
        return next.Turn == last.Turn && next.Bold == last.Bold && next.Font == last.Font
            && gap > -Back * next.Height && gap < Apart * next.Height
            && Math.Abs(next.Base - first.Base) < Raised * next.Height;
    }

    private static PdfRun Run(IReadOnlyList<PageLetter> letters, int start, int end, string text)
    {
        var first = letters[start];
        double from = first.From, to = first.To, top = first.Base - first.Ascent, foot = first.Base + first.Descent;
        for (var i = start + 1; i < end; i++)
        {
            from = Math.Min(from, letters[i].From);
            to = Math.Max(to, letters[i].To);
            top = Math.Min(top, letters[i].Base - letters[i].Ascent);
            foot = Math.Max(foot, letters[i].Base + letters[i].Descent);
        }

        var (x0, y0, x1, y1) = first.Turn switch
        {
            LetterTurn.Upwards => (top, -to, foot, -from),
            LetterTurn.Downwards => (-foot, from, -top, to),
            LetterTurn.Over => (-to, -foot, -from, -top),
            _ => (from, top, to, foot),
        };
        return new PdfRun(text, x0, y0, x1, y1, first.Font, first.Bold, first.Turn != LetterTurn.Level);
    }
}
