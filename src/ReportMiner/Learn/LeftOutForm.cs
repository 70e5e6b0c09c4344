using ReportMiner.Documents;

namespace ReportMiner.Learn;

/// <summary>A form that was not taken into the reviewed gazetteer.</summary>
/// <param name="Refused">Whether people took it out, or put it in.</param>
/// <param name="Report">The report whose review had it.</param>
public sealed record LeftOutForm(string Form, EntityType Type, bool Refused, LeftOutReason Reason, string Report);

/// <summary>What speaks against a form.</summary>
public enum LeftOutReason
{
    /// <summary>It is a name in one place and none in another.</summary>
    BothWays,

    /// <summary>It is a name of more than one type.</summary>
    TwoTypes,

    /// <summary>The training excerpts have it otherwise.</summary>
    Training,
}
