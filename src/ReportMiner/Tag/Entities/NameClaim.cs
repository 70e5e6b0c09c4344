using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>A stretch that lists, patterns, the model or another place of the document hold to be a name.</summary>
internal sealed class NameClaim(int start, int end, EntityType type)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    public EntityType Type { get; } = type;

    /// <summary>What is put after the name of a list whose form is also a common word.</summary>
    public const string Doubt = "?";

    /// <summary>Who claims it.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>The first to claim it, as the output names it.</summary>
    public string Source => Sources[0].TrimEnd(Doubt[0]);

    /// <summary>Whether the rules, left alone, would settle on it.</summary>
    public bool Settled { get; set; }

    /// <summary>The model's probability.</summary>
    public double Model { get; set; }

    /// <summary>What the arbiter makes of it all.</summary>
    public double Probability { get; set; }

    public bool Overlaps(int start, int end) => Start < end && start < End;
}
