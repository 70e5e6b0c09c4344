namespace ReportMiner.Documents;

/// <summary>A calendar expression as the date tagger found it, before the report's context resolves it.</summary>
internal sealed record DateExpression(int Start, int End, string Rule, string Text);
