namespace ReportMiner.Documents;

/// <summary>A rectangle on a page, in PDF points (1/72 inch) from the page's top left corner.</summary>
/// <param name="Page">Page number, from 1.</param>
public sealed record Box(int Page, double X0, double Y0, double X1, double Y1);
