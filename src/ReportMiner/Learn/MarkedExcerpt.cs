using System.Collections.Immutable;
using System.Text.Json;

namespace ReportMiner.Learn;

/// <summary>
/// An annotated piece of a report: <c>NAME.ann.txt</c> with marks, and beside it, where there are, <c>NAME.recs.json</c>,
/// <c>NAME.struct.json</c> and <c>NAME.facts.json</c>.
/// </summary>
/// <param name="Published">EDTF date of publication from a <c>published.json</c> in the folder or the one above, or null.</param>
/// <param name="Recommendations">Its recommendations; null where they are not annotated.</param>
/// <param name="Structure">Its headings and captions; null where they are not annotated.</param>
public sealed record MarkedExcerpt(string Name, MarkedText Marked, string? Published, ImmutableArray<MarkedRecommendation>? Recommendations, MarkedStructure? Structure)
{
    private const string Ending = ".ann.txt";

    /// <summary>Its facts; null where they are not annotated.</summary>
    public ImmutableArray<MarkedFact>? Facts { get; init; }

    /// <summary>How much it counts in training.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>By lesson the lines, from 1, that nobody has looked through: what is marked there and what is not teaches nothing and is not measured.</summary>
    public ImmutableSortedDictionary<Lesson, ImmutableArray<int>> Unread { get; init; } = ImmutableSortedDictionary<Lesson, ImmutableArray<int>>.Empty;

    /// <summary>The excerpt as one that teaches a single lesson.</summary>
    public MarkedExcerpt Only(Lesson lesson)
    {
        ImmutableArray<int> lines = [.. Enumerable.Range(1, Marked.Lines.Count)];
        return this with { Unread = Unread.SetItems(Enum.GetValues<Lesson>().Where(l => l != lesson).Select(l => KeyValuePair.Create(l, lines))) };
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads all excerpts of a folder, in ordinal order of their names.</summary>
    /// <exception cref="FormatException">A file is not as the annotation guide describes; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IEnumerable<MarkedExcerpt> ReadFolder(string folder)
    {
        var published = new[] { folder, Path.GetDirectoryName(Path.GetFullPath(folder))! }.Select(f => Path.Combine(f, "published.json")).FirstOrDefault(File.Exists);
        var dates = published is null ? [] : Parse<Dictionary<string, JsonElement>>(published);
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal))
        {
            var stem = file[..^Ending.Length];
            var name = Path.GetFileName(stem);
            MarkedText marked;
            try
            {
                marked = MarkedText.Parse(File.ReadAllText(file));
            }
            catch (FormatException e)
            {
                throw new FormatException($"{file}: {e.Message}", e);
            }

            yield return new MarkedExcerpt(
                name,
                marked,
                dates.TryGetValue(name, out var date) && date.ValueKind == JsonValueKind.String ? date.GetString() : null,
                File.Exists(stem + ".recs.json") ? [.. Parse<List<MarkedRecommendation>>(stem + ".recs.json")] : null,
                File.Exists(stem + ".struct.json") ? Parse<MarkedStructure>(stem + ".struct.json") : null)
            {
                Facts = File.Exists(stem + ".facts.json") ? [.. Parse<List<MarkedFact>>(stem + ".facts.json")] : null,
            };
        }
    }

    private static T Parse<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json) ?? throw new FormatException($"{file}: is null");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file}: {e.Message}", e);
        }
    }
}

/// <summary>An annotated recommendation.</summary>
/// <param name="Lines">Its first and last line, from 1.</param>
/// <param name="Kind">proposal or plan.</param>
public sealed record MarkedRecommendation(ImmutableArray<int> Lines, string Text, string Kind, string Category);

/// <summary>An annotated fact.</summary>
/// <param name="Lines">Its first and last line, from 1.</param>
/// <param name="Arguments">Role to surface as printed, or to a list of surfaces.</param>
public sealed record MarkedFact(string Type, ImmutableArray<int> Lines, ImmutableSortedDictionary<string, JsonElement> Arguments)
{
    /// <summary>The surfaces that fill a role; none if it is not said.</summary>
    public IEnumerable<string> Of(string role) => !Arguments.TryGetValue(role, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(e => e.GetString() ?? "")
        : [value.GetString() ?? ""];
}

/// <summary>Annotated headings and captions, by line from 1.</summary>
public sealed record MarkedStructure(ImmutableArray<MarkedLine> Headings, ImmutableArray<MarkedLine> Captions);

/// <summary>A line and the title it holds.</summary>
public sealed record MarkedLine(int Line, string Title);
