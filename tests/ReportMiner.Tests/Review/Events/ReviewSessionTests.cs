using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class ReviewSessionTests
{
    [Fact]
    public void Without_events_the_report_is_the_extraction()
    {
        var desk = ReviewDesk.Realistic();
        Assert.Same(desk.Extraction, desk.Reviewed.Report);
        Assert.All(desk.Reviewed.Items, i => Assert.Equal((Decision.Open, i.Key), (i.Decision, i.Id)));
    }

    [Fact]
    public void An_accepted_item_is_sure_and_keeps_its_source()
    {
        var desk = ReviewDesk.Realistic();
        var key = desk.KeyOf("엑셀");
        desk.Accept(key);
        var mention = desk.Sound().Mentions.Single(m => m.Id == key);
        Assert.Equal((1, desk.Extraction.Mentions.Single(m => m.Id == key).Source), (mention.Confidence, mention.Source));
        Assert.Equal(Decision.Accepted, desk.Reviewed.Find(key)!.Decision);
    }

    [Fact]
    public void A_rejected_name_leaves_no_entity_and_no_actor_behind()
    {
        var desk = ReviewDesk.Realistic();
        var key = desk.KeyOf("산업부");
        Assert.Contains(desk.Extraction.Recommendations, r => r.Actors.Contains(key));
        desk.Reject(key);
        var report = desk.Sound();
        Assert.DoesNotContain(report.Mentions, m => m.Id == key);
        Assert.DoesNotContain(report.Entities, e => e.Name == "산업통상자원부");
        Assert.DoesNotContain(report.Recommendations, r => r.Actors.Contains(key));
        Assert.Equal(desk.Extraction.Dates.AsEnumerable(), report.Dates);
        Assert.Null(desk.Reviewed.Find(key)!.Id);
    }

    [Fact]
    public void An_edited_date_has_the_days_that_follow_from_its_value()
    {
        var desk = ReviewDesk.Realistic();
        var key = desk.KeyOf("2023.2월");
        desk.Edit(key, ItemFields.Empty.With(ItemField.Edtf, "2023-02/2023-33"));
        var date = desk.Sound().Dates.Single(d => d.Id == key);
        Assert.Equal(("2023-02-01", "2023-03-31", DateKind.Range, 1.0, "review:김검토"), (date.From, date.Until, date.Kind, date.Confidence, date.Source));
    }

    [Fact]
    public void A_new_place_changes_the_words()
    {
        var desk = ReviewDesk.Realistic();
        var key = desk.KeyOf("2억 유로");
        desk.Edit(key, desk.At("2억 유로를"));
        Assert.Equal("2억 유로를", desk.Sound().Amounts.Single(a => a.Id == key).Text);
    }

    [Fact]
    public void An_added_name_joins_the_entity_of_its_name()
    {
        var desk = ReviewDesk.Realistic();
        var made = desk.Add(ItemKind.Mention, "하노버", ItemFields.Empty.With(ItemField.Type, "ORG").With(ItemField.Name, "지멘스"));
        var report = desk.Sound();
        var mention = report.Mentions.Single(m => m.Source == "review:김검토");
        Assert.Equal("m" + (desk.Extraction.Mentions.Length + 1), mention.Id);
        Assert.Equal("하노버", Assert.Single(report.Entities.Single(e => e.Name == "지멘스").Aliases));
        Assert.Equal(mention.Id, desk.Reviewed.Find("+" + made.Id)!.Id);
    }

    [Fact]
    public void Merged_names_are_one_entity()
    {
        var desk = ReviewDesk.Realistic();
        desk.Do(desk.Maker.Merge(desk.KeyOf("엑셀"), desk.KeyOf("지멘스"), desk.Stamp()));
        var report = desk.Sound();
        var entity = report.Entities.Single(e => e.Name == "지멘스");
        Assert.Equal(2, entity.Mentions.Length);
        Assert.Equal("엑셀", Assert.Single(entity.Aliases));
        Assert.DoesNotContain(report.Entities, e => e.Name == "엑셀");
    }

    [Fact]
    public void The_last_decision_wins_and_undo_brings_back_the_one_before()
    {
        var desk = ReviewDesk.Realistic();
        var key = desk.KeyOf("독일");
        desk.Reject(key);
        var edit = desk.Edit(key, ItemFields.Empty.With(ItemField.Type, "ORG"));
        Assert.Equal(Decision.Edited, desk.Reviewed.Find(key)!.Decision);
        var undo = desk.Undo(edit.Id);
        Assert.Equal(Decision.Rejected, desk.Reviewed.Find(key)!.Decision);
        desk.Undo(undo.Id);
        Assert.Equal(Decision.Edited, desk.Reviewed.Find(key)!.Decision);
        desk.Sound();
    }

    [Fact]
    public void A_group_is_undone_at_one_stroke()
    {
        var desk = ReviewDesk.Realistic();
        foreach (var item in desk.Reviewed.Items)
        {
            desk.Accept(item.Key, "all");
        }

        Assert.DoesNotContain(desk.Reviewed.Items, i => i.Decision == Decision.Open);
        desk.Undo("all");
        Assert.Same(desk.Extraction, desk.Reviewed.Report);
        Assert.Equal(ReportJson.Write(desk.Extraction), ReportJson.Write(desk.Sound()));
    }

    [Fact]
    public void A_comment_changes_nothing_and_is_kept()
    {
        var desk = ReviewDesk.Realistic();
        var key = desk.KeyOf("독일");
        desk.Do(desk.Maker.Comment(key, desk.Stamp(reason: "원문 확인")));
        desk.Do(desk.Maker.Comment(null, desk.Stamp(reason: "다시 볼 것")));
        Assert.Same(desk.Extraction, desk.Reviewed.Report);
        Assert.Equal("원문 확인", Assert.Single(desk.Reviewed.Find(key)!.Comments).Reason);
        Assert.Equal("다시 볼 것", Assert.Single(desk.Reviewed.Comments).Reason);
    }

    [Theory]
    [InlineData("2023.2월", ItemField.Edtf, "2023-13")]
    [InlineData("2억 유로", ItemField.Low, "2억")]
    [InlineData("2억 유로", ItemField.Low, "300000000")]
    [InlineData("2억 유로", ItemField.Kind, "money?")]
    [InlineData("독일", ItemField.Type, "PLANET")]
    [InlineData("독일", ItemField.Name, " ")]
    public void A_value_that_cannot_be_is_a_conflict_and_changes_nothing(string words, string field, string value)
    {
        var desk = ReviewDesk.Realistic();
        desk.Edit(desk.KeyOf(words), ItemFields.Empty.With(field, value));
        Assert.Equal(ConflictReason.Invalid, Assert.Single(desk.Reviewed.Conflicts).Reason);
        Assert.Same(desk.Extraction, desk.Reviewed.Report);
    }

    [Fact]
    public void A_place_out_of_the_text_is_a_conflict()
    {
        var desk = ReviewDesk.Realistic();
        desk.Edit(desk.KeyOf("독일"), ItemFields.Empty.With(ItemField.Start, 5).With(ItemField.End, int.MaxValue));
        Assert.Equal(ConflictReason.Invalid, Assert.Single(desk.Reviewed.Conflicts).Reason);
    }
}
