using System.Collections.Immutable;

namespace ReportMiner.Link.Facts;

/// <summary>The types of facts and the roles of each, as the annotation guide has them.</summary>
internal static class FactTypes
{
    public const string None = "none";
    public const string Object = "object";
    public const string Measure = "measure";
    public const string Amount = "amount";
    public const string Date = "date";
    public const string Parties = "parties";
    public const string Release = "release";
    public const string Partnership = "partnership";

    /// <summary>What a figure may say.</summary>
    public static readonly ImmutableArray<string> OfFigures = [None, "statistic", "budget", "target", "forecast", "investment", "acquisition"];

    /// <summary>What a verb may say without a figure.</summary>
    public static readonly ImmutableArray<string> OfVerbs = ["investment", "acquisition"];

    /// <summary>The types as the annotation guide lists them.</summary>
    public static readonly ImmutableArray<string> All = [Release, "investment", "acquisition", Partnership, "budget", "target", "forecast", "statistic"];

    /// <summary>The roles that names and dates fill; object and measure are chosen among phrases too.</summary>
    public static readonly ImmutableArray<string> Roles = [None, Date, "actor", "source", "investor", "investee", "acquirer", "acquired", Parties];

    /// <summary>All roles.</summary>
    public static readonly ImmutableArray<string> AllRoles = [Amount, Object, Measure, .. Roles.Skip(1)];

    /// <summary>The roles a type has, but for the amount.</summary>
    public static ImmutableArray<string> RolesOf(string type) => type switch
    {
        Release => ["actor", Date],
        Partnership => [Parties, Object, Date],
        "investment" => ["investor", "investee", Date],
        "acquisition" => ["acquirer", "acquired", Date],
        "budget" or "target" => ["actor", Object, Measure, Date],
        _ => [Object, Measure, Date, "source"],
    };

    /// <summary>Whether a role may have several fillers.</summary>
    public static bool HasSeveral(string role) => role is Parties or Object or "investee";

    /// <summary>Whether the roles found make a fact of the type.</summary>
    public static bool Suffices(string type, bool figure, IReadOnlyDictionary<string, ImmutableArray<Filler>> roles) => type switch
    {
        Release => true,
        Partnership => roles.TryGetValue(Parties, out var parties) && parties.Length >= 2,
        "investment" => figure || (roles.ContainsKey("investor") && roles.ContainsKey("investee")),
        "acquisition" => roles.ContainsKey("acquirer") || roles.ContainsKey("acquired"),
        _ => roles.ContainsKey(Object),
    };
}

/// <summary>What may fill a role: a name, a date, or a phrase.</summary>
/// <param name="Ref">Id of the name or date; null for a phrase.</param>
internal sealed record Filler(FactSource Source, int Start, int End, string? Ref, FactPhrase? Phrase, Documents.Mention? Mention, Documents.DateItem? Date);
