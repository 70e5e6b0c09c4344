using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>
/// The one place where rules and model are combined. Everything that a list, a pattern, the model or another place of
/// the document holds to be a name is a claim; a classifier gives each claim its probability; claims take their places
/// in the order of probability, of equal ones the longer, then the earlier, and what overlaps a taken one falls out.
/// </summary>
internal sealed class NameArbiter(IClassifier classifier)
{
    public const string FileName = "taggers/claims.bin";
    public const string Yes = "name";
    public const string No = "none";
    public const double Threshold = 0.35;

    private const double SureOfRepeat = 0.8;
    private const string Repeat = "rule:repeat";

    private readonly int _yes = classifier.Classes.IndexOf(Yes);

    /// <summary>Collects the claims of each stretch, in reading order.</summary>
    /// <param name="settled">What rules alone would settle on.</param>
    /// <param name="refused">What is not claimed, whoever holds it to be a name.</param>
    public static List<List<NameClaim>> Collect(List<Stretch> stretches, NameFinds[] finds, List<NameCandidate>[] settled, List<NameReading> readings, NameBoundary boundary, RefusedNames refused)
    {
        var repeats = Repeats(stretches, readings);
        var claims = new List<NameClaim>[stretches.Count];
        // Each stretch by itself: the same claims whatever the number of processors.
        Parallel.For(0, stretches.Count, s =>
        {
            var text = stretches[s].Text;
            var found = new SortedDictionary<(int Start, int End, EntityType Type), NameClaim>();
            void Claim(int start, int end, EntityType type, string source)
            {
                if (!MayBeName(text[start..end]) || refused.Has(type, text.AsSpan(start, end - start)))
                {
                    return;
                }

                if (!found.TryGetValue((start, end, type), out var claim))
                {
                    found.Add((start, end, type), claim = new NameClaim(start, end, type) { Model = readings[s].Probability(start, end, type) });
                }

                if (!claim.Sources.Contains(source))
                {
                    claim.Sources.Add(source);
                }
            }

            foreach (var name in settled[s].Concat(finds[s].Patterns).Concat(finds[s].Lists))
            {
                Claim(name.Start, name.End, name.Type, name.Source);
            }

            foreach (var (name, _) in finds[s].Doubtful)
            {
                Claim(name.Start, name.End, name.Type, name.Source + NameClaim.Doubt);
            }

            foreach (var name in settled[s])
            {
                if (found.TryGetValue((name.Start, name.End, name.Type), out var claim))
                {
                    claim.Settled = true;
                }
            }

            foreach (var (start, end, type) in readings[s].Names)
            {
                Claim(start, end, type, NameModel.Source);
            }

            boundary.Search(repeats, text, (start, end, type) => Claim(start, end, type, Repeat));
            claims[s] = [.. found.Values];
        });
        return [.. claims];
    }

    /// <summary>A name holds a letter, and no bracket of it opens or closes outside.</summary>
    private static bool MayBeName(string name) => name.Any(char.IsLetter) && name.Count(c => c == '(') == name.Count(c => c == ')');

    /// <summary>Gives the claims their probabilities and keeps those that stand.</summary>
    /// <param name="features">Of each claim, as <see cref="ClaimFeatures"/> has them.</param>
    public List<NameClaim>[] Decide(List<List<NameClaim>> claims, List<List<Feature[]>> features)
    {
        var kept = new List<NameClaim>[claims.Count];
        Span<double> probabilities = stackalloc double[classifier.Classes.Length];
        for (var s = 0; s < claims.Count; s++)
        {
            for (var c = 0; c < claims[s].Count; c++)
            {
                classifier.Classify(features[s][c], probabilities);
                // What people put right is no question of who claims it.
                claims[s][c].Probability = Math.Max(probabilities[_yes], claims[s][c].Sources.Contains(GazetteerFinder.Reviewed) ? GazetteerFinder.Confidence : 0);
            }

            kept[s] = NameOverlaps.Keep(
                claims[s].Where(c => c.Probability >= Threshold)
                    .OrderByDescending(c => c.Probability).ThenByDescending(c => c.End - c.Start).ThenBy(c => c.Start).ThenBy(c => c.Type),
                c => (c.Start, c.End));
        }

        return kept;
    }

    /// <summary>The names that the model is sure of at some place; they are looked for everywhere.</summary>
    private static NameTrie<object> Repeats(List<Stretch> stretches, List<NameReading> readings)
    {
        var repeats = new NameTrie<object>();
        var sure = readings.AsParallel().AsOrdered().Select((reading, s) => reading.Names
            .Where(n => n.End - n.Start >= 2 && n.Type != EntityType.Work && reading.Probability(n.Start, n.End, n.Type) >= SureOfRepeat)
            .Select(n => (Form: stretches[s].Text[n.Start..n.End], n.Type)).ToList());
        foreach (var (form, type) in sure.SelectMany(s => s))
        {
            repeats.Add(form, type);
        }

        return repeats;
    }
}
