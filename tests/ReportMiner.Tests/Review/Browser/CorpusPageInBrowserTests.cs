using Microsoft.Playwright;
using ReportMiner.Corpus;
using ReportMiner.Documents;
using ReportMiner.Tests.Cli;
using ReportMiner.Tests.Corpus;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ReportMiner.Tests.Review.Browser;

public sealed class CorpusPageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static string Write(Workspace work, ReportCorpus corpus)
    {
        foreach (var (name, bytes) in CorpusPage.Files(corpus, r => "./../" + r.ReviewPage))
        {
            work.Add(name, bytes);
        }

        return new Uri(work["index.html"]).AbsoluteUri;
    }

    private static async Task<(IPage Page, List<string> Errors)> Open(IBrowserContext browser, string address)
    {
        var (page, errors) = (await browser.NewPageAsync(), new List<string>());
        page.PageError += (_, e) => errors.Add(e);
        page.Console += (_, m) => errors.AddRange(m.Type == "error" ? [m.Text] : []);
        await page.GotoAsync(address);
        return (page, errors);
    }

    [ChromiumFact]
    public async Task A_search_without_spaces_finds_the_fact_and_leads_to_it_in_the_review_page()
    {
        using var work = new Workspace();
        var address = Write(work, CorpusDraft.Join(
            new CorpusDraft("a.txt", "2024").Fact("statistic", "국내 풍력 설비 용량", "1240", "MW", "2023").Advice("관측선을 더 짓는다", "r&d", "해수부"),
            new CorpusDraft("b.txt", "2025").Fact("statistic", "국내 풍력 설비 용량", "980", "MW", "2023").Named(EntityType.Org, "달빛누리", "DBNR")));
        await using var browser = await chromium.NewContextAsync();
        var (page, errors) = await Open(browser, address);
        await page.ClickAsync("#ui-tab-items");
        await Expect(page.Locator(".row")).ToHaveCountAsync(3);
        await page.FillAsync("#ui-query", "설비용량");
        await Expect(page.Locator(".row")).ToHaveCountAsync(2);
        await Expect(page.Locator(".row mark").First).ToHaveTextAsync("설비 용량");
        await Expect(page.Locator(".row a").First).ToHaveAttributeAsync("href", "./../a.txt.review.html#x1");
        await page.FillAsync("#ui-query", "");
        await page.SelectOptionAsync("#ui-ministry", new SelectOptionValue { Label = "해양수산부" });
        await Expect(page.Locator(".row")).ToHaveCountAsync(1);

        await page.ClickAsync("[data-language=en]");
        await page.ClickAsync("#ui-clear");
        await page.ClickAsync("#ui-tab-contradictions");
        await Expect(page.Locator(".card .figure")).ToHaveCountAsync(2);
        await Expect(page.Locator("#ui-tab-contradictions")).ToContainTextAsync("Contradictions 1");
        await page.ClickAsync("#ui-tab-entities");
        await page.FillAsync("#ui-query", "dbnr");
        await page.ClickAsync(".row button");
        await Expect(page.Locator("#ui-detail")).ToContainTextAsync("Reports that name it");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#ui-detail")).ToBeHiddenAsync();
        Assert.Empty(errors);
    }

    [ChromiumFact]
    public async Task Five_thousand_rows_take_as_many_elements_as_ten_and_keys_reach_the_last()
    {
        using var work = new Workspace();
        var draft = new CorpusDraft("a.txt", "2024");
        for (var i = 0; i < 5000; i++)
        {
            draft.Fact("statistic", $"{i}호 부두 물동량", $"{i}", "톤", "2023");
        }

        var address = Write(work, CorpusDraft.Join(draft));
        await using var browser = await chromium.NewContextAsync();
        var (page, errors) = await Open(browser, address + "#items");
        await Expect(page.Locator("#ui-shown")).ToHaveTextAsync("5,000 건");
        Assert.InRange(await page.Locator(".row").CountAsync(), 5, 40);
        await page.FocusAsync("#ui-list");
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator(".row a:focus")).ToContainTextAsync("4999호");
        Assert.Empty(errors);
    }

    [ChromiumFact]
    public async Task A_part_that_is_missing_is_named()
    {
        using var work = new Workspace();
        var address = Write(work, CorpusDraft.Join(new CorpusDraft("a.txt", "2024").Fact("statistic", "물동량", "1", "톤", "2023")));
        File.Delete(work["data/timeline-0.js"]);
        await using var browser = await chromium.NewContextAsync();
        var (page, _) = await Open(browser, address + "#timeline");
        await Expect(page.Locator("#ui-missing")).ToContainTextAsync("data/timeline-0.js");
    }
}
