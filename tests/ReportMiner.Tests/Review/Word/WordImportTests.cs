using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Documents;
using ReportMiner.Review.Events;
using ReportMiner.Review.Word;
using Xunit;
using Files = ReportMiner.Tests.Samples.SampleReports;

namespace ReportMiner.Tests.Review.Word;

public sealed class WordImportTests
{
    private const string Care = "care-issue/care-issue.txt";
    private readonly WordDesk _desk = new(Files.Of(Care));

    private Recommendation Second => _desk.Desk.Extraction.Recommendations[1];

    [Fact]
    public void A_document_nobody_touched_changes_nothing()
    {
        var plan = _desk.Plan(_desk.Export());
        Assert.Empty(plan.Findings);
        Assert.Empty(plan.Events);
    }

    [Fact]
    public void Fields_that_are_edited_come_in_as_one_event_an_item()
    {
        var id = Second.Id;
        var plan = _desk.Import(Edited(p =>
        {
            p.Type($"rm.{id}.text", "지방자치단체가 돌봄 창구를 2026년까지 하나로 모아야 한다");
            p.Choose($"rm.{id}.category", "ethics-trust-safety");
            p.Type($"rm.{id}.period", "../2026");
            p.Type($"rm.{id}.status", "신규");
            p.Type($"rm.{id}.actors", "보건복지부; 행정안전부");
        }));
        var made = Assert.Single(plan.Events);
        Assert.Equal((ReviewAction.Edit, id, ReviewChannel.Docx, "이검토"), (made.Action, made.Item, made.Channel, made.Who));
        Assert.Equal(["actors", "category", "period", "status", "text"], made.New!.Names);
        Assert.Equal(Second.Text, made.Old!.Text(ItemField.Text));
        Assert.Equal(5, plan.Findings.Length);
        var now = _desk.Desk.Sound().Recommendations.Single(r => r.Id == id);
        Assert.Equal(("../2026", "신규", "ethics-trust-safety"), (now.Period, now.Status, now.Category));
        Assert.Equal(["보건복지부", "행정안전부"], now.Actors.Select(a => _desk.Desk.Reviewed.FieldsOf(a).Text(ItemField.Quote)!));
    }

    [Fact]
    public void Values_of_amounts_and_dates_and_roles_of_facts_come_in()
    {
        var report = _desk.Desk.Extraction;
        var fact = report.Facts.First(f => f.Arguments.ContainsKey("object") && !f.Arguments.ContainsKey("measure"));
        _desk.Import(Edited(p =>
        {
            p.Type($"rm.{report.Amounts[3].Id}.value", "1,234.50..2,000 KRW");
            p.Type($"rm.{report.Dates[2].Id}.edtf", "2021-40");
            p.Type($"rm.{fact.Id}.role.object", "돌봄 기금; 돌봄 인력");
            p.Type($"rm.{fact.Id}.role.measure", "집행률");
            p.Choose($"rm.{fact.Id}.type", "target");
        }));
        var now = _desk.Desk.Sound();
        Assert.Equal(("1234.50", "2000", "KRW"), (now.Amounts[3].Low, now.Amounts[3].High, now.Amounts[3].Unit));
        Assert.Equal(("2021-40", "2021-01-01", "2021-06-30"), (now.Dates[2].Edtf, now.Dates[2].From, now.Dates[2].Until));
        var set = now.Facts.Single(f => f.Id == fact.Id);
        Assert.Equal("target", set.Type);
        Assert.Equal(["돌봄 기금", "돌봄 인력"], set.Arguments["object"].Select(a => a.Text));
        Assert.Equal("집행률", set.Arguments["measure"].Single().Text);
        Assert.Equal(fact.Arguments["amount"].AsEnumerable(), set.Arguments["amount"]);
    }

    [Fact]
    public void A_decision_is_chosen_in_the_document()
    {
        var (wrong, right) = (Second.Id, _desk.Desk.Extraction.Recommendations[2].Id);
        var plan = _desk.Import(Edited(p =>
        {
            p.Choose($"rm.{wrong}.decision", "rejected");
            p.Choose($"rm.{right}.decision", "accepted");
        }));
        Assert.Equal([ReviewAction.Reject, ReviewAction.Accept], plan.Events.OrderBy(e => e.Item != wrong).Select(e => e.Action));
        Assert.Equal((Decision.Rejected, Decision.Accepted), (_desk.Desk.Reviewed.Find(wrong)!.Decision, _desk.Desk.Reviewed.Find(right)!.Decision));
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        var id = Second.Id;
        var text = Second.Text.Replace("통합", "지역 맞춤", StringComparison.Ordinal) + " (2026년 시행)";
        string? moved = null;
        var plan = _desk.Import(Edited(p =>
        {
            p.Track($"rm.{id}.text", text);
            moved = p.Move("rm.r4.text");
        }));
        Assert.Equal(2, plan.Events.Length);
        Assert.Equal(text, _desk.Desk.Reviewed.FieldsOf(id).Text(ItemField.Text));
        Assert.Equal(moved, _desk.Desk.Reviewed.FieldsOf("r4").Text(ItemField.Text));
    }

    [Fact]
    public void The_same_document_twice_adds_nothing()
    {
        var file = Edited(p =>
        {
            p.Track($"rm.{Second.Id}.text", "돌봄 창구를 하나로 모아야 한다");
            p.Choose("rm.r4.decision", "rejected");
            p.Comment(p.Control("rm.r5.text"), "박과장", "부처 협의가 필요함");
        });
        Assert.Equal(3, _desk.Import(file).Events.Length);
        var again = _desk.Plan(file);
        Assert.Empty(again.Events);
        Assert.Equal([ImportResult.Same, ImportResult.Same, ImportResult.Same], again.Findings.Select(f => f.Result));
    }

    [Fact]
    public void A_text_that_was_deleted_is_no_value()
    {
        var report = _desk.Desk.Extraction;
        var dated = report.Recommendations.First(r => r.Period is not null).Id;
        var plan = _desk.Import(Edited(p =>
        {
            p.Clear($"rm.{dated}.period");
            p.Clear($"rm.{report.Dates[0].Id}.edtf");
            p.Clear("rm.r2.text");
        }));
        Assert.Equal([ImportResult.Change, ImportResult.Change, ImportResult.Rejected], plan.Findings.Select(f => f.Result).Order());
        Assert.Null(_desk.Desk.Sound().Recommendations.Single(r => r.Id == dated).Period);
        Assert.Null(_desk.Desk.Sound().Dates[0].Edtf);
    }

    [Fact]
    public void A_name_by_which_the_report_does_not_call_somebody_there_stands_for_its_nearest_place()
    {
        var report = _desk.Desk.Extraction;
        var entity = report.Entities.First(e => report.Mentions.Where(m => m.Entity == e.Id).All(m => m.Text != e.Name));
        var file = Edited(p => p.Type("rm.r2.actors", entity.Name));
        _desk.Import(file);
        Assert.Equal(entity.Id, _desk.Desk.Sound().Mentions.Single(m => m.Id == _desk.Desk.Reviewed.Report.Recommendations[1].Actors.Single()).Entity);
        Assert.All(_desk.Plan(file).Findings, f => Assert.Equal(ImportResult.Same, f.Result));
    }

    [Fact]
    public void An_item_that_was_edited_and_rejected_is_so_the_second_time()
    {
        var file = Edited(p =>
        {
            p.Type("rm.r2.text", "다르게 적은 제언");
            p.Choose("rm.r2.decision", "rejected");
        });
        Assert.Equal([ReviewAction.Edit, ReviewAction.Reject], _desk.Import(file).Events.Select(e => e.Action));
        Assert.All(_desk.Plan(file).Findings, f => Assert.Equal(ImportResult.Same, f.Result));
    }

    [Fact]
    public void A_control_that_was_deleted_changes_nothing_and_is_told()
    {
        var plan = _desk.Import(Edited(p =>
        {
            p.Delete($"rm.{Second.Id}.text");
            p.DeleteTracked("rm.r4.text");
            p.Control("rm.r5.text").Ancestors<TableRow>().First().Remove();
            p.Control("rm.r6.text").Ancestors<TableRow>().First().TableRowProperties!.Append(new Deleted { Id = "77", Author = "김검토" });
        }));
        Assert.Empty(plan.Events);
        Assert.All(plan.Findings, f => Assert.Equal(ImportResult.Missing, f.Result));
        Assert.Contains(plan.Findings, f => (f.Item, f.Field) == ("r4", "text"));
        Assert.Contains(plan.Findings, f => (f.Item, f.Field) == ("r5", null));
        Assert.Contains(plan.Findings, f => (f.Item, f.Field) == ("r6", null));
    }

    [Fact]
    public void A_copied_control_with_another_text_is_a_conflict()
    {
        var plan = _desk.Import(Edited(p => p.Copy($"rm.{Second.Id}.text", "새 제언을 여기에 적음")));
        Assert.Empty(plan.Events);
        Assert.Equal(ImportResult.Conflict, Assert.Single(plan.Findings).Result);
        Assert.Empty(_desk.Plan(Edited(p => p.Copy($"rm.{Second.Id}.text", Second.Text))).Findings);
    }

    [Theory]
    [InlineData("rm.r2.period", "내년 봄")]
    [InlineData("rm.r2.text", "")]
    [InlineData("rm.r2.category", "아무 분야")]
    [InlineData("rm.r2.actors", "본문에 없는 기관")]
    [InlineData("rm.a1.value", "많이")]
    [InlineData("rm.a1.value", "20..10 %")]
    [InlineData("rm.d1.edtf", "2024-13")]
    public void What_cannot_be_is_rejected_with_the_reason(string tag, string text)
    {
        var plan = _desk.Import(Edited(p => p.Type(tag, text)));
        Assert.Empty(plan.Events);
        var finding = Assert.Single(plan.Findings);
        Assert.Equal((ImportResult.Rejected, text), (finding.Result, finding.Is));
        Assert.NotEmpty(finding.Korean);
        Assert.NotEmpty(finding.English);
    }

    [Fact]
    public void What_somebody_else_changed_meanwhile_is_a_conflict()
    {
        var file = Edited(p =>
        {
            p.Type("rm.r2.text", "문서에서 고친 글");
            p.Type("rm.r2.period", "2027");
            p.Type("rm.r4.text", "뺀 제언을 고친 글");
            p.Type("rm.r5.status", "강화");
            p.Choose("rm.r6.decision", "rejected");
        });
        _desk.Desk.Edit("r2", ItemFields.Empty.With(ItemField.Text, "브라우저에서 고친 글"));
        _desk.Desk.Reject("r4");
        _desk.Desk.Edit("r5", ItemFields.Empty.With(ItemField.Status, "강화"));
        _desk.Desk.Accept("r6");
        var plan = _desk.Import(file);
        Assert.Equal(
            [("r2", "text", ImportResult.Conflict), ("r2", "period", ImportResult.Change), ("r4", "text", ImportResult.Conflict), ("r5", "status", ImportResult.Same), ("r6", "decision", ImportResult.Conflict)],
            plan.Findings.OrderBy(f => f.Item, StringComparer.Ordinal).ThenBy(f => f.Field == "period").Select(f => (f.Item!, f.Field!, f.Result)));
        Assert.Equal(("브라우저에서 고친 글", "2027"), (_desk.Desk.Reviewed.FieldsOf("r2").Text(ItemField.Text), _desk.Desk.Reviewed.FieldsOf("r2").Text(ItemField.Period)));
    }

    [Fact]
    public void A_decision_is_not_taken_back()
    {
        _desk.Desk.Accept("r2");
        var plan = _desk.Plan(Edited(p => p.Choose("rm.r2.decision", "open")));
        Assert.Equal(ImportResult.Rejected, Assert.Single(plan.Findings).Result);
    }

    [Fact]
    public void Comments_become_comments_of_their_item_by_their_author()
    {
        var plan = _desk.Import(Edited(p =>
        {
            p.Comment(p.Control("rm.r2.text"), "박과장", "기금의 근거를 확인할 것");
            p.Comment(p.Control("rm.r4.text").Ancestors<TableRow>().First().Descendants<Run>().First(), "최연구원", "줄에 단 의견");
            p.Comment(p.Body.Elements<Paragraph>().First().Elements<Run>().First(), "박과장", "보고서 전체에 대한 의견");
        }));
        Assert.Equal(3, plan.Events.Length);
        Assert.Equal([("박과장", "기금의 근거를 확인할 것")], _desk.Desk.Reviewed.Find("r2")!.Comments.Select(c => (c.Who, c.Reason!)));
        Assert.Equal([("최연구원", "줄에 단 의견")], _desk.Desk.Reviewed.Find("r4")!.Comments.Select(c => (c.Who, c.Reason!)));
        Assert.Equal([("박과장", "보고서 전체에 대한 의견")], _desk.Desk.Reviewed.Comments.Select(c => (c.Who, c.Reason!)));
        Assert.Empty(_desk.Plan(_desk.Export()).Findings);
    }

    [Fact]
    public void An_added_item_goes_out_and_its_edits_come_back()
    {
        var words = _desk.Desk.Extraction.Blocks.First(b => b.Kind == BlockKind.Paragraph && b.End - b.Start > 40 && !_desk.Desk.Extraction.Recommendations.Any(r => r.Start == b.Start));
        var text = string.Concat(_desk.Desk.Extraction.Text.EnumerateRunes().Skip(words.Start).Take(words.End - words.Start));
        _desk.Desk.Add(ItemKind.Recommendation, text, ItemFields.Empty.With(ItemField.Kind, "proposal").With(ItemField.Category, "other"));
        var added = _desk.Desk.Reviewed.Items.Single(i => i.Decision == Decision.Added);
        _desk.Import(Edited(p => p.Choose($"rm.{added.Id}.category", "r&d")));
        Assert.Equal("r&d", _desk.Desk.Reviewed.FieldsOf(added.Key).Text(ItemField.Category));
    }

    [Fact]
    public void After_a_new_run_items_are_found_by_their_place()
    {
        var file = Edited(p =>
        {
            p.Type("rm.r2.text", "지방자치단체가 돌봄 창구를 하나로 모아야 한다");
            p.Type("rm.r4.period", "2030");
        });
        // The pipeline found no first recommendation this time, and numbers the others anew.
        var old = _desk.Desk.Extraction;
        var other = new WordDesk(old with { Recommendations = [.. old.Recommendations.Where(r => r.Id is not ("r1" or "r4")).Select(r => r with { Id = "r" + (int.Parse(r.Id[1..]) - 1) })] });
        var plan = _desk.Plan(file, other.Desk);
        var made = Assert.Single(plan.Events);
        Assert.Equal("r1", made.Item);
        Assert.Equal(other.Desk.Sha256, made.Base!.Report);
        Assert.Equal([ImportResult.Change, ImportResult.Conflict], plan.Findings.Select(f => f.Result).Order());
    }

    [Fact]
    public void A_thousand_random_edits_come_in_and_nothing_else_changes()
    {
        const int Documents = 10, Edits = 100;
        for (var seed = 0; seed < Documents; seed++)
        {
            var desk = new WordDesk(_desk.Desk.Extraction);
            AssertComesBack(desk, Scribble(desk, new Random(seed), Edits, out var expected), expected);
        }
    }

    [LibreOfficeFact(LibreOffice.Writer)]
    public void Edits_outlive_LibreOffice_that_saves_the_document_anew()
    {
        var desk = new WordDesk(_desk.Desk.Extraction);
        var file = Scribble(desk, new Random(2024), 60, out var expected);
        using (var pen = new WordPen(file))
        {
            pen.Comment(pen.Control("rm.r2.text"), "박과장", "협의가 필요함");
            file = pen.Done();
        }

        AssertComesBack(desk, LibreOffice.Convert(file, ".docx", "docx"), expected);
        Assert.Equal([("박과장", "협의가 필요함")], desk.Desk.Reviewed.Find("r2")!.Comments.Select(c => (c.Who, c.Reason!)));
    }

    [Fact]
    public void Files_that_are_no_such_document_are_refused()
    {
        Assert.Equal("RM1006", Failure("이것은 문서가 아니다"u8.ToArray()));
        Assert.Equal("RM1006", Failure(_desk.Export()[..2000]));
        Assert.Equal("RM4201", Failure(new Read.Docx.TinyDocx("<w:p/>").Write()));
        Assert.Equal("RM1013", Failure(_desk.Export(), new LimitOptions(MaxUnpackedBytes: 100_000)));
        Assert.Equal("RM1017", Failure(Changed("customXml/item.xml", x => "<!DOCTYPE review [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + x[(x.IndexOf("?>", StringComparison.Ordinal) + 2)..])));
        Assert.Equal("RM4201", Failure(Changed("customXml/item.xml", x => x.Replace("\"quote\":", "\"quot\":", StringComparison.Ordinal))));
        Assert.Equal("RM4201", Failure(Changed("customXml/item.xml", x => x.Replace("field=\"period\"", "field=\"start\"", StringComparison.Ordinal))));
        Assert.Equal("RM4201", Failure(Changed("customXml/item.xml", x => x.Replace("item=\"r2\"", "item=\"r999\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_record_that_was_tampered_with_finds_nothing()
    {
        var file = Changed("customXml/item.xml", x => x.Replace("key=\"r2\"", "key=\"r3\"", StringComparison.Ordinal));
        using var pen = new WordPen(file);
        pen.Type("rm.r2.text", "다른 글");
        var plan = _desk.Plan(pen.Done());
        Assert.Empty(plan.Events);
        Assert.Equal(ImportResult.Conflict, Assert.Single(plan.Findings).Result);
    }

    private byte[] Edited(Action<WordPen> edit)
    {
        using var pen = new WordPen(_desk.Export());
        edit(pen);
        return pen.Done();
    }

    private static string? Failure(byte[] file, LimitOptions? limits = null) => WordReturn.Read(file, limits ?? new LimitOptions(), CancellationToken.None).Failure?.Code;

    private byte[] Changed(string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(_desk.Export());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open()))
            {
                text = reader.ReadToEnd();
            }

            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(change(text));
        }

        return stream.ToArray();
    }

    /// <summary>Every edit is in, every other control says what it said, and the report is one of the contract.</summary>
    private static void AssertComesBack(WordDesk desk, byte[] file, Dictionary<string, string> expected)
    {
        var before = desk.Texts();
        var plan = desk.Import(file);
        Assert.All(plan.Findings, f => Assert.True(f.Result == ImportResult.Change, $"{f}"));
        var after = desk.Texts();
        // What was edited is decided on.
        var decided = expected.Keys.Select(t => t[..(t.IndexOf('.', 3) + 1)] + "decision").ToHashSet();
        foreach (var (tag, text) in before)
        {
            var wanted = decided.Contains(tag) ? "accepted" : expected.GetValueOrDefault(tag, text);
            Assert.Equal($"{tag}: {wanted.Replace(",", "")}", $"{tag}: {after[tag].Replace(",", "")}");
        }

        var reviewed = desk.Desk.Sound();
        Assert.Equal(desk.Desk.Extraction.Mentions.Length, reviewed.Mentions.Length);
        Assert.Empty(desk.Plan(file).Events);
    }

    /// <summary>Edits so many controls at random, in the ways Word writes edits.</summary>
    private static byte[] Scribble(WordDesk desk, Random dice, int edits, out Dictionary<string, string> expected)
    {
        var file = desk.Export();
        var record = WordReturn.Read(file, new LimitOptions(), CancellationToken.None).Value!.Record;
        expected = new Dictionary<string, string>(StringComparer.Ordinal);
        using var pen = new WordPen(file);
        var words = desk.Desk.Extraction.Mentions.Select(m => m.Text).Distinct().ToArray();
        var figures = desk.Desk.Extraction.Amounts.Select(a => a.Text).Distinct().ToArray();
        while (expected.Count < edits)
        {
            var control = record.Controls[dice.Next(record.Controls.Length)];
            if (expected.ContainsKey(control.Tag) || control.Field == "decision")
            {
                continue;
            }

            var choices = WordFields.Choices(record.Items[control.Item].Base.Kind, control.Field);
            var text = choices.IsEmpty ? Value(control.Field, dice, words, figures) : choices[dice.Next(choices.Length)].Code;
            if (text == control.Text)
            {
                continue;
            }

            expected.Add(control.Tag, text);
            switch (dice.Next(3))
            {
                case var _ when !choices.IsEmpty:
                    pen.Choose(control.Tag, text);
                    break;
                case 0:
                    pen.Type(control.Tag, text);
                    break;
                case 1:
                    pen.TypeInPieces(control.Tag, text, dice);
                    break;
                default:
                    pen.Track(control.Tag, text);
                    break;
            }
        }

        return pen.Done();
    }

    private static string Value(string field, Random dice, string[] words, string[] figures)
    {
        string Some(string[] from) => string.Join("; ", Enumerable.Range(0, dice.Next(1, 4)).Select(_ => from[dice.Next(from.Length)]).Distinct());
        return field switch
        {
            "value" => $"{dice.Next(1, 1000)}{(dice.Next(2) == 0 ? "" : ".." + dice.Next(1000, 2_000_000))} {(dice.Next(2) == 0 ? "KRW" : "명")}",
            "edtf" or "period" => dice.Next(4) switch { 0 => $"20{dice.Next(10, 40)}", 1 => $"../20{dice.Next(10, 40)}-0{dice.Next(1, 10)}", 2 => $"20{dice.Next(10, 20)}/20{dice.Next(20, 40)}", _ => $"20{dice.Next(10, 40)}-4{dice.Next(0, 2)}" },
            "actors" => Some(words),
            "amounts" => Some(figures),
            "status" => dice.Next(2) == 0 ? "신규" : "강화",
            _ => string.Join(' ', Enumerable.Range(0, dice.Next(1, 9)).Select(_ => words[dice.Next(words.Length)])) + (field == "text" ? "을(를) 늘려야 한다" : ""),
        };
    }
}
