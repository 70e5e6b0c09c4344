using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Review;

/// <summary>An output and its review file.</summary>
/// <param name="Name">The output's path in its folder.</param>
/// <param name="Path">The output's path.</param>
/// <param name="Reviewed">The report as reviewed.</param>
/// <param name="Diagnostics">What is wrong with lines of the review file.</param>
internal sealed record ReviewFile(string Name, string Path, ReviewedReport Reviewed, ImmutableArray<ReviewEvent> Events, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Its events.</summary>
    public EventFile EventFile => EventFile.Beside(Path);

    /// <summary>Reads an output with its review; null where the file is no output.</summary>
    public static ReviewFile? Read(string path, string name)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var extraction = ReportJson.Read(bytes);
            var (events, diagnostics) = EventFile.Beside(path).Read();
            return new ReviewFile(name, path, ReviewSession.Apply(extraction, Convert.ToHexStringLower(SHA256.HashData(bytes)), events), events, diagnostics);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
