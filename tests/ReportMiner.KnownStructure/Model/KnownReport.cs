using System.Collections.Immutable;

namespace ReportMiner.KnownStructure.Model;

/// <summary>A report of known structure.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="RunningHead">What the head of every page says.</param>
/// <param name="EvenHead">What the head of even pages says instead, or null.</param>
internal sealed record KnownReport(string Layout, string Name, string RunningHead, PageStyle Style, ImmutableArray<Part> Parts, string? EvenHead = null)
{
    /// <summary>How a note's marker is printed where it points.</summary>
    public static string Printed(string marker, NoteStyle style) => style switch
    {
        NoteStyle.Bare => marker,
        NoteStyle.UnicodeBracket => string.Concat(marker.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'])) + "⁾",
        _ => marker + ")",
    };
}
