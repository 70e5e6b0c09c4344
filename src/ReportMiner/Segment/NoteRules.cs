using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportMiner.Segment;

/// <summary>The <c>notes</c> of <c>rules/structure.json</c>, compiled: how notes open and what points to them.</summary>
internal sealed class NoteRules
{
    public NoteRules(RuleFile file)
    {
        Heads = [.. file.Heads.Select(h => (h.Id, StructureRules.Compile(h.Pattern)))];
        Star = StructureRules.Compile(file.Star.Pattern);
        StarMark = StructureRules.Compile(file.StarMark.Pattern);
        Sign = StructureRules.Compile(file.Sign.Pattern);
        Raised = StructureRules.Compile(file.Raised.Pattern);
        Unit = StructureRules.Compile(file.Unit.Pattern);
        SectionTitle = StructureRules.Compile(file.SectionTitle.Pattern);
        TableNote = StructureRules.Compile(file.TableNote.Pattern);
    }

    /// <summary>How a numbered note may open; group <c>n</c> is its number. The first that matches wins.</summary>
    public ImmutableArray<(string Id, Regex Pattern)> Heads { get; }

    /// <summary>How a star note opens; group <c>star</c> is its marker.</summary>
    public Regex Star { get; }

    /// <summary>A star in the text that points to a note.</summary>
    public Regex StarMark { get; }

    /// <summary>Numbers written with raised characters (¹²), wherever they stand.</summary>
    public Regex Sign { get; }

    /// <summary>What a raised run must be to point to notes: numbers, with brackets, commas or a dash.</summary>
    public Regex Raised { get; }

    /// <summary>What stands before a raised number that is an exponent (km²).</summary>
    public Regex Unit { get; }

    /// <summary>Title of a section of endnotes.</summary>
    public Regex SectionTitle { get; }

    /// <summary>Opens the notes under a table; group <c>n</c> is the number of the first.</summary>
    public Regex TableNote { get; }

    /// <summary>The number a text of plain or raised digits writes; 0 if it writes none.</summary>
    public static int Number(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                '\u00B9' => 1,
                '\u00B2' => 2,
                '\u00B3' => 3,
                '\u2070' or (>= '\u2074' and <= '\u2079') => c - '\u2070',
                _ => -1,
            };
            if (digit < 0 || number > 999)
            {
                return 0;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    internal sealed record RuleFile(
        StructureRules.ExampleRule[] Heads,
        StructureRules.PatternRule Star,
        StructureRules.PatternRule StarMark,
        StructureRules.PatternRule Sign,
        StructureRules.PatternRule Raised,
        StructureRules.PatternRule Unit,
        StructureRules.PatternRule SectionTitle,
        StructureRules.PatternRule TableNote);
}
