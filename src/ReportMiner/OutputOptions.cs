namespace ReportMiner;

/// <summary>What is written.</summary>
/// <param name="ReviewHtml">Whether a review page is written beside each report's JSON.</param>
/// <param name="MinConfidence">Names, dates, amounts and recommendations below this are left out.</param>
public sealed record OutputOptions(bool ReviewHtml = true, double MinConfidence = 0);
