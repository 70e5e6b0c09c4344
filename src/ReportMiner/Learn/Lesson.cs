namespace ReportMiner.Learn;

/// <summary>What an annotated text teaches.</summary>
public enum Lesson
{
    /// <summary>Which words are names, and of which type.</summary>
    Names,

    /// <summary>Which statements are recommendations, of which kind and category.</summary>
    Recommendations,

    /// <summary>What is said of figures and names.</summary>
    Facts,
}
