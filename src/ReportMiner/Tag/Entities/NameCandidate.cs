using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>A stretch that may be a name, before overlaps are settled.</summary>
internal readonly record struct NameCandidate(int Start, int End, EntityType Type, double Confidence, int Priority, string Source);
