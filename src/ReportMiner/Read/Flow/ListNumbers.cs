using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReportMiner.Read.Flow;

/// <summary>A level of a list.</summary>
/// <param name="Format">What stands before a paragraph; <c>%1</c> to <c>%9</c> are the numbers of the levels from the outermost.</param>
/// <param name="Start">The first number.</param>
internal sealed record ListLevel(string Format, NumberForm Form, int Start)
{
    /// <summary>How many of the outermost levels begin this one anew; all before it, unless a file says less.</summary>
    public int RestartedBy { get; init; } = int.MaxValue;
}

/// <summary>A list of a document: its levels from the outermost.</summary>
/// <param name="Id">What tells it from the others; paragraphs of one list count on.</param>
internal sealed record ListDefinition(string Id, ImmutableArray<ListLevel> Levels);

/// <summary>Counts the paragraphs of a document's lists as the word processor does.</summary>
internal sealed class ListNumbers
{
    /// <summary>More levels a list does not have.</summary>
    public const int MostLevels = 10;

    private readonly Dictionary<string, int?[]> _counts = new(StringComparer.Ordinal);

    /// <summary>What stands before the list's next paragraph of a level.</summary>
    /// <param name="level">From 0; a level the list does not have counts as its last.</param>
    public string Next(ListDefinition list, int level)
    {
        if (list.Levels.IsEmpty)
        {
            return "";
        }

        level = Math.Clamp(level, 0, list.Levels.Length - 1);
        if (!_counts.TryGetValue(list.Id, out var counts))
        {
            _counts[list.Id] = counts = new int?[list.Levels.Length];
        }

        counts[level] = counts[level] is { } last ? last + 1 : list.Levels[level].Start;
        for (var deeper = level + 1; deeper < counts.Length; deeper++)
        {
            counts[deeper] = level < list.Levels[deeper].RestartedBy ? null : counts[deeper];
        }

        return Write(list.Levels, level, counts);
    }

    private static string Write(ImmutableArray<ListLevel> levels, int level, int?[] counts)
    {
        var format = levels[level].Format;
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '%' && i + 1 < format.Length && format[i + 1] is >= '1' and <= '9' && format[i + 1] - '1' < levels.Length)
            {
                var named = format[++i] - '1';
                text.Append(levels[named].Form.Write(counts[named] ?? levels[named].Start));
            }
            else
            {
                text.Append(format[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Hangul's format, with <c>^1</c> for a level's number and <c>^n</c> for the numbers of all levels down to its own.</summary>
    /// <param name="level">The level it is of, from 0.</param>
    public static string FromHangul(string format, int level)
    {
        var all = string.Join('.', Enumerable.Range(1, level + 1).Select(n => "%" + n.ToString(CultureInfo.InvariantCulture)));
        return format.Replace("%", "％", StringComparison.Ordinal).Replace("^n", all, StringComparison.Ordinal).Replace("^N", all + ".", StringComparison.Ordinal).Replace('^', '%');
    }
}
