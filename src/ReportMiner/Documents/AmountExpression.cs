namespace ReportMiner.Documents;

/// <summary>An amount as the amount tagger found it, before its numerals and unit are resolved.</summary>
internal sealed record AmountExpression(int Start, int End, string Rule, string Text);
