using ReportMiner.Documents;

namespace ReportMiner.Tag.Recommendations;

/// <summary>How a statement is printed.</summary>
internal enum StatementForm
{
    Heading,
    ListItem,
    Note,
    Sentence,
    Cell,
}

/// <summary>A stretch of the report that may be a recommendation.</summary>
/// <param name="Start">Offset after the bullet.</param>
/// <param name="Opener">The bullet or number before it.</param>
/// <param name="Text">White space folded.</param>
/// <param name="Tail">The text up to the word that rules it: without closing brackets, tags and stops.</param>
internal sealed record Statement(int Start, int End, StatementForm Form, Block Block, string Opener, string Text, string Tail);

/// <summary>A statement that is taken for a recommendation.</summary>
/// <param name="Statement">Its number among the report's statements.</param>
internal sealed record FoundStatement(int Statement, double Probability, RecommendationKind Kind, string Category, string Source);
