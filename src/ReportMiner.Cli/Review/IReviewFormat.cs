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

    /// <summary>Writes a report as reviewed.</summary>
    void Export(ReviewFile report, Stream to);

    /// <summary>Compares a file that came back with the reports as they are now.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="reports">The reports it may be of.</param>
    /// <param name="stamp">Makes the stamp of an event of a reason, or of none.</param>
    Outcome<ReviewImport> Import(byte[] file, IReadOnlyList<ReviewFile> reports, Func<string?, EventStamp> stamp);
}

/// <summary>What a file that came back would do.</summary>
/// <param name="Report">The report it is of.</param>
/// <param name="Returned">A file that shows what was not taken in, or null.</param>
internal sealed record ReviewImport(ReviewFile Report, ImportPlan Plan, byte[]? Returned = null);
