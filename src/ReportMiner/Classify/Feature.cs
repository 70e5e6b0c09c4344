namespace ReportMiner.Classify;

/// <summary>Something that holds of what is to be classified: a hashed name and how strongly it holds.</summary>
/// <param name="Key">Hash of the feature's name, by <see cref="FeatureHash"/>.</param>
/// <param name="Value">1 for what holds or does not.</param>
public readonly record struct Feature(uint Key, float Value = 1);
