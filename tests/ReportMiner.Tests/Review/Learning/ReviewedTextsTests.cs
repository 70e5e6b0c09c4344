using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Review.Events;
using ReportMiner.Review.Learning;
using ReportMiner.Tests.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Learning;

public sealed class ReviewedTextsTests
{
    private readonly ReviewDesk _desk = ReviewDesk.Realistic();

    [Fact]
    public void A_review_without_decisions_teaches_nothing()
    {
        _desk.Do(_desk.Maker.Comment(null, _desk.Stamp(reason: "나중에")));
        Assert.Null(Taught());
    }

    [Fact]
    public void A_line_teaches_names_when_all_its_names_were_decided()
    {
        var line = _desk.Extraction.Mentions.GroupBy(m => LineOf(m.Start)).First(g => g.Count() > 1).ToList();
        _desk.Accept(line[0].Id);
        Assert.Null(Taught());
        foreach (var mention in line.Skip(1))
        {
            _desk.Accept(mention.Id);
        }

        var text = Taught()!;
        Assert.DoesNotContain(LineOf(line[0].Start), text.Excerpt.Unread[Lesson.Names]);
        Assert.Equal(text.Excerpt.Marked.Lines.Count - 1, text.Excerpt.Unread[Lesson.Names].Length);
        Assert.Equal(text.Excerpt.Marked.Lines.Count, text.Excerpt.Unread[Lesson.Facts].Length);
    }

    [Fact]
    public void All_lines_teach_when_all_of_a_kind_was_decided()
    {
        foreach (var mention in _desk.Extraction.Mentions)
        {
            _desk.Reject(mention.Id);
        }

        Assert.Empty(Taught()!.Excerpt.Unread[Lesson.Names]);
        Assert.DoesNotContain(Taught()!.Excerpt.Marked.Marks, m => Enum.TryParse<EntityType>(m.Type, ignoreCase: true, out _));
    }

    [Fact]
    public void A_changed_type_is_a_name_of_the_new_and_none_of_the_old()
    {
        var mention = _desk.Extraction.Mentions.First(m => m.Type == EntityType.Org && LineHasOne(m));
        _desk.Edit(mention.Id, ItemFields.Empty.With(ItemField.Type, "PRODUCT"));
        var names = Taught()!.Names;
        Assert.Contains(names, n => n.Form == mention.Text && n is { Type: EntityType.Product, Name: not null, New: true });
        Assert.Contains(names, n => n.Form == mention.Text && n is { Type: EntityType.Org, Name: null });
        Assert.All(names, n => Assert.Equal("김검토", Assert.Single(n.Who)));
        Assert.All(names, n => Assert.Equal(_desk.Events[0].Id, Assert.Single(n.Events)));
    }

    private ReviewedText? Taught() => ReviewedTexts.Of("plan.json", _desk.Reviewed, _desk.Events);

    private bool LineHasOne(Mention mention) => _desk.Extraction.Mentions.Count(m => LineOf(m.Start) == LineOf(mention.Start)) == 1;

    private int LineOf(int start) => 1 + _desk.Extraction.Text.EnumerateRunes().Take(start).Count(r => r.Value == '\n');
}
