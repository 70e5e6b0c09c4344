using System.Collections.Immutable;
using ReportMiner.Cli.Review;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve;

/// <summary>Makes events of decisions, and refuses those that somebody overtook or that cannot be: what is refused is never written.</summary>
internal sealed class DecisionTaker(DeskState state, EventStamps stamps)
{
    private readonly List<ReviewEvent> _made = [];
    private readonly List<Refusal> _refused = [];
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private ReviewedReport _seen = state.Reviewed;

    /// <summary>The events to be written, in order.</summary>
    public IReadOnlyList<ReviewEvent> Made => _made;

    /// <summary>What is not.</summary>
    public ImmutableArray<Refusal> Refused => [.. _refused];

    /// <summary>The report with the events applied.</summary>
    public ReviewedReport Take(ImmutableArray<DecisionRequest> decisions)
    {
        var known = state.Events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (!known.Add(decision.Id))
            {
                continue;
            }

            try
            {
                Take(decision);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                Refuse(decision.Id, "invalid", "그런 항목이 없거나 그렇게 할 수 없습니다", "there is no such item, or it cannot be done");
            }
        }

        // An event that cannot be would lie in the file for good. Leaving one out may leave another without its ground.
        for (Look(); _made.Count > 0;)
        {
            var wrong = _seen.Conflicts.Where(c => _made.Any(m => ReferenceEquals(m, c.Event))).ToList();
            if (wrong.Count == 0)
            {
                break;
            }

            foreach (var conflict in wrong)
            {
                Refuse(conflict.Event.Id, "invalid", conflict.Korean, conflict.English);
                _made.Remove(conflict.Event);
            }

            Look();
        }

        return _seen;
    }

    private void Take(DecisionRequest decision)
    {
        if (decision.Id.Length != 32 || !decision.Id.All(char.IsAsciiHexDigitLower) || decision.Group is { } group && (group.Length != 32 || !group.All(char.IsAsciiHexDigitLower)))
        {
            throw new ArgumentException("id", nameof(decision));
        }

        // Later decisions of the batch may be about what earlier ones made.
        if (decision.Item is { } about && (_touched.Contains(about) || _touched.Contains("") || (_made.Count > 0 && _seen.Find(about) is null)))
        {
            Look();
        }

        if (decision is { Seen: { } seen, Item: { } item } && (_seen.Find(item)?.Events.LastOrDefault() ?? "") != seen)
        {
            Refuse(decision.Id, "stale", "그 사이 다른 창에서 이 항목을 바꾸었습니다", "the item was changed in another window meanwhile");
            return;
        }

        if (Make(decision) is { } made)
        {
            _made.Add(made);
            _touched.Add(decision.Action is ReviewAction.Undo or ReviewAction.Merge ? "" : decision.Item ?? "+");
        }
    }

    private ReviewEvent? Make(DecisionRequest decision)
    {
        var maker = new EventMaker(_seen);
        var stamp = stamps.Next(string.IsNullOrWhiteSpace(decision.Reason) ? null : decision.Reason.Trim(), decision.Group) with { Id = decision.Id };
        return decision.Action switch
        {
            ReviewAction.Accept => maker.Accept(Key(), stamp),
            ReviewAction.Reject => maker.Reject(Key(), stamp),
            ReviewAction.Edit => maker.Edit(Key(), decision.Fields ?? ItemFields.Empty, stamp),
            ReviewAction.Add => maker.Add(decision.Kind ?? throw new ArgumentException("kind", nameof(decision)), decision.Fields ?? ItemFields.Empty, stamp),
            ReviewAction.Merge => maker.Merge(Key(), decision.Into ?? throw new ArgumentException("into", nameof(decision)), stamp),
            ReviewAction.Undo => EventMaker.Undo(decision.Undoes ?? throw new ArgumentException("undoes", nameof(decision)), stamp),
            _ => stamp.Reason is null ? throw new ArgumentException("reason", nameof(decision)) : maker.Comment(decision.Item, stamp),
        };

        string Key() => decision.Item ?? throw new ArgumentException("item", nameof(decision));
    }

    private void Look()
    {
        _seen = _made.Count == 0 ? state.Reviewed : ReviewSession.Apply(state.Reviewed.Extraction, state.Reviewed.ExtractionSha256, [.. state.Events, .. _made]);
        _touched.Clear();
    }

    private void Refuse(string id, string code, string korean, string english) => _refused.Add(new Refusal(id, code, korean, english));
}
