namespace ReportMiner.Learn;

/// <summary>How the breaks of one document at one width were joined.</summary>
/// <param name="Joins">Breaks in all.</param>
/// <param name="Errors">Those joined otherwise than the text has it.</param>
public sealed record JoinResult(int Joins, IReadOnlyList<JoinError> Errors)
{
    /// <summary>Joined as the text has it.</summary>
    public int Right => Joins - Errors.Count;

    /// <summary>Joined without the space that belongs there.</summary>
    public int SpacesLost => Errors.Count(e => e.SpaceLost);

    /// <summary>Given a space inside a word.</summary>
    public int WordsBroken => Errors.Count(e => !e.SpaceLost);

    /// <summary>Errors whose words the text itself writes the other way elsewhere. They are errors all the same.</summary>
    public int WrittenBothWays => Errors.Count(e => e.AlsoWritten);

    /// <summary>The share of the breaks joined right; 1 where there are none.</summary>
    public double Share => Joins == 0 ? 1 : (double)Right / Joins;

    /// <summary>Two results as one.</summary>
    public JoinResult And(JoinResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new JoinResult(Joins + other.Joins, [.. Errors, .. other.Errors]);
    }
}

/// <summary>A break that was joined wrong.</summary>
/// <param name="Width">Characters a line.</param>
/// <param name="SpaceLost">Whether a space was lost; otherwise a word was broken.</param>
/// <param name="Before">The end of the line before the break.</param>
/// <param name="After">The beginning of the line after it.</param>
/// <param name="AlsoWritten">Whether the text itself writes these words so elsewhere.</param>
public sealed record JoinError(int Width, bool SpaceLost, string Before, string After, bool AlsoWritten);
