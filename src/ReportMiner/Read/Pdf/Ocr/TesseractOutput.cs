using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>
/// Reads what tesseract writes of several pictures: its plain text (a form feed between pages, with some versions also after the last), which has the spaces right,
/// and its TSV, which parts Korean words at every syllable but tells how sure each piece is.
/// </summary>
internal static class TesseractOutput
{
    private const string Word = "5";
    private const int Columns = 12;

    /// <summary>Percent; nothing read in a picture is certain.</summary>
    private const double MostSure = 99;

    /// <summary>One reading a picture; null if the output is not that of so many pictures.</summary>
    public static ImmutableArray<Reading>? Read(string text, string tsv, int pictures)
    {
        var pages = text.Split('\f');
        if (pages.Length != pictures && !(pages.Length == pictures + 1 && string.IsNullOrWhiteSpace(pages[^1])))
        {
            return null;
        }

        var (sums, counts) = (new double[pictures], new int[pictures]);
        foreach (var line in tsv.Split('\n'))
        {
            // level, page, block, paragraph, line, word, left, top, width, height, confidence, text
            var row = line.TrimEnd('\r').Split('\t');
            if (row.Length == Columns && row[0] == Word
                && int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 && page <= pictures
                && double.TryParse(row[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent >= 0)
            {
                var length = row[11].Trim().Length;
                sums[page - 1] += length * Math.Min(percent, MostSure) / 100;
                counts[page - 1] += length;
            }
        }

        return [.. Enumerable.Range(0, pictures).Select(i => new Reading(OneLine(pages[i]), counts[i] > 0 ? sums[i] / counts[i] : 0))];
    }

    private static string OneLine(string text) => WhiteSpace.Fold(text);
}
