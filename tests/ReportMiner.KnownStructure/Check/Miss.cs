namespace ReportMiner.KnownStructure.Check;

/// <summary>Something not found as it is, with what stands there instead; or (truth null) found and not there.</summary>
internal sealed record Miss(Measure Measure, string? Truth, string? Found);
