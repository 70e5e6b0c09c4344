using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>
/// Labels of syllables: where in a name of a type one stands (B first, I inside, E last, S the only one), and O outside
/// names, which is the last.
/// </summary>
internal static class NameLabels
{
    public const int Begin = 0;
    public const int Inside = 1;
    public const int End = 2;
    public const int Single = 3;
    public const int Places = 4;

    private static readonly EntityType[] Types = Enum.GetValues<EntityType>();

    public static byte Outside { get; } = (byte)(Types.Length * Places);

    /// <summary>The labels' names, such as ORG-B.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. Types.SelectMany(t => "BIES".Select(p => $"{t.ToString().ToUpperInvariant()}-{p}")), "O"];

    public static byte Of(EntityType type, int place) => (byte)(((int)type * Places) + place);

    /// <summary>Whether a label may follow another: names end before another begins.</summary>
    public static bool Follows(int before, int after) =>
        MayEnd(before) ? MayStart(after) : before / Places == after / Places && after % Places is Inside or End && after != Outside;

    public static bool MayStart(int label) => label == Outside || label % Places is Begin or Single;

    public static bool MayEnd(int label) => label == Outside || label % Places is End or Single;

    /// <summary>The labels of a name, one a character.</summary>
    public static byte[] Spell(EntityType type, int length)
    {
        var labels = new byte[length];
        Array.Fill(labels, Of(type, Inside));
        labels[0] = Of(type, Begin);
        labels[^1] = Of(type, length == 1 ? Single : End);
        return labels;
    }

    /// <summary>The names that a labelling spells.</summary>
    public static IEnumerable<(int Start, int End, EntityType Type)> Names(ReadOnlySpan<byte> labels)
    {
        var names = new List<(int, int, EntityType)>();
        var start = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == Outside)
            {
                continue;
            }

            var place = labels[i] % Places;
            start = place is Begin or Single ? i : start;
            if (place is End or Single)
            {
                names.Add((start, i + 1, (EntityType)(labels[i] / Places)));
            }
        }

        return names;
    }
}
