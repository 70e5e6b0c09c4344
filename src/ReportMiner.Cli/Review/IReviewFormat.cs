using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Review;

/// <summary>A kind of file that reviewers get, work in and send back.</summary>
internal interface IReviewFormat
{
    /// <summary>The extension with its full stop; without it the name of the option.</summary>
    string Extension { get; }

    /// <summary>What it is, for the help.</summary>
    string Korean { get; }

    /// <summary>The same in English.</summary>
    string English { get; }

    /// <summary>Where those who use it work.</summary>
    ReviewChannel Channel { get; }

    /// <summary>The files to write for reports as reviewed: one each, or one for all of them. The reports are enumerated as the files are written.</summary>
    IEnumerable<ReviewExport> Export(IEnumerable<ReviewFile> reports);

    /// <summary>Compares a file that came back with the reports as they are now.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="outputs">The outputs it may be of.</param>
    /// <param name="stamp">Makes the stamp of an event of a reason, or of none.</param>
    Outcome<ReviewImport> Import(byte[] file, IReadOnlyList<ReviewOutput> outputs, Func<string?, EventStamp> stamp);
}

/// <summary>A file to write.</summary>
/// <param name="Name">Its path in the folder it is written to.</param>
/// <param name="Write">Writes it.</param>
internal sealed record ReviewExport(string Name, Action<Stream> Write);

/// <summary>What a file that came back would do.</summary>
/// <param name="Reports">What it would do to each report it is of.</param>
/// <param name="Findings">What is to be told of the file itself.</param>
/// <param name="Returned">A file that shows what was not taken in, or null.</param>
internal sealed record ReviewImport(ImmutableArray<ReportImport> Reports, ImmutableArray<ImportFinding> Findings, byte[]? Returned = null);

/// <summary>What a file that came back would do to one report.</summary>
internal sealed record ReportImport(ReviewFile Report, ImportPlan Plan);
