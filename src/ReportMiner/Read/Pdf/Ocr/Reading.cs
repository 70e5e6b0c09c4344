namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>What was read in a picture of a line, and how sure it is: the mean over its characters.</summary>
internal readonly record struct Reading(string Text, double Confidence);
