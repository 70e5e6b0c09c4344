using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportMiner.Learn;

/// <summary>A text whose names, dates and amounts are marked: <c>⟦TYPE|surface⟧</c> and <c>⟦TYPE|surface|VALUE⟧</c>.</summary>
/// <param name="Text">The text without its marks.</param>
/// <param name="Marks">The marks in reading order; offsets are UTF-16 code units into the text.</param>
public sealed partial record MarkedText(string Text, ImmutableArray<TextMark> Marks)
{
    /// <summary>Where each line starts and ends.</summary>
    internal IReadOnlyList<(int Start, int End)> Lines { get; } = LinesOf(Text);

    /// <summary>Takes the marks off a text.</summary>
    /// <exception cref="FormatException">A mark is broken or stands inside another.</exception>
    public static MarkedText Parse(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var text = new StringBuilder(marked.Length);
        var marks = ImmutableArray.CreateBuilder<TextMark>();
        var at = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text.Append(marked, at, match.Index - at);
            var start = text.Length;
            text.Append(match.Groups["surface"].ValueSpan);
            marks.Add(new TextMark(match.Groups["type"].Value, start, text.Length, match.Groups["value"] is { Success: true } value ? value.Value : null));
            at = match.Index + match.Length;
        }

        var plain = text.Append(marked, at, marked.Length - at).ToString();
        return plain.AsSpan().IndexOfAny('⟦', '⟧') is >= 0 and var broken
            ? throw new FormatException($"line {plain.AsSpan(0, broken).Count('\n') + 1}: a mark is broken")
            : new MarkedText(plain, marks.ToImmutable());
    }

    private static List<(int Start, int End)> LinesOf(string text)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            lines.Add((start, end));
            start = end + 1;
        }

        return lines;
    }

    [GeneratedRegex(@"⟦(?<type>[A-Z]+)\|(?<surface>[^⟦⟧|]*)(?:\|(?<value>[^⟦⟧|]*))?⟧", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}

/// <summary>A marked stretch.</summary>
/// <param name="Type">A type of name, DATE or AMOUNT.</param>
/// <param name="Value">The normalized value of a date or amount, or null.</param>
public readonly record struct TextMark(string Type, int Start, int End, string? Value);
