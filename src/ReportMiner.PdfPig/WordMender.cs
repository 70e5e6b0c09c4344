using ReportMiner.Read.Pdf;

namespace ReportMiner.PdfPig;

/// <summary>Mends glued and strewn runs by the page's words, as is done for poppler; here the letters' own places tell the words.</summary>
internal static class WordMender
{
    /// <summary>A gap this wide, in heights of a letter, parts words.</summary>
    private const double WordGap = 0.08;

    public static PdfPage Mend(PdfPage page, IReadOnlyList<PageLetter> letters) =>
        WordBreaks.Lacking([page]).IsEmpty ? page : WordBreaks.Restore([page], page.Number, [new PageWords().With(Words(letters))])[0];

    private static IEnumerable<PdfRun> Words(IReadOnlyList<PageLetter> letters)
    {
        var word = new List<PageLetter>();
        foreach (var letter in letters.Where(l => l.Turn == LetterTurn.Level))
        {
            var isSpace = string.IsNullOrWhiteSpace(letter.Text);
            if (word.Count > 0 && (isSpace || Parts(word[^1], letter)))
            {
                yield return RunBuilder.Runs(word)[0];
                word.Clear();
            }

            if (!isSpace)
            {
                word.Add(letter);
            }
        }

        if (word.Count > 0)
        {
            yield return RunBuilder.Runs(word)[0];
        }
    }

    private static bool Parts(PageLetter last, PageLetter next) =>
        next.Font != last.Font || Math.Abs(next.Base - last.Base) > 0.1 * next.Height || Math.Abs(next.From - last.To) > WordGap * next.Height;
}
