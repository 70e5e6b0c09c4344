using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Review.Events;
using ReportMiner.Review.Word;
using ReportMiner.Tests.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Word;

/// <summary>A report that goes out as a document and comes back.</summary>
internal sealed class WordDesk(Report extraction)
{
    private int _stamps;

    public ReviewDesk Desk { get; } = new(extraction);

    public byte[] Export() => WordReview.Write(Desk.Reviewed, "plan.txt.json");

    public ImportPlan Plan(byte[] file) => Plan(file, Desk);

    /// <summary>What a document would do to a report.</summary>
    public ImportPlan Plan(byte[] file, ReviewDesk desk)
    {
        var read = WordReturn.Read(file, new LimitOptions(), CancellationToken.None);
        Assert.True(read.Succeeded, read.Failure?.Message);
        return WordReview.Plan(read.Value!, desk.Reviewed, desk.Events, reason => new EventStamp($"w{++_stamps}", "이검토", DateTimeOffset.UnixEpoch.AddDays(_stamps), ReviewChannel.Docx, "g", reason));
    }

    /// <summary>Takes a document in.</summary>
    public ImportPlan Import(byte[] file)
    {
        var plan = Plan(file);
        foreach (var made in plan.Events)
        {
            Desk.Do(made);
        }

        Assert.Empty(Desk.Reviewed.Conflicts);
        return plan;
    }

    /// <summary>What would stand in each control by now, by tag.</summary>
    public ImmutableSortedDictionary<string, string> Texts()
    {
        var reviewed = Desk.Reviewed;
        var texts = new FieldTexts(reviewed);
        var read = WordReturn.Read(Export0, new LimitOptions(), CancellationToken.None).Value!;
        return read.Record.Controls.ToImmutableSortedDictionary(c => c.Tag, c => texts.Of(reviewed.Find(read.Record.Items[c.Item].Key)!, c.Field), StringComparer.Ordinal);
    }

    // The controls of the first export: what is edited later is compared with these.
    private byte[] Export0 => field ??= Export();
}
