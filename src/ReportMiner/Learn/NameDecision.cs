using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Learn;

/// <summary>What people decided on a form of a name in one report.</summary>
/// <param name="Form">The words as printed.</param>
/// <param name="Type">The type it is a name of, or is not.</param>
/// <param name="Name">The canonical name; null where the form is no name of the type.</param>
/// <param name="New">Whether the pipeline did not have it so.</param>
/// <param name="Events">Ids of the review events.</param>
/// <param name="Who">The reviewers.</param>
public sealed record NameDecision(string Form, EntityType Type, string? Name, bool New, ImmutableArray<string> Events, ImmutableArray<string> Who);
