using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>Makes comments: what is doubtful of an item, and what reviewers remarked on it.</summary>
internal sealed class CommentWriter(Doubts doubts)
{
    /// <summary>Who says what is doubtful.</summary>
    public const string Program = "ReportMiner";

    private readonly Comments _part = [];
    private readonly List<WordComment> _written = [];

    public bool Any => _written.Count > 0;

    public Comments Part => _part;

    public ImmutableArray<WordComment> Written => [.. _written];

    public bool IsDoubtful(ItemState item) => doubts.Of(item).Length > 0;

    /// <summary>Elements of a paragraph with the comments on their item.</summary>
    public IEnumerable<OpenXmlElement> On(ItemState item, IEnumerable<OpenXmlElement> content)
    {
        var texts = new List<(string Author, DateTimeOffset? When, string Text)>();
        if (doubts.Of(item) is { Length: > 0 } doubt)
        {
            texts.Add((Program, null, doubt));
        }

        texts.AddRange(item.Comments.Select(c => (c.Who, (DateTimeOffset?)c.When, c.Reason ?? "")));
        return Commented(item.Id, texts, content);
    }

    /// <summary>The paragraph with the comments on the whole report.</summary>
    public IEnumerable<OpenXmlElement> On(ImmutableArray<ReviewEvent> remarks, IEnumerable<OpenXmlElement> content) =>
        Commented(null, [.. remarks.Select(c => (c.Who, (DateTimeOffset?)c.When, c.Reason ?? ""))], content);

    private IEnumerable<OpenXmlElement> Commented(string? item, List<(string Author, DateTimeOffset? When, string Text)> texts, IEnumerable<OpenXmlElement> content)
    {
        var ids = new List<string>();
        foreach (var (author, when, text) in texts)
        {
            var written = new WordComment(item, WordText.Fold(author), WordText.Fold(text));
            var id = _written.Count.ToString(CultureInfo.InvariantCulture);
            var comment = new Comment(WordText.Paragraph("CommentText", text.Split('\n').SelectMany((line, i) => i == 0 ? [WordText.Run(line)] : new OpenXmlElement[] { new Run(new Break()), WordText.Run(line) })))
            {
                Id = id,
                Author = written.Author,
                Initials = StringInfo.GetNextTextElement(written.Author),
            };
            if (when is { } time)
            {
                comment.Date = time.UtcDateTime;
            }

            _part.Append(comment);
            _written.Add(written);
            ids.Add(id);
        }

        return
        [
            .. ids.Select(id => new CommentRangeStart { Id = id }),
            .. content,
            .. ids.SelectMany(id => new OpenXmlElement[] { new CommentRangeEnd { Id = id }, new Run(new RunProperties(new RunStyle { Val = "CommentReference" }), new CommentReference { Id = id }) }),
        ];
    }
}
