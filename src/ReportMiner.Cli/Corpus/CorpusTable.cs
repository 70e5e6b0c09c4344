using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using ReportMiner.Corpus;
using ReportMiner.Review.Excel;

namespace ReportMiner.Cli.Corpus;

/// <summary>Writes the rows of one table as JSON Lines and as CSV side by side, as they come.</summary>
internal sealed partial class CorpusTable<T>(params (string Name, Func<T, object?> Value)[] columns)
{
    /// <summary>Spreadsheets keep so many digits of a number.</summary>
    private const int SafeDigits = 15;

    /// <param name="rows">The rows.</param>
    /// <param name="lines">The JSON Lines file.</param>
    /// <param name="table">The CSV file.</param>
    /// <param name="spread">The lines of the CSV file that a row takes.</param>
    public void Write<TRow>(IEnumerable<TRow> rows, Stream lines, Stream table, Func<TRow, IEnumerable<T>> spread)
        where TRow : CorpusRow
    {
        using var text = new StreamWriter(table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var (name, _) in columns)
        {
            csv.WriteField(name);
        }

        csv.EndRecord();
        foreach (var row in rows)
        {
            CorpusJson.WriteLine(lines, row);
            foreach (var line in spread(row))
            {
                foreach (var (_, value) in columns)
                {
                    csv.WriteField(Field(value(line)));
                }

                csv.EndRecord();
            }
        }

        csv.Flush();
    }

    /// <summary>Numbers and days as they are; texts that a spreadsheet would take for a formula, a date or a rounded number with an apostrophe before them.</summary>
    internal static string? Field(object? value) => value switch
    {
        null => null,
        IEnumerable<string> several => Field(string.Join("; ", several)),
        string text when IsNumber(text) || Day().IsMatch(text) => text,
        string text => Mangled().IsMatch(text) ? "'" + text : CellText.ToCsv(text),
        Enum kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static bool IsNumber(string text) => Number().IsMatch(text) && text.Count(char.IsAsciiDigit) <= SafeDigits;

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // Every spreadsheet reads such a day as that day.
    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"\A[-+(.]*[0-9][-0-9.,/:%()+~ 년월일시분Ee]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mangled();
}
