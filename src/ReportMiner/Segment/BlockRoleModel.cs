using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Resources;

namespace ReportMiner.Segment;

/// <summary>
/// Tells headings and captions from text where rules are unsure: in a source that has no print, a short block that no
/// format marks. What the rules would say is among the features.
/// </summary>
internal sealed class BlockRoleModel
{
    public const string FileName = "taggers/blocks.bin";
    public const string Text = "text";
    public const string Heading = "heading";
    public const string Caption = "caption";

    /// <summary>The probability from which the model is sure.</summary>
    private const double Sure = 0.7;
    private const int MostLines = 2;
    private const int LongestEnd = 3;
    private const int Longest = 90;

    private readonly IClassifier _roles;
    private readonly int _heading;
    private readonly int _caption;

    /// <param name="roles">Knows the classes text, heading and caption.</param>
    public BlockRoleModel(IClassifier roles)
    {
        _roles = roles;
        _heading = roles.Classes.IndexOf(Heading);
        _caption = roles.Classes.IndexOf(Caption);
    }

    /// <summary>The classes, in the order they are trained in.</summary>
    public static ImmutableArray<string> Classes { get; } = [Text, Heading, Caption];

    /// <exception cref="ResourceException">The file is missing, changed or no classifier.</exception>
    public static BlockRoleModel Read(ResourceDirectory resources) => new(ClassifierFile.Read(resources, FileName));

    /// <summary>Whether the rules' word on a block is not final.</summary>
    public static bool IsDoubtful(Draft draft) =>
        !draft.First.Source.IsSet && draft.Role is LineRole.Plain or LineRole.Marked && draft.First.Source.Cells.IsEmpty &&
        draft.Lines.Count <= MostLines && draft.Lines.Sum(l => l.Text.Length) <= Longest;

    /// <summary>The class of a block that the rules do not hold to be a heading: theirs stand, the model adds what it is sure of.</summary>
    public string Decide(ReadOnlySpan<Feature> features)
    {
        Span<double> probabilities = stackalloc double[_roles.Classes.Length];
        _roles.Classify(features, probabilities);
        return probabilities[_heading] >= Sure ? Heading : probabilities[_caption] >= Sure ? Caption : Text;
    }

    /// <summary>What is seen of a block: its marker, length, beginning and end, its neighbours, and the others with its marker.</summary>
    /// <param name="ruled">Whether the rules hold it to be a heading.</param>
    /// <param name="bold">Whether its format sets it in bold print.</param>
    /// <param name="alike">The blocks of the report by their markers.</param>
    public static Feature[] Features(List<Draft> drafts, int at, bool ruled, bool bold, AlikeBlocks alike)
    {
        var draft = drafts[at];
        var text = string.Join(' ', draft.Lines.Select(l => l.Text))[Math.Min(draft.ContentFrom, draft.First.Text.Length)..].Trim();
        var features = new List<Feature>();
        var family = FeatureHash.Of(draft.Family?.Id ?? "none");
        var sign = FeatureHash.Of(HeadingJudge.Sign(draft));
        var length = Length(text.Length);
        var rule = ruled ? 1u : 0;
        features.Add(new Feature(FeatureHash.Of(1, rule)));
        features.Add(new Feature(FeatureHash.Of(2, rule, family)));
        features.Add(new Feature(FeatureHash.Of(3, rule, length)));
        features.Add(new Feature(FeatureHash.Of(4, family, length)));
        features.Add(new Feature(FeatureHash.Of(5, sign)));
        features.Add(new Feature(FeatureHash.Of(6, (uint)draft.Lines.Count, bold ? 1u : 0)));
        for (var n = 1; n <= Math.Min(LongestEnd, text.Length); n++)
        {
            features.Add(new Feature(FeatureHash.Of(7, (uint)n, text.AsSpan(text.Length - n))));
            features.Add(new Feature(FeatureHash.Of(8, (uint)n, text.AsSpan(0, n))));
            features.Add(new Feature(FeatureHash.Of(9, family, text.AsSpan(text.Length - n))));
        }

        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            features.Add(new Feature(FeatureHash.Of(10, word), 0.5f));
        }

        features.Add(new Feature(FeatureHash.Of(11, text.Any(char.IsAsciiDigit) ? 1u : 0, text.Contains(',') ? 1u : 0)));
        features.Add(new Feature(FeatureHash.Of(12, text.Contains('(') ? 1u : 0, (uint)Math.Min(4, text.Count(c => c == ' ') / 2))));
        Beside(features, 20, drafts, at - 1, sign);
        Beside(features, 24, drafts, at + 1, sign);
        Beside(features, 28, drafts, at + 2, sign);
        features.Add(new Feature(FeatureHash.Of(32, (uint)Math.Min(2, draft.First.Source.BlankLinesBefore), at + 1 < drafts.Count ? (uint)Math.Min(2, drafts[at + 1].First.Source.BlankLinesBefore) : 3)));

        // The others with its sign: short ones throughout are titles, and titles are few.
        var (count, shorts) = alike[draft];
        features.Add(new Feature(FeatureHash.Of(33, family, (uint)(5 * shorts / count))));
        features.Add(new Feature(FeatureHash.Of(34, family, (uint)(10 * count / drafts.Count))));
        features.Add(new Feature(FeatureHash.Of(35, Length(at))));
        features.Add(new Feature(FeatureHash.Of(36, draft.Marker is null ? 0u : FeatureHash.Of(draft.Marker))));
        return [.. features];
    }

    private static void Beside(List<Feature> features, uint template, List<Draft> drafts, int at, uint sign)
    {
        if (at < 0 || at >= drafts.Count)
        {
            features.Add(new Feature(FeatureHash.Of(template, 0)));
            return;
        }

        var other = drafts[at];
        features.Add(new Feature(FeatureHash.Of(template, (uint)other.Role + 1, FeatureHash.Of(HeadingJudge.Sign(other)) == sign ? 1u : 0)));
        features.Add(new Feature(FeatureHash.Of(template + 1, FeatureHash.Of(other.Family?.Id ?? "none"))));
        features.Add(new Feature(FeatureHash.Of(template + 2, Length(other.Lines.Sum(l => l.Text.Length)))));
        features.Add(new Feature(FeatureHash.Of(template + 3, other.Last.Text.AsSpan(other.Last.Text.Length - Math.Min(1, other.Last.Text.Length)))));
    }

    private static uint Length(int characters) => characters switch { <= 4 => 0, <= 8 => 1, <= 14 => 2, <= 20 => 3, <= 28 => 4, <= 40 => 5, <= 60 => 6, <= 90 => 7, _ => 8 };
}
