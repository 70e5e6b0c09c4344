namespace ReportMiner.Documents;

/// <summary>White space, of which a text may have any amount between its words.</summary>
internal static class WhiteSpace
{
    /// <summary>The words of a text, one space between them.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
