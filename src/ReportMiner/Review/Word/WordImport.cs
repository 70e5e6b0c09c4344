using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>
/// Compares each control of a document that came back in three ways: as exported, as it is in the document, as it is in the
/// reviewed report now. What the reviewer left alone changes nothing; what nobody else touched is taken in; the rest is a conflict.
/// </summary>
internal sealed class WordImport(WordReturn returned, ReviewedReport reviewed, Func<string?, EventStamp> stamp)
{
    private readonly FieldTexts _texts = new(reviewed);
    private readonly EventMaker _maker = new(reviewed);
    private readonly List<ReviewEvent> _events = [];

    // Findings, each with the event that follows from it.
    private readonly List<(ImportFinding Finding, string? Event)> _findings = [];

    public ImportPlan Plan(ImmutableArray<ReviewEvent> events)
    {
        foreach (var item in returned.Record.Controls.GroupBy(c => c.Item, StringComparer.Ordinal))
        {
            Item(returned.Record.Items[item.Key], [.. item]);
        }

        foreach (var comment in returned.Comments)
        {
            Comment(comment);
        }

        // The last word on whether an event can be applied has the function that applies it.
        var refused = ReviewSession.Apply(reviewed.Extraction, reviewed.ExtractionSha256, events.AddRange(_events)).Conflicts
            .Where(c => _events.Contains(c.Event)).ToDictionary(c => c.Event.Id, StringComparer.Ordinal);
        return new ImportPlan(
            [.. _events.Where(e => !refused.ContainsKey(e.Id))],
            [.. _findings.Select(f => f.Event is not null && refused.TryGetValue(f.Event, out var c) ? f.Finding with { Result = ImportResult.Rejected, Korean = c.Korean, English = c.English } : f.Finding)]);
    }

    private void Item(WordItem exported, ImmutableArray<WordControl> controls)
    {
        var changed = new List<(WordControl Control, string Text)>();
        var missing = new List<WordControl>();
        foreach (var control in controls)
        {
            var values = returned.Controls[control.Tag].Select(t => t == returned.Record.Empty ? "" : t).Distinct(StringComparer.Ordinal).ToList();
            if (values.Count == 0)
            {
                missing.Add(control);
            }
            else if (values.Count > 1)
            {
                Find(ImportResult.Conflict, exported.Key, control, string.Join(" | ", values), "같은 칸이 여럿인데 글이 서로 다릅니다", "the control was copied, and the copies differ");
            }
            else if (!FieldTexts.Same(control.Field, control.Text, values[0]))
            {
                changed.Add((control, values[0]));
            }
        }

        Missing(exported.Key, missing, whole: missing.Count == controls.Length);
        if (changed.Count == 0)
        {
            return;
        }

        var match = reviewed.Match(exported.Key, exported.Base);
        if (!match.Succeeded)
        {
            changed.ForEach(c => Find(ImportResult.Conflict, exported.Key, c.Control, c.Text, match.Failure.Korean, match.Failure.English));
            return;
        }

        Edit(match.Value, changed.FindAll(c => c.Control.Field != WordFields.Decision));
        foreach (var (control, text) in changed.Where(c => c.Control.Field == WordFields.Decision))
        {
            Decide(match.Value, control, text);
        }
    }

    private void Missing(string key, List<WordControl> missing, bool whole)
    {
        const string Korean = "칸이 지워져 있어 그대로 둡니다", English = "the control was deleted; nothing is changed";
        if (whole)
        {
            _findings.Add((new ImportFinding(ImportResult.Missing, key, null, null, null, Korean, English), null));
            return;
        }

        missing.ForEach(c => Find(ImportResult.Missing, key, c, null, Korean, English));
    }

    private void Edit(ItemState item, List<(WordControl Control, string Text)> changed)
    {
        var present = reviewed.FieldsOf(item.Key);
        var fields = ItemFields.Empty;
        var taken = new List<(WordControl Control, string Text)>();
        foreach (var (control, text) in changed)
        {
            var now = _texts.Of(item, control.Field);
            var parsed = _texts.Parse(item, control.Field, text, fields);
            if (FieldTexts.Same(control.Field, now, text) || (parsed.Succeeded && parsed.Value.ChangedFrom(present).IsEmpty))
            {
                Same(item.Key, control, text);
            }
            else if (item.Decision == Decision.Rejected)
            {
                Find(ImportResult.Conflict, item.Key, control, text, "그사이에 뺀 항목입니다", "the item was rejected meanwhile");
            }
            else if (!FieldTexts.Same(control.Field, now, control.Text))
            {
                Find(ImportResult.Conflict, item.Key, control, text, $"그사이에 값이 바뀌었습니다: {now}", $"the value was changed meanwhile: {now}");
            }
            else if (!parsed.Succeeded)
            {
                Find(ImportResult.Rejected, item.Key, control, text, parsed.Failure.Korean, parsed.Failure.English);
            }
            else
            {
                fields = fields.With(parsed.Value);
                taken.Add((control, text));
            }
        }

        var made = fields.IsEmpty ? null : _maker.Edit(item.Key, fields, stamp(null));
        Take(made);
        taken.ForEach(c => Change(item.Key, c.Control, c.Text, made));
    }

    private void Decide(ItemState item, WordControl control, string text)
    {
        var now = _texts.Of(item, control.Field);
        if (now == text)
        {
            Same(item.Key, control, text);
        }
        else if (now != control.Text)
        {
            Find(ImportResult.Conflict, item.Key, control, text, "그사이에 다르게 결정되었습니다", "it was decided otherwise meanwhile");
        }
        else if (text is "accepted" or "rejected")
        {
            var made = text == "accepted" ? _maker.Accept(item.Key, stamp(null)) : _maker.Reject(item.Key, stamp(null));
            Take(made);
            Change(item.Key, control, text, made);
        }
        else
        {
            Find(ImportResult.Rejected, item.Key, control, text, "이미 내린 결정은 문서에서 되돌릴 수 없습니다", "a decision cannot be taken back in a document");
        }
    }

    private void Comment(WordComment comment)
    {
        if (comment.Text.Length == 0 || comment.Author == CommentWriter.Program
            || returned.Record.Comments.Any(c => c.Author == comment.Author && c.Text == WordText.Fold(comment.Text)))
        {
            return;
        }

        string? key = null;
        var remarks = reviewed.Comments;
        if (comment.Item is { } id)
        {
            var item = returned.Record.Items[id];
            var match = reviewed.Match(item.Key, item.Base);
            if (!match.Succeeded)
            {
                _findings.Add((new ImportFinding(ImportResult.Conflict, item.Key, "comment", null, comment.Text, match.Failure.Korean, match.Failure.English), null));
                return;
            }

            (key, remarks) = (match.Value.Key, match.Value.Comments);
        }

        var by = stamp(comment.Text);
        by = comment.Author.Length > 0 ? by with { Who = comment.Author } : by;
        var made = remarks.Any(r => r.Who == by.Who && r.Reason == by.Reason) ? null : _maker.Comment(key, by);
        Take(made);
        _findings.Add((new ImportFinding(made is null ? ImportResult.Same : ImportResult.Change, key, "comment", null, comment.Text, "메모", "comment"), made?.Id));
    }

    private void Take(ReviewEvent? made)
    {
        if (made is not null)
        {
            _events.Add(made);
        }
    }

    private void Change(string key, WordControl control, string text, ReviewEvent? made) =>
        _findings.Add((new ImportFinding(made is null ? ImportResult.Same : ImportResult.Change, key, control.Field, control.Text, text, "고쳤습니다", "changed"), made?.Id));

    private void Same(string key, WordControl control, string text) => Find(ImportResult.Same, key, control, text, "이미 그렇습니다", "it is so already");

    private void Find(ImportResult result, string key, WordControl control, string? text, string korean, string english) =>
        _findings.Add((new ImportFinding(result, key, control.Field, control.Text, text, korean, english), null));
}
