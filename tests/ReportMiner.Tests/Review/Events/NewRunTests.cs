using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class NewRunTests
{
    private readonly ReviewDesk _desk = ReviewDesk.Realistic();

    [Fact]
    public void Decisions_are_found_again_by_place_and_quote()
    {
        _desk.Accept(_desk.KeyOf("독일"));
        _desk.Reject(_desk.KeyOf("엑셀"));
        _desk.Edit(_desk.KeyOf("2023.2월"), ItemFields.Empty.With(ItemField.Edtf, "2023-02-14"));
        _desk.Edit(_desk.KeyOf("31.5%"), _desk.At("31.5%만"));
        _desk.Add(ItemKind.Mention, "하노버", ItemFields.Empty.With(ItemField.Type, "LOC"));
        _desk.Do(_desk.Maker.Merge(_desk.KeyOf("산업부"), _desk.KeyOf("중소벤처기업부"), _desk.Stamp()));
        var again = Again(NewRun.Of(_desk.Extraction));
        Assert.Empty(again.Conflicts);
        Assert.Equal(ReportJson.Write(NewRun.Of(_desk.Sound())), ReportJson.Write(again.Report));
    }

    [Fact]
    public void A_correction_that_the_new_run_makes_itself_is_no_conflict()
    {
        _desk.Edit(_desk.KeyOf("2023.2월"), ItemFields.Empty.With(ItemField.Edtf, "2023-02-14"));
        var again = Again(WithDate("2023.2월", d => d with { Edtf = "2023-02-14" }));
        Assert.Empty(again.Conflicts);
        Assert.Equal("2023-02-14", again.Report.Dates.Single(d => d.Text == "2023.2월").Edtf);
    }

    [Fact]
    public void A_value_changed_by_the_new_run_is_a_conflict_until_somebody_decides_anew()
    {
        var key = _desk.KeyOf("2023.2월");
        _desk.Edit(key, ItemFields.Empty.With(ItemField.Edtf, "2023-02-14"));
        _desk.Accept(key);
        var report = WithDate("2023.2월", d => d with { Edtf = "2022-02" });
        var again = Again(report);
        Assert.Equal([ConflictReason.ValueChanged, ConflictReason.ValueChanged], again.Conflicts.Select(c => c.Reason));
        Assert.Same(report, again.Report);

        var decided = new EventMaker(again).Edit(again.Conflicts[0].Item!, ItemFields.Empty.With(ItemField.Edtf, "2023-02-14"), _desk.Stamp())!;
        var settled = ReviewSession.Apply(report, again.ExtractionSha256, _desk.Events.Add(decided));
        Assert.Empty(settled.Conflicts);
        Assert.Equal("2023-02-14", settled.Report.Dates.Single(d => d.Text == "2023.2월").Edtf);
    }

    [Fact]
    public void An_undone_event_is_no_conflict()
    {
        _desk.Undo(_desk.Edit(_desk.KeyOf("2023.2월"), ItemFields.Empty.With(ItemField.Edtf, "2023-02-14")).Id);
        Assert.Empty(Again(WithDate("2023.2월", d => d with { Edtf = "2022-02" })).Conflicts);
    }

    [Fact]
    public void A_rejected_item_that_is_not_found_any_more_needs_no_rejection_but_an_accepted_one_is_missed()
    {
        _desk.Reject(_desk.KeyOf("엑셀"));
        var accepted = _desk.Accept(_desk.KeyOf("독일"));
        var again = Again(_desk.Extraction with { Mentions = [.. _desk.Extraction.Mentions.Where(m => m.Text is not ("엑셀" or "독일"))] });
        var conflict = Assert.Single(again.Conflicts);
        Assert.Equal((accepted, ConflictReason.ItemGone), (conflict.Event, conflict.Reason));
    }

    [Fact]
    public void A_rejected_item_that_is_found_with_other_bounds_is_shown()
    {
        _desk.Reject(_desk.KeyOf("2억 유로"));
        var fields = _desk.At("2억 유로를");
        var again = Again(_desk.Extraction with
        {
            Amounts = [.. _desk.Extraction.Amounts.Select(a => a.Text != "2억 유로" ? a : a with { Text = "2억 유로를", End = fields.Number(ItemField.End)!.Value })],
        });
        Assert.Equal(ConflictReason.ValueChanged, Assert.Single(again.Conflicts).Reason);
        Assert.NotNull(again.Conflicts[0].Item);
    }

    [Fact]
    public void An_addition_that_the_new_run_finds_itself_is_not_there_twice()
    {
        _desk.Add(ItemKind.Mention, "하노버", ItemFields.Empty.With(ItemField.Type, "LOC"));
        var reviewed = _desk.Sound();
        var found = reviewed with { Mentions = [.. reviewed.Mentions.Select(m => m.Text == "하노버" ? m with { Type = EntityType.Org, Confidence = 0.5 } : m)] };
        var again = Again(found);
        Assert.Empty(again.Conflicts);
        var mention = Assert.Single(again.Report.Mentions, m => m.Text == "하노버");
        Assert.Equal((EntityType.Loc, 1.0), (mention.Type, mention.Confidence));
    }

    [Fact]
    public void An_addition_whose_words_are_gone_is_a_conflict_and_so_is_what_was_done_to_it()
    {
        var made = _desk.Add(ItemKind.Mention, "하노버", ItemFields.Empty.With(ItemField.Type, "LOC"));
        _desk.Edit("+" + made.Id, ItemFields.Empty.With(ItemField.Type, "ORG"));
        Assert.Equal(
            [ConflictReason.PlaceGone, ConflictReason.ItemGone],
            Again(_desk.Extraction with { Text = _desk.Extraction.Text.Replace("하노버", "뮌헨시", StringComparison.Ordinal) }).Conflicts.Select(c => c.Reason));
    }

    [Fact]
    public void A_place_that_fits_twice_is_not_guessed()
    {
        static Report Repeated(int times, string head) => Enumerable.Range(0, times).Aggregate(
            new ReportDraft().Block(BlockKind.Heading, head, 1),
            (draft, _) => draft.Block(BlockKind.Paragraph, "반도체 인력을 앞으로 다섯 해에 걸쳐 크게 늘린다고 산업부가 오늘 밝혔다. 업계는 이를 환영한다고 말했고 전문가들도 같은 뜻을 밝혔다.").Name(EntityType.Org, "산업부")).Done();
        var desk = new ReviewDesk(Repeated(4, "인력"));
        desk.Reject("m2");
        ReviewedReport On(Report report) => ReviewSession.Apply(report, "another", desk.Events);
        Assert.Equal(["m1", "m3", "m4"], On(Repeated(4, "반도체 인력을 늘리는 대책의 주요 내용과 앞으로의 과제")).Report.Mentions.Select(m => m.Id));
        Assert.Equal(ConflictReason.Ambiguous, Assert.Single(On(Repeated(5, "인력")).Conflicts).Reason);
    }

    [Fact]
    public void A_short_name_in_another_sentence_is_not_the_one_decided_on()
    {
        _desk.Reject(_desk.KeyOf("엑셀"));
        var other = new ReportDraft().Block(BlockKind.Paragraph, "표 계산에는 대개 엑셀을 쓴다.").Name(EntityType.Product, "엑셀").Done();
        Assert.Single(Again(other).Report.Mentions);
    }

    [Fact]
    public void Of_the_facts_of_one_statement_the_one_with_the_figure_is_meant()
    {
        var report = Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt");
        var several = report.Facts.GroupBy(f => (f.Start, f.End)).First(g => g.Count() > 1).ToList();
        var desk = new ReviewDesk(report);
        desk.Reject(several[1].Id);
        var again = ReviewSession.Apply(NewRun.Of(report), "other", desk.Events);
        Assert.Empty(again.Conflicts);
        Assert.Equal(ReportJson.Write(NewRun.Of(desk.Sound())), ReportJson.Write(again.Report));
    }

    private ReviewedReport Again(Report extraction) => ReviewSession.Apply(extraction, "another", _desk.Events);

    private Report WithDate(string words, Func<DateItem, DateItem> change) =>
        NewRun.Of(_desk.Extraction with { Dates = [.. _desk.Extraction.Dates.Select(d => d.Text == words ? change(d) : d)] });
}
