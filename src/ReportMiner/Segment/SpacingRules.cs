using System.Text.RegularExpressions;

namespace ReportMiner.Segment;

/// <summary>Signs of <c>rules/spacing.json</c> that settle a line end before the spacing model is asked.</summary>
internal sealed class SpacingRules(string[] addresses, string clauseEnds, string sentenceEnd)
{
    public const string FileName = "rules/spacing.json";

    private readonly Regex _sentenceEnd = new(sentenceEnd, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public string[] Addresses { get; } = addresses;

    public string ClauseEnds { get; } = clauseEnds;

    public string SentenceEnd { get; } = sentenceEnd;

    /// <summary>A word that is part of an address on the net, where no space can stand.</summary>
    public bool IsAddress(ReadOnlySpan<char> word)
    {
        foreach (var address in Addresses)
        {
            if (word.Contains(address, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line that ends with a sentence and the sign of its note.</summary>
    public bool EndsSentence(string line) => _sentenceEnd.IsMatch(line);

    /// <summary>A sign that closes a clause or an item and is followed by a space.</summary>
    public bool EndsClause(char sign) => ClauseEnds.Contains(sign, StringComparison.Ordinal);
}
