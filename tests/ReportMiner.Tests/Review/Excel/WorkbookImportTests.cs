using DocumentFormat.OpenXml.Spreadsheet;
using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;
using ReportMiner.Tests.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

public sealed class WorkbookImportTests
{
    private readonly ExcelDesk _desk = ExcelDesk.Realistic();

    [Fact]
    public void What_came_back_untouched_adds_nothing() => Assert.Empty(_desk.ImportAll(_desk.Export()).Findings);

    [Theory]
    [InlineData(CellForm.Inline)]
    [InlineData(CellForm.Shared)]
    [InlineData(CellForm.Rich)]
    internal void Each_decision_becomes_one_event(CellForm form)
    {
        var book = _desk.Open();
        book.Set(_desk.KeyOf("독일"), ReviewColumn.Decision, "받아들임 accept", form);
        book.Set(_desk.KeyOf("엑셀"), ReviewColumn.Decision, " REJECT ", form);
        book.Set(_desk.KeyOf("지멘스"), ReviewColumn.NewValue, "지멘스 주식회사", form);
        book.Set(_desk.KeyOf("하노버메세 2023"), ReviewColumn.NewType, "기관", form);
        book.Set(_desk.KeyOf("2023.2월"), ReviewColumn.NewValue, "2023-02-14", form);
        book.Set(_desk.KeyOf("62%"), ReviewColumn.Note, "=응답률인지 확인 👉", form);
        var plan = _desk.ImportAll(book.Save());
        Assert.Equal([ReviewAction.Accept, ReviewAction.Edit, ReviewAction.Edit, ReviewAction.Edit, ReviewAction.Reject, ReviewAction.Comment], plan.Events.Select(e => e.Action).Order(Comparer<ReviewAction>.Create((a, b) => Rank(a) - Rank(b))));
        Assert.All(plan.Events, e => Assert.Equal((ReviewChannel.Xlsx, "이엑셀", "g"), (e.Channel, e.Who, e.Group)));
        Assert.Equal(Decision.Accepted, _desk.StateOf("독일").Decision);
        Assert.Equal(Decision.Rejected, _desk.StateOf("엑셀").Decision);
        Assert.Equal("지멘스 주식회사", Field("지멘스", ItemField.Name));
        Assert.Equal("ORG", Field("하노버메세 2023", ItemField.Type));
        Assert.Equal("2023-02-14", Field("2023.2월", ItemField.Edtf));
        Assert.Equal("=응답률인지 확인 👉", Assert.Single(_desk.StateOf("62%").Comments).Reason);

        static int Rank(ReviewAction action) => action switch { ReviewAction.Accept => 0, ReviewAction.Edit => 1, ReviewAction.Reject => 2, _ => 3 };
    }

    [Fact]
    public void What_is_corrected_where_it_stands_counts_too()
    {
        var book = _desk.Open();
        book.Set(_desk.KeyOf("지멘스"), ReviewColumn.Value, "지멘스 그룹");
        book.Set(_desk.KeyOf("1,240곳"), ReviewColumn.Type, "수치·배수 multiple");
        book.Set(_desk.KeyOf("산업데이터 공유법"), ReviewColumn.Text, "「산업데이터 공유법」");
        _desk.ImportAll(book.Save());
        Assert.Equal("지멘스 그룹", Field("지멘스", ItemField.Name));
        Assert.Equal("multiple", Field("1,240곳", ItemField.Kind));
        Assert.Equal("산업데이터 공유법", Field("「산업데이터 공유법」", ItemField.Name));
    }

    [Fact]
    public void Rows_sorted_hidden_deleted_and_doubled_and_columns_moved_renamed_and_added_do_no_harm()
    {
        var book = _desk.Open();
        book.Set(_desk.KeyOf("지멘스"), ReviewColumn.NewValue, "지멘스 그룹");
        book.Set(_desk.KeyOf("엑셀"), ReviewColumn.Decision, "뺌");
        book.Copy(book.RowOf(_desk.KeyOf("엑셀")));
        book.Copy(book.RowOf(_desk.KeyOf("독일")));
        book.RowOf(_desk.KeyOf("지멘스")).Hidden = true;
        book.RowOf(_desk.KeyOf("62%")).Remove();
        book.MoveColumns(new Random(5));
        book.Set(book.Head, ReviewColumn.NewValue, "2차 수정");
        book.Set(book.Head, ReviewColumn.Context, "쓰지 않는 열");
        book.Shuffle(new Random(3));
        foreach (var row in book.Rows)
        {
            row.AppendChild(new Cell(new CellValue("7")) { CellReference = "ZZ" + row.RowIndex });
        }

        var plan = _desk.ImportAll(book.Save());
        Assert.Equal([ReviewAction.Reject, ReviewAction.Edit], plan.Events.Select(e => e.Action));
        Assert.Equal("지멘스 그룹", Field("지멘스", ItemField.Name));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter_to_the_record()
    {
        static string Imported(int? seed)
        {
            var desk = ExcelDesk.Realistic();
            var book = desk.Open();
            book.Set(desk.KeyOf("지멘스"), ReviewColumn.NewValue, "새 이름 하나");
            book.Set(desk.KeyOf("독일"), ReviewColumn.NewValue, "새 이름 둘");
            book.Set(desk.KeyOf("엑셀"), ReviewColumn.Decision, "뺌");
            if (seed is { } s)
            {
                book.Shuffle(new Random(s));
            }

            desk.ImportAll(book.Save());
            return desk.Json();
        }

        Assert.Equal(Imported(null), Imported(7));
    }

    [Fact]
    public void A_row_without_a_key_adds_an_item_where_its_words_stand()
    {
        var book = _desk.Open();
        book.Insert((ReviewColumn.Type, "PRODUCT"), (ReviewColumn.Text, "공용 저장소"), (ReviewColumn.Value, "지멘스 공용 저장소"), (ReviewColumn.Note, "이름이다"), (ReviewColumn.Reviewer, "박검토"));
        book.Insert((ReviewColumn.Report, "plan.pdf.json"), (ReviewColumn.Type, "수치·개수 count"), (ReviewColumn.Text, "40여 곳"), (ReviewColumn.Value, "40 곳"), (ReviewColumn.Decision, "더함 add"));
        book.Insert((ReviewColumn.Type, "ORG"), (ReviewColumn.Text, "센서"), (ReviewColumn.Page, "1"), (ReviewColumn.Context, "120억원 앞의 ’24년\n센서·수집"));
        var plan = _desk.ImportAll(book.Save());
        Assert.Equal(3, plan.Events.Length);
        Assert.All(plan.Events, e => Assert.Equal(ReviewAction.Add, e.Action));
        Assert.Equal(["이엑셀", "이엑셀", "박검토"], plan.Events.Select(e => e.Who).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("지멘스 공용 저장소", Field("공용 저장소", ItemField.Name));
        Assert.Equal("40", Field("40여 곳", ItemField.Low));
        Assert.Equal(Decision.Added, _desk.StateOf("센서").Decision);
    }

    [Fact]
    public void Words_that_stand_in_several_places_need_a_page_or_context()
    {
        var desk = new ExcelDesk(SampleReports.Realistic(rounds: 2));
        var book = desk.Open();
        book.Insert((ReviewColumn.Type, "PRODUCT"), (ReviewColumn.Text, "공용 저장소"));
        book.Insert((ReviewColumn.Type, "PRODUCT"), (ReviewColumn.Text, "표준 서식"), (ReviewColumn.Page, "4"));
        var (plan, notTaken, _) = desk.Import(book.Save());
        Assert.Equal("표준 서식", Assert.Single(plan.Events).Base!.Quote);
        Assert.Contains("2", Assert.Single(notTaken)[ReviewColumn.WhyEnglish], StringComparison.Ordinal);
        Assert.Equal(4, desk.Review.Reviewed.ItemOf("+" + plan.Events[0].Id).Page);
    }

    [Fact]
    public void What_spreadsheets_made_of_a_cell_is_told_and_not_guessed()
    {
        var book = _desk.Open();
        void Put(string words, Cell cell) => book.Put(book.RowOf(_desk.KeyOf(words)), ReviewColumn.NewValue, cell);
        Put("2023.2월", new Cell(new CellValue("44971")) { StyleIndex = 100 });
        Put("2022년 9월", new Cell(new CellValue("2022-09-01T00:00:00")) { DataType = CellValues.Date });
        Put("31.5%", new Cell(new CellFormula("1+1"), new CellValue("2")));
        Put("2억 유로", new Cell(new CellValue("#N/A")) { DataType = CellValues.Error });
        Put("120억원", new Cell(new CellValue("1.2E+20")));
        Put("62%", new Cell(new CellValue("0.62")) { StyleIndex = 101 });
        Put("독일", new Cell(new CellValue("1")) { DataType = CellValues.Boolean });
        Put("3천 명", new Cell(new CellValue("3.0000000000000004")));
        var file = WithStyles(book.Save(), 14, 9);
        var (plan, notTaken, _) = _desk.Import(file);
        Assert.Equal(["3", "TRUE"], plan.Events.Select(e => e.New!.Text(ItemField.Low) ?? e.New.Text(ItemField.Name)).Order(StringComparer.Ordinal));
        Assert.Equal(6, notTaken.Length);
        var reasons = string.Join('\n', notTaken.Select(r => r[ReviewColumn.WhyKorean]));
        Assert.All(["날짜", "수식", "오류", "끝자리", "백분율"], word => Assert.Contains(word, reasons, StringComparison.Ordinal));
        Assert.All(notTaken, r => Assert.NotNull(RowKey.Parse(r[ReviewColumn.Key])));
    }

    [Theory]
    [InlineData("2023.2월", ReviewColumn.NewValue, "언젠가")]
    [InlineData("2023.2월", ReviewColumn.NewValue, "2023-13")]
    [InlineData("1,240곳", ReviewColumn.NewValue, "20..10 곳")]
    [InlineData("1,240곳", ReviewColumn.NewType, "ORG")]
    [InlineData("독일", ReviewColumn.Decision, "글쎄")]
    [InlineData("독일", ReviewColumn.NewValue, "독일 연방", "메모 comment")]
    [InlineData("독일", ReviewColumn.NewValue, "독일 연방", "받아들임 accept")]
    [InlineData("독일", ReviewColumn.Decision, "고침 edit")]
    [InlineData("독일", ReviewColumn.Decision, "더함 add")]
    [InlineData("독일", ReviewColumn.Text, "어디에도 없는 글")]
    [InlineData("독일", ReviewColumn.Text, "")]
    [InlineData("독일", ReviewColumn.Key, "m3.3fa")]
    public void What_cannot_be_comes_back_with_the_reason_and_what_was_written(string words, ReviewColumn column, string text, string? decision = null)
    {
        var book = _desk.Open();
        var changed = book.Set(book.Set(_desk.KeyOf(words), ReviewColumn.Note, "메모도"), column, text);
        if (decision is not null)
        {
            book.Set(changed, ReviewColumn.Decision, decision);
        }

        var (plan, notTaken, _) = _desk.Import(book.Save());
        Assert.Empty(plan.Events);
        var row = Assert.Single(notTaken);
        Assert.NotEmpty(row[ReviewColumn.WhyKorean]);
        Assert.NotEmpty(row[ReviewColumn.WhyEnglish]);
        Assert.Equal("메모도", row[ReviewColumn.Note]);
        Assert.Equal(_desk.KeyOf(words), RowKey.Parse(row[ReviewColumn.Key])!.Item);

        // Corrected in the file that came back, it is taken in.
        var back = Returned(notTaken);
        back.Set(back.Rows.Single(), ReviewColumn.Decision, "뺌");
        back.Set(back.Rows.Single(), ReviewColumn.NewValue, "");
        back.Set(back.Rows.Single(), ReviewColumn.NewType, "");
        back.Set(back.Rows.Single(), ReviewColumn.Text, words);
        _desk.ImportAll(back.Save());
        Assert.Equal(Decision.Rejected, _desk.StateOf(words).Decision);
    }

    [Fact]
    public void What_somebody_else_has_decided_since_is_a_conflict_and_taken_in_when_confirmed()
    {
        var book = _desk.Open();
        book.Set(_desk.KeyOf("지멘스"), ReviewColumn.NewValue, "지멘스 그룹");
        book.Set(_desk.KeyOf("엑셀"), ReviewColumn.Decision, "받아들임");
        book.Set(_desk.KeyOf("독일"), ReviewColumn.NewValue, "독일 연방");
        book.Set(_desk.KeyOf("62%"), ReviewColumn.Decision, "뺌");
        _desk.Review.Edit(_desk.KeyOf("지멘스"), ItemFields.Empty.With(ItemField.Name, "지멘스 AG"));
        _desk.Review.Reject(_desk.KeyOf("엑셀"));
        _desk.Review.Edit(_desk.KeyOf("독일"), ItemFields.Empty.With(ItemField.Name, "독일 연방"));
        _desk.Review.Reject(_desk.KeyOf("62%"));
        var (plan, notTaken, _) = _desk.Import(book.Save());
        Assert.Empty(plan.Events);
        Assert.Equal(2, plan.Findings.Count(f => f.Result == ImportResult.Same));
        Assert.Equal(["엑셀", "지멘스"], notTaken.Select(r => r[ReviewColumn.Text]).Order(StringComparer.Ordinal));
        Assert.Contains(notTaken, r => r[ReviewColumn.Value] == "지멘스 AG" && r[ReviewColumn.NewValue] == "지멘스 그룹");
        Assert.Equal(2, _desk.ImportAll(Returned(notTaken).Save()).Events.Length);
        Assert.Equal("지멘스 그룹", Field("지멘스", ItemField.Name));
        Assert.Equal(Decision.Accepted, _desk.StateOf("엑셀").Decision);
    }

    [Fact]
    public void Rows_of_one_key_that_contradict_each_other_are_not_taken_in()
    {
        var book = _desk.Open();
        var copy = book.Copy(book.RowOf(_desk.KeyOf("독일")));
        book.Set(copy, ReviewColumn.Decision, "뺌");
        book.Set(_desk.KeyOf("독일"), ReviewColumn.Decision, "받아들임");
        var copied = book.Copy(book.RowOf(_desk.KeyOf("지멘스")));
        book.Set(copied, ReviewColumn.Text, "지멘스는");
        var (plan, notTaken, _) = _desk.Import(book.Save());
        Assert.Empty(plan.Events);
        Assert.Equal(3, notTaken.Length);
    }

    [Fact]
    public void What_is_there_already_is_not_added_twice()
    {
        var book = _desk.Open();
        book.Insert((ReviewColumn.Type, "LOC"), (ReviewColumn.Text, "독일"), (ReviewColumn.Value, "독일"));
        book.Insert((ReviewColumn.Type, "LOC"), (ReviewColumn.Text, "엑셀"), (ReviewColumn.Value, "엑셀시"));
        var (plan, notTaken, _) = _desk.Import(book.Save());
        Assert.Empty(plan.Events);
        Assert.Equal(ImportResult.Same, plan.Findings[1].Result);
        Assert.Equal("고침 edit", Assert.Single(notTaken)[ReviewColumn.Decision]);
        _desk.ImportAll(Returned(notTaken).Save());
        Assert.Equal("엑셀시", Field("엑셀", ItemField.Name));
    }

    [Fact]
    public void After_a_new_run_rows_are_found_by_their_words_and_context()
    {
        var book = _desk.Open();
        book.Set(_desk.KeyOf("지멘스"), ReviewColumn.NewValue, "지멘스 그룹");
        book.Set(_desk.KeyOf("독일"), ReviewColumn.Decision, "받아들임");
        var file = book.Save();
        var again = new ExcelDesk(NewRun.Of(_desk.Review.Extraction));
        Assert.NotEqual(_desk.Review.Sha256, again.Review.Sha256);
        Assert.Equal(2, again.ImportAll(file).Events.Length);
        Assert.Equal("지멘스 그룹", again.Review.Reviewed.FieldsOf(again.KeyOf("지멘스")).Text(ItemField.Name));

        // What is gone comes back as a new row; a rejection of it is done with.
        var without = _desk.Review.Extraction with { Mentions = [.. _desk.Review.Extraction.Mentions.Where(m => m.Text is not ("지멘스" or "독일"))] };
        var (plan, notTaken, _) = new ExcelDesk(without).Import(file);
        Assert.Empty(plan.Events);
        Assert.All(notTaken, r => Assert.Equal(("", ""), (r[ReviewColumn.Key], r[ReviewColumn.Decision])));
    }

    [Fact]
    public void Reports_that_are_not_there_and_heads_that_are_missing_are_told()
    {
        var book = _desk.Open();
        book.Set(_desk.KeyOf("독일"), ReviewColumn.Decision, "뺌");
        var other = new ExcelDesk(SampleReports.Hostile(), "b.json");
        var (plan, notTaken, findings) = other.Import(book.Save());
        Assert.Empty(plan.Events);
        Assert.Contains("a/plan.pdf.json", Assert.Single(notTaken)[ReviewColumn.WhyEnglish], StringComparison.Ordinal);
        Assert.Equal(ImportResult.Rejected, Assert.Single(findings).Result);
        Assert.Equal("RM4203", ReturnedTable.OfTexts([["이름", "값"], ["가", "나"]]).Failure?.Code);
        Assert.Equal(2, ReturnedTable.OfTexts([["Key", "종류 Type", "본문\u00A0글", "State", "결정"]]).Value!.Findings.Count(f => f.English.Contains("Corrected", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_CSV_file_comes_back_too_but_only_the_columns_to_fill_in_are_read()
    {
        var rows = ItemRows.Of(_desk.Name, _desk.Review.Reviewed).ToList();
        var columns = Enum.GetValues<ReviewColumn>();
        List<string[]> table = [[.. columns.Select(c => SheetWords.Head(c).En)], .. rows.Select(r => columns.Select(c => CellText.ToCsv(r[c])!).ToArray())];
        int At(ReviewColumn column) => Array.IndexOf(columns, column);
        var row = table.First(r => r[At(ReviewColumn.Text)] == "지멘스");
        row[At(ReviewColumn.NewValue)] = "'=지멘스";
        table.First(r => r[At(ReviewColumn.Text)] == "2023.2월")[At(ReviewColumn.Value)] = "Feb-23";
        var (plan, notTaken, findings) = _desk.Import(ReturnedTable.OfTexts(table).Value!);
        Assert.Equal("=지멘스", Assert.Single(plan.Events).New!.Text(ItemField.Name));
        Assert.Empty(notTaken);
        Assert.Contains("CSV", Assert.Single(findings).English, StringComparison.Ordinal);
    }

    private string? Field(string words, string field) => _desk.Review.Reviewed.FieldsOf(_desk.KeyOf(words)).Text(field);

    private static EditedWorkbook Returned(IEnumerable<ReviewRow> rows)
    {
        using var file = new MemoryStream();
        ReviewWorkbook.Write(file, rows, withReasons: true);
        return new EditedWorkbook(file.ToArray());
    }

    /// <summary>Gives the styles 100, 101 … number formats.</summary>
    private static byte[] WithStyles(byte[] file, params int[] formats)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
            while (styles.ChildElements.Count < 100)
            {
                styles.AppendChild(new CellFormat { NumberFormatId = 0 });
            }

            styles.Append(formats.Select(f => new CellFormat { NumberFormatId = (uint)f }));
        }

        return stream.ToArray();
    }
}
