using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Learn;

/// <summary>A line of <c>gazetteers/reviewed.tsv</c>: a name people put right in one report, or a form they said is none.</summary>
/// <param name="Name">The canonical name; of a refused form the form.</param>
/// <param name="Refused">Whether the forms are no names of the type.</param>
/// <param name="Forms">How it is printed.</param>
/// <param name="Report">The report it was learned from.</param>
/// <param name="Sha256">SHA-256 of the report's file.</param>
/// <param name="Events">Ids of the review events.</param>
/// <param name="Who">The reviewers.</param>
public sealed record LexiconRow(
    string Name, EntityType Type, bool Refused, ImmutableArray<string> Forms, string Report, string Sha256, ImmutableArray<string> Events, ImmutableArray<string> Who)
{
    private const char Refusal = '!';

    internal static LexiconRow Parse(string[] cells) => new(
        cells[0].TrimStart(Refusal),
        Enum.Parse<EntityType>(cells[1], ignoreCase: true),
        cells[0][0] == Refusal,
        cells[0][0] == Refusal ? [cells[0][1..]] : [.. cells[3].Split('|')],
        Cell(cells, 4),
        Cell(cells, 5),
        [.. Cell(cells, 6).Split(',')],
        [.. Cell(cells, 7).Split(',')]);

    internal string ToLine() => string.Join('\t', (string[])
    [
        Refused ? Refusal + Name : Name, EvaluationRows.Of(Type), "", Refused ? "" : string.Join('|', Forms), Report, Sha256, string.Join(',', Events), string.Join(',', Who),
    ]);

    // Somebody may have written a line by hand and told no more than the name.
    private static string Cell(string[] cells, int at) => at < cells.Length ? cells[at] : "";
}
