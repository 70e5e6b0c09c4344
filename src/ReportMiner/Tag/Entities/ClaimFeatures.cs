using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>
/// What speaks for and against a claim: who makes it, the model's probability, the model's own name at that place, the
/// other claims it overlaps, its form, and what the model makes of the same form elsewhere in the document.
/// </summary>
internal static class ClaimFeatures
{
    private const double Certain = 6;

    /// <summary>The features of each claim of a report.</summary>
    public static List<List<Feature[]>> Of(List<Stretch> stretches, List<List<NameClaim>> claims, List<NameReading> readings, NameBoundary boundary)
    {
        var forms = new Dictionary<(EntityType, string), (int Count, double Sum)>();
        for (var s = 0; s < claims.Count; s++)
        {
            foreach (var claim in claims[s])
            {
                var key = (claim.Type, Form(stretches[s], claim));
                var (count, sum) = forms.GetValueOrDefault(key);
                forms[key] = (count + 1, sum + claim.Model);
            }
        }

        return [.. claims.Select((list, s) =>
        {
            var best = readings[s].Names;
            var longest = list.Select(c => c.End - c.Start).DefaultIfEmpty(0).Max();
            return list.Select((c, at) => Of(stretches[s], c, Rivals(list, at, longest), best, forms[(c.Type, Form(stretches[s], c))], Edges(stretches[s].Text, c, boundary))).ToList();
        })];
    }

    private static Feature[] Of(Stretch stretch, NameClaim claim, uint rivals, IReadOnlyList<(int Start, int End, EntityType Type)> best, (int Count, double Sum) form, uint edges)
    {
        var features = new List<Feature>();
        var template = 0u;
        void Add(uint value, float strength = 1) => features.Add(new Feature(FeatureHash.Of(++template, value), strength));

        var type = (uint)claim.Type;
        Add(type);
        var logit = LogOdds(claim.Model);
        Add(0, (float)(logit / Certain));
        Add(type, (float)(logit / Certain));
        Add((uint)Math.Clamp((int)(claim.Model * 10), 0, 9));
        var relation = Relation(claim, best);
        Add(relation);
        Add((relation * 8) + type);

        template = 20;
        var bySources = claim.Sources.Where(s => s != NameModel.Source).ToList();
        foreach (var source in bySources)
        {
            features.Add(new Feature(FeatureHash.Of(21, source)));
            features.Add(new Feature(FeatureHash.Of(22, relation, source)));
        }

        template = 30;
        Add((uint)Math.Min(3, bySources.Count));
        Add(((uint)Math.Min(3, bySources.Count) * 32) + relation);
        Add(((claim.Settled ? 1u : 0) * 32) + relation);
        Add(((claim.Settled ? 1u : 0) * 32) + type);

        Add(rivals);
        Add((rivals * 32) + relation);
        var text = stretch.Text.AsSpan(claim.Start, claim.End - claim.Start);
        var script = (NameBoundary.IsHangul(text[0]) ? 0u : char.IsAsciiLetter(text[0]) ? 1u : char.IsAsciiDigit(text[0]) ? 2u : 3u) + (text.Contains(' ') ? 4u : 0);
        Add((Length(text.Length) * 64) + (script * 8) + type);
        Add((script * 8) + type);
        Add(((uint)stretch.Kind * 8) + type);
        Add(edges);
        Add((edges * 8) + script);

        // The same form elsewhere.
        var elsewhere = form.Count < 2 ? 15u : (uint)Math.Clamp((int)((form.Sum - claim.Model) / (form.Count - 1) * 5), 0, 4);
        Add(elsewhere);
        Add((elsewhere * 16) + (uint)Math.Clamp((int)(claim.Model * 5), 0, 4));
        Add(0, form.Count < 2 ? 0 : (float)(LogOdds((form.Sum - claim.Model) / (form.Count - 1)) / Certain));
        return [.. features];
    }

    /// <summary>The claims of lists and patterns at the same place: of another type, longer, shorter, crossing, as bits.</summary>
    /// <param name="claims">In the order of their starts.</param>
    private static uint Rivals(List<NameClaim> claims, int at, int longest)
    {
        var claim = claims[at];
        var rivals = 0u;
        void See(NameClaim other)
        {
            if (other.Overlaps(claim.Start, claim.End) && other.Sources.Exists(s => s != NameModel.Source))
            {
                rivals |= other.Start <= claim.Start && other.End >= claim.End ? (other.Start == claim.Start && other.End == claim.End ? 1u : 2u)
                    : claim.Start <= other.Start && claim.End >= other.End ? 4u : 8u;
            }
        }

        for (var i = at - 1; i >= 0 && claims[i].Start > claim.Start - longest; i--)
        {
            See(claims[i]);
        }

        for (var i = at + 1; i < claims.Count && claims[i].Start < claim.End; i++)
        {
            See(claims[i]);
        }

        return rivals;
    }

    /// <summary>Whether a name may begin and end there, and what stands beside: a letter, a digit, an apostrophe before a year.</summary>
    private static uint Edges(string text, NameClaim claim, NameBoundary boundary)
    {
        var before = claim.Start == 0 ? ' ' : text[claim.Start - 1];
        var after = claim.End == text.Length ? ' ' : text[claim.End];
        return (NameBoundary.Begins(text, claim.Start) ? 1u : 0)
            + (boundary.Ends(text, claim.Start, claim.End) ? 2u : 0)
            + (4 * Side(before))
            + (16 * Side(after))
            + (char.IsAsciiDigit(text[claim.Start]) ? 64u : 0);
    }

    private static uint Side(char c) => char.IsAsciiDigit(c) ? 1u : char.IsLetter(c) ? 2u : c is '’' or '\'' or '‘' ? 3u : 0;

    private static string Form(Stretch stretch, NameClaim claim) => stretch.Text[claim.Start..claim.End];

    private static double LogOdds(double p)
    {
        p = Math.Clamp(p, 1e-4, 1 - 1e-4);
        return Math.Clamp(Math.Log(p / (1 - p)), -Certain, Certain);
    }

    private static uint Length(int characters) => characters switch { <= 4 => (uint)characters, <= 6 => 5, <= 10 => 6, <= 20 => 7, _ => 8 };

    /// <summary>How the model's own name at the place relates to the claim: the same, of another type, longer, shorter, crossing, none.</summary>
    private static uint Relation(NameClaim claim, IReadOnlyList<(int Start, int End, EntityType Type)> best)
    {
        var at = TextSpans.First(best.Count, i => best[i].End > claim.Start);
        if (at < best.Count && best[at] is var (start, end, type) && claim.Overlaps(start, end))
        {
            var same = type == claim.Type ? 0u : 1u;
            return 2 + same + (start == claim.Start && end == claim.End ? 0u : start <= claim.Start && end >= claim.End ? 2u : claim.Start <= start && claim.End >= end ? 4u : 6u);
        }

        return 0;
    }
}
