using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>What is doubtful of the items nobody has decided on: a low confidence, or a check that failed.</summary>
internal sealed class Doubts(ReviewedReport reviewed)
{
    private const double LowConfidence = 0.6;

    private readonly HashSet<string> _contradictory =
        [.. Contradictions.Groups(new Tags(reviewed.Report.Mentions, reviewed.Report.Dates, reviewed.Report.Amounts), reviewed.Report.Facts).SelectMany(g => g).Select(f => f.Id)];

    /// <summary>What is doubtful, in sentences; empty where nothing is.</summary>
    public string Of(ItemState state)
    {
        if (state.Decision != Decision.Open)
        {
            return "";
        }

        var item = reviewed.ItemOf(state.Key);
        var found = new List<string>();
        if (item.Confidence < LowConfidence)
        {
            found.Add(WordLabels.Of("doubt.confidence", item.Confidence.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (item is DateItem { Edtf: null })
        {
            found.Add(WordLabels.Of("doubt.date"));
        }

        if (_contradictory.Contains(state.Id!))
        {
            found.Add(WordLabels.Of("doubt.contradiction"));
        }

        return found.Count == 0 ? "" : string.Join(' ', found.Append(WordLabels.Of("doubt.ask")));
    }
}
