namespace ReportMiner.Documents;

/// <summary>An entry of a PDF file's outline, which programs show beside the pages.</summary>
/// <param name="Title">Its text, white space folded.</param>
/// <param name="Page">The page it leads to; null where it leads to none of this file.</param>
/// <param name="Depth">How deep it stands in the outline, from 1.</param>
internal sealed record Bookmark(string Title, int? Page, int Depth);
