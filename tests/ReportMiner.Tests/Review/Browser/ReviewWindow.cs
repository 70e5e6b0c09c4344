using Microsoft.Playwright;
using Xunit;

namespace ReportMiner.Tests.Review.Browser;

/// <summary>A window of the review page and what a reviewer does in it, by keys and mouse.</summary>
internal sealed class ReviewWindow
{
    private readonly List<string> _errors = [];

    private ReviewWindow(IPage page)
    {
        Page = page;
        page.PageError += (_, e) => _errors.Add(e);
        page.Console += (_, m) => _errors.AddRange(m.Type == "error" && !m.Text.Contains("ERR_", StringComparison.Ordinal) && !m.Text.Contains("status of 40", StringComparison.Ordinal) ? [m.Text] : []);
    }

    public IPage Page { get; }

    /// <summary>What the scripts of the page failed at, or the policy forbade them.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Opens the list by an address and a report out of the list.</summary>
    public static async Task<ReviewWindow> OpenAsync(IBrowserContext browser, string address, string report)
    {
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        var window = new ReviewWindow(page);
        await page.GotoAsync(address);
        await page.Locator($".reports a[href='#{Uri.EscapeDataString(report)}']").ClickAsync();
        await window.ReadyAsync();
        return window;
    }

    public Task ReadyAsync() => Page.Locator(".queue .row, .queue .none").First.WaitForAsync();

    public Task KeyAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Waits until the page says that all is saved.</summary>
    public Task SavedAsync() => Page.Locator("#ui-save.good").WaitForAsync();

    /// <summary>Waits until the page says that the server is not reached, with so many decisions waiting.</summary>
    public Task WaitingAsync(int count) => Assertions.Expect(Page.Locator("#ui-save.bad")).ToContainTextAsync($"{count}건");

    /// <summary>Finds an item in the queue by its words and clicks it.</summary>
    public async Task SelectAsync(string key, string words)
    {
        await Page.SelectOptionAsync("#ui-state", "all");
        await Page.FillAsync("#ui-query", words.Length > 30 ? words[..30] : words);
        var row = Page.Locator($".row[data-row='{key}']");
        for (var tries = 0; await row.CountAsync() == 0 && tries < 60; tries++)
        {
            await Page.EvaluateAsync("async () => { const list = document.getElementById('ui-list'); list.scrollTop += list.clientHeight; await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); }");
        }

        await row.ClickAsync();
        await Assertions.Expect(row).ToHaveAttributeAsync("aria-selected", "true");
    }

    /// <summary>How the queue shows an item: open, accepted …</summary>
    public async Task ShowsAsync(string key, string words, string state)
    {
        await SelectAsync(key, words);
        await Assertions.Expect(Page.Locator($".row[data-row='{key}']")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex($@"\b{state}\b(?!.*pending)"));
    }

    /// <summary>Opens the editor with its key, fills fields by name and saves.</summary>
    public async Task EditAsync(params (string Field, string Value)[] fields)
    {
        await KeyAsync("e");
        await FillAsync(fields);
    }

    /// <summary>Fills fields of the open editor and saves.</summary>
    public async Task FillAsync(params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            var input = Page.Locator($".form [name='{field}']");
            if (await input.EvaluateAsync<string>("e => e.tagName") == "SELECT")
            {
                await input.SelectOptionAsync(value);
            }
            else
            {
                await input.FillAsync(value);
            }
        }

        await SubmitAsync();
    }

    public async Task SubmitAsync()
    {
        await Page.ClickAsync(".form .main");
        await Assertions.Expect(Page.Locator(".form")).ToHaveCountAsync(0);
    }

    /// <summary>Draws the mouse over words of the text; once more where the text moved under the mouse, as a reviewer would.</summary>
    public async Task DrawOverAsync(string words)
    {
        var quote = Page.Locator(".adder q");
        for (var tries = 3; ; tries--)
        {
            var box = await PlaceOfAsync(words);
            await Page.Mouse.MoveAsync(box[0] + 1, box[2]);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(box[1] - 1, box[2], new MouseMoveOptions { Steps = 4 });
            await Page.Mouse.UpAsync();
            try
            {
                await Assertions.Expect(quote).ToHaveTextAsync(words, new LocatorAssertionsToHaveTextOptions { Timeout = 5_000 });
                return;
            }
            catch (PlaywrightException) when (tries > 0)
            {
                await Page.EvaluateAsync("() => getSelection().empty()");
            }
        }
    }

    /// <summary>Left, right and middle of words of the text, scrolled into sight; chunks get their true heights only there, so it waits until nothing moves.</summary>
    private async Task<float[]> PlaceOfAsync(string words)
    {
        var box = await Page.EvaluateAsync<float[]>(
            """
            async (words) => {
              const walker = document.createTreeWalker(document.querySelector('.column'), NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = new Range();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                let [box, still] = [null, 0];
                while (still < 5) {
                  if (!still) walker.currentNode.parentElement.scrollIntoView({ block: 'center' });
                  await new Promise((done) => requestAnimationFrame(done));
                  const now = range.getClientRects()[0];
                  still = box && now.top === box.top && now.left === box.left ? still + 1 : 0;
                  box = now;
                }
                return [box.left, box.right, (box.top + box.bottom) / 2];
              }
              return [];
            }
            """,
            words);
        Assert.Equal(3, box.Length);
        return box;
    }

    /// <summary>Finds words by the dialog of the key n and takes the first place.</summary>
    public async Task FindAsync(string words)
    {
        await KeyAsync("n");
        await Page.FillAsync("dialog input[type=search]", words);
        await KeyAsync("Enter");
        await Assertions.Expect(Page.Locator(".adder q")).ToHaveTextAsync(words);
    }
}
