using Microsoft.Playwright;
using ReportMiner.Cli.Review;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Cli.Serve;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ReportMiner.Tests.Review.Browser;

public sealed class ReviewPageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task Keys_do_nothing_while_letters_are_composed_in_fields_and_on_Backspace()
    {
        await using var served = await ServedReport.StartAsync();
        await using var browser = await chromium.NewContextAsync();
        var w = await ReviewWindow.OpenAsync(browser, served.Server.Door, ServedReport.Name);
        foreach (var composing in new[] { "{ key: 'x', code: 'KeyX', isComposing: true, bubbles: true }", "{ key: 'Process', code: 'KeyX', keyCode: 229, bubbles: true }", "{ key: 'x', code: 'KeyX', keyCode: 229, bubbles: true }" })
        {
            await w.Page.Locator("#ui-list").EvaluateAsync($"list => list.dispatchEvent(new KeyboardEvent('keydown', {composing}))");
        }

        await w.Page.Locator("#ui-list").FocusAsync();
        await w.KeyAsync("Backspace");
        await w.KeyAsync("Delete");
        await w.Page.Locator("#ui-query").FocusAsync();
        var input = await browser.NewCDPSessionAsync(w.Page);
        await input.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "산", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
        await input.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "산업" });
        await w.Page.Keyboard.TypeAsync("axzea12");
        await Expect(w.Page.Locator("#ui-query")).ToHaveValueAsync("산업axzea12");
        await w.KeyAsync("Control+A");
        await w.KeyAsync("Backspace");
        await w.KeyAsync("Escape");
        await w.SavedAsync();
        Assert.False(File.Exists(served.Events.Path));

        // A layout whose letters do not compose is meant by its keys.
        await w.Page.Locator("#ui-list").EvaluateAsync("list => list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅁ', code: 'KeyA', bubbles: true }))");
        await Expect(w.Page.Locator(".row.accepted:not(.pending)")).ToHaveCountAsync(1);
        Assert.Equal([ReviewAction.Accept], served.Events.Read().Events.Select(e => e.Action));
        Assert.Empty(w.Errors);
    }

    [ChromiumFact]
    public async Task Of_two_windows_that_change_an_item_at_once_the_second_is_asked()
    {
        await using var served = await ServedReport.StartAsync();
        await using var one = await chromium.NewContextAsync();
        await using var two = await chromium.NewContextAsync();
        var first = await ReviewWindow.OpenAsync(one, served.Server.Door, ServedReport.Name);
        var second = await ReviewWindow.OpenAsync(two, served.Server.Door, ServedReport.Name);
        await first.SelectAsync("m2", "엑셀");
        await second.SelectAsync("m2", "엑셀");
        await two.SetOfflineAsync(true);
        await second.EditAsync(("name", "Microsoft Excel"));
        await second.WaitingAsync(1);
        await first.EditAsync(("name", "MS 엑셀"));
        await first.SavedAsync();
        await two.SetOfflineAsync(false);

        await Expect(second.Page.Locator("[data-tab=conflicts]")).ToContainTextAsync("1");
        await second.Page.ClickAsync("[data-tab=conflicts]");
        await Expect(second.Page.Locator(".card .now")).ToContainTextAsync("MS 엑셀");
        Assert.Single(served.Events.Read().Events);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "내 결정을 적용" }).ClickAsync();
        await second.SavedAsync();
        await Expect(second.Page.Locator(".card.conflict")).ToHaveCountAsync(0);
        await Expect(first.Page.Locator(".row[data-row=m2] .value")).ToHaveTextAsync("Microsoft Excel");
        Assert.Equal(["MS 엑셀", "Microsoft Excel"], served.Events.Read().Events.Select(e => e.New!.Text(ItemField.Name)));
    }

    [ChromiumFact]
    public async Task A_decision_a_new_run_contradicts_is_shown_and_let_go_or_made_anew()
    {
        await using var served = await ServedReport.StartAsync();
        var file = ReviewFile.Read(served.Output, ServedReport.Name)!;
        var (maker, stamps) = (new EventMaker(file.Reviewed), new EventStamps("이검토", ReviewChannel.Xlsx));
        file.EventFile.Append([maker.Edit("d1", ItemFields.Empty.With(ItemField.Edtf, "2022-10"), stamps.Next())!, maker.Reject("a1", stamps.Next())]);
        var report = file.Reviewed.Extraction;
        File.WriteAllBytes(served.Output, ReportJson.Write(report with
        {
            Dates = report.Dates.SetItem(0, report.Dates[0] with { Edtf = "2022-08" }),
            Amounts = report.Amounts.SetItem(0, report.Amounts[0] with { Low = "1", High = "1" }),
        }));

        await using var browser = await chromium.NewContextAsync();
        var w = await ReviewWindow.OpenAsync(browser, served.Server.Door, ServedReport.Name);
        await w.Page.ClickAsync("[data-tab=conflicts]");
        await Expect(w.Page.Locator(".card.conflict")).ToHaveCountAsync(2);
        await w.Page.Locator(".card", new() { HasText = "2022-10" }).GetByRole(AriaRole.Button, new() { Name = "그대로 적용" }).ClickAsync();
        await Expect(w.Page.Locator(".card.conflict")).ToHaveCountAsync(1);
        await w.Page.GetByRole(AriaRole.Button, new() { Name = "버리기" }).ClickAsync();
        await Expect(w.Page.Locator(".card.conflict")).ToHaveCountAsync(0);
        await w.SavedAsync();
        var after = ReviewFile.Read(served.Output, ServedReport.Name)!.Reviewed;
        Assert.Empty(after.Conflicts);
        Assert.Equal("2022-10", after.Report.Dates[0].Edtf);
        Assert.Equal(report.Amounts.Length, after.Report.Amounts.Length);
    }

    [ChromiumFact]
    public async Task A_new_run_while_the_page_is_open_is_noticed_and_no_decision_goes_to_the_wrong_item()
    {
        await using var served = await ServedReport.StartAsync();
        await using var browser = await chromium.NewContextAsync();
        var w = await ReviewWindow.OpenAsync(browser, served.Server.Door, ServedReport.Name);
        await browser.SetOfflineAsync(true);
        await w.KeyAsync("x");
        await w.WaitingAsync(1);
        File.WriteAllBytes(served.Output, ReportJson.Write(SampleReports.Realistic(2)));
        await browser.SetOfflineAsync(false);
        await Expect(w.Page.Locator(".card.conflict")).ToContainTextAsync("다시 추출");
        await w.SavedAsync();
        Assert.False(File.Exists(served.Events.Path));
    }

    [ChromiumFact]
    public async Task Ten_thousand_items_take_as_many_rows_as_ten()
    {
        await using var served = await ServedReport.StartAsync(report: SampleReports.Realistic(400));
        await using var browser = await chromium.NewContextAsync();
        var w = await ReviewWindow.OpenAsync(browser, served.Server.Door, ServedReport.Name);
        Assert.True(await w.Page.Locator("#ui-shown").InnerTextAsync() is ['9' or '1', ',' or '0', ..]);
        Assert.InRange(await w.Page.Locator(".row").CountAsync(), 5, 40);
        await w.KeyAsync("End");
        await Expect(w.Page.Locator(".row[aria-selected=true]")).ToHaveCountAsync(1);
        await w.KeyAsync("a");
        await w.SavedAsync();
        Assert.InRange(await w.Page.Locator(".row").CountAsync(), 5, 40);
    }

    [ChromiumFact]
    public async Task Every_control_has_a_name_in_both_languages()
    {
        await using var served = await ServedReport.StartAsync();
        await using var browser = await chromium.NewContextAsync();
        var w = await ReviewWindow.OpenAsync(browser, served.Server.Door, ServedReport.Name);
        foreach (var language in new[] { "한국어", "English" })
        {
            await w.Page.GetByRole(AriaRole.Button, new() { Name = language, Exact = true }).ClickAsync();
            foreach (var open in new[] { "", "e", "?" })
            {
                await w.Page.Locator("#ui-list").FocusAsync();
                if (open.Length > 0)
                {
                    await w.KeyAsync(open);
                }

                Assert.Empty(await w.Page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll('button, input, select, textarea, [role=listbox], [role=option], [role=tab], [role=tabpanel], img, aside')]
                      .filter((e) => e.checkVisibility() && !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.alt || e.getAttribute('aria-labelledby')))
                      .map((e) => e.outerHTML.slice(0, 120))
                    """));
                // A label that is not in the table would show as its key.
                Assert.DoesNotMatch(@"\b(serve|check|key|kind|role|category)\.[a-z]", await w.Page.Locator("body").InnerTextAsync());
                await w.KeyAsync("Escape");
            }
        }

        Assert.Empty(w.Errors);
    }
}
