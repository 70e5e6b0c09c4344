using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

/// <summary>A reviewer at work on one report, with a clock and ids of its own.</summary>
internal sealed class ReviewDesk(Report extraction, string who = "김검토")
{
    private readonly List<ReviewEvent> _events = [];
    private int _stamps;

    public Report Extraction => extraction;

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(ReportJson.Write(extraction)));

    public ImmutableArray<ReviewEvent> Events => [.. _events];

    public ReviewedReport Reviewed => ReviewSession.Apply(extraction, Sha256, Events);

    public EventMaker Maker => new(Reviewed);

    public static ReviewDesk Realistic() => new(SampleReports.Realistic());

    public EventStamp Stamp(string? group = null, string? reason = null) =>
        new($"v{++_stamps}-{who}", who, DateTimeOffset.UnixEpoch.AddSeconds(_stamps), ReviewChannel.Browser, group, reason);

    public ReviewEvent Do(ReviewEvent made)
    {
        _events.Add(made);
        return made;
    }

    public ReviewEvent Accept(string key, string? group = null) => Do(Maker.Accept(key, Stamp(group)));

    public ReviewEvent Reject(string key) => Do(Maker.Reject(key, Stamp()));

    public ReviewEvent Edit(string key, ItemFields fields) => Do(Maker.Edit(key, fields, Stamp())!);

    public ReviewEvent Add(ItemKind kind, string words, ItemFields fields) => Do(Maker.Add(kind, At(words).With(fields), Stamp()));

    public ReviewEvent Undo(string undoes) => Do(EventMaker.Undo(undoes, Stamp()));

    /// <summary>The place of words in the text.</summary>
    public ItemFields At(string words)
    {
        var at = extraction.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, words);
        var start = extraction.Text[..at].EnumerateRunes().Count();
        return ItemFields.Empty.With(ItemField.Start, start).With(ItemField.End, start + words.EnumerateRunes().Count());
    }

    public string KeyOf(string words) => Reviewed.Items.First(i => Reviewed.FieldsOf(i.Key).Text(ItemField.Quote) == words).Key;

    /// <summary>The reviewed report, which has no conflicts and keeps the contract.</summary>
    public Report Sound()
    {
        Assert.Empty(Reviewed.Conflicts);
        ContractAssert.SpansHold(JsonNode.Parse(ReportJson.Write(Reviewed.Report))!);
        return Reviewed.Report;
    }
}
