namespace ReportMiner.Learn;

/// <summary>What is learned, and left out, at one stroke.</summary>
public enum LearnedPart
{
    /// <summary>The reviewed gazetteer.</summary>
    Lexicon,

    /// <summary>The model of names.</summary>
    Names,

    /// <summary>The classifiers of statements.</summary>
    Recommendations,

    /// <summary>The classifiers of facts.</summary>
    Facts,
}
