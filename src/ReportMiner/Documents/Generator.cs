using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>The program and configuration that made a <see cref="Report"/>.</summary>
/// <param name="ConfigSha256">SHA-256 of the options in canonical JSON.</param>
/// <param name="Resources">The files of <c>models/</c> that were used.</param>
public sealed record Generator(string Name, string Version, string ConfigSha256, ImmutableArray<ResourceVersion> Resources);

/// <summary>A resource file and its content hash.</summary>
public sealed record ResourceVersion(string Name, string Version, string Sha256);
