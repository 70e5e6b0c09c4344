using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Playwright;
using ReportMiner.Cli.Review;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Cli;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Review.Browser;

public sealed class ReviewSessionInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Name = "water-chapter.pdf.json";

    // What is to be in the file, in order: the action, the item's key (null where the server gives it) and the fields that say something.
    private readonly List<(ReviewAction Action, string? Item, (string Field, string? Value)[] New)> _script = [];

    [ChromiumFact]
    public async Task Thirty_corrections_of_every_kind_survive_a_reload_a_second_window_and_a_killed_server()
    {
        using var work = new Workspace();
        var source = Repository.PathOf("samples/water-chapter");
        Assert.Equal(0, (await CommandRun.Of("run", Path.Combine(source, "water-chapter.pdf"), "-o", work["out"])).Code);
        var output = work[Path.Combine("out", Name)];
        var bytes = File.ReadAllBytes(output);
        var report = ReportJson.Read(bytes);
        var picks = new SessionPicks(report);

        await using var browser = await chromium.NewContextAsync();
        var first = await ServerProcess.StartAsync(work["out"], source);
        var port = first.Port;
        ReviewWindow window;
        await using (first)
        {
            window = await ReviewWindow.OpenAsync(browser, first.Door, Name);
            // The page's picture was made of the PDF under --sources.
            await window.Page.Locator(".sheet:not(.loading)").WaitForAsync();
            Assert.True(await window.Page.Locator(".sheet img").EvaluateAsync<int>("i => i.naturalWidth") > 500);
            await DecideAsync(window, picks);
            await window.SavedAsync();
            await window.Page.ReloadAsync();
            await window.ReadyAsync();
            await window.ShowsAsync(picks.Accepted.Id, picks.Accepted.Text, "accepted");
            await window.ShowsAsync(picks.Rejected.Id, picks.Rejected.Text, "rejected");
            await EditAsync(window, picks);
            await AddAsync(window);
            await SecondWindowAsync(browser, window, first.Origin, picks);
            await first.KillAsync();
        }

        await DecideUnreachedAsync(window, picks);
        await using var second = await ServerProcess.StartAsync(work["out"], source, port);
        var third = await ReviewWindow.OpenAsync(browser, second.Door, Name);
        await window.SavedAsync();
        await ManyAtOnceAsync(third, report);
        Assert.Equal(0, await second.StopAsync());
        Assert.Empty(window.Errors);
        Assert.Empty(third.Errors);

        var (events, diagnostics) = EventFile.Beside(output).Read();
        Assert.Empty(diagnostics);
        CheckScript(events);
        Assert.True(_script.Count >= 30, $"{_script.Count}");
        var reviewed = File.ReadAllBytes(Path.ChangeExtension(output, ".reviewed.json"));
        Assert.Equal(ReportJson.Write(ReviewSession.Apply(report, Convert.ToHexStringLower(SHA256.HashData(bytes)), events).Report), reviewed);
        CheckReport(report, ReportJson.Read(reviewed), picks, events);
        Assert.Equal(bytes, File.ReadAllBytes(output));
    }

    private async Task DecideAsync(ReviewWindow w, SessionPicks picks)
    {
        await w.SelectAsync(picks.Accepted.Id, picks.Accepted.Text);
        await w.KeyAsync("a");
        Expect(ReviewAction.Accept, picks.Accepted.Id);
        foreach (var (item, words) in new[] { (picks.AcceptedDate.Id, picks.AcceptedDate.Text), (picks.AcceptedAmount.Id, picks.AcceptedAmount.Text) })
        {
            await w.SelectAsync(item, words);
            await w.KeyAsync("Enter");
            Expect(ReviewAction.Accept, item);
        }

        foreach (var (item, words) in new[] { (picks.Rejected.Id, picks.Rejected.Text), (picks.RejectedDate.Id, picks.RejectedDate.Text), (picks.RejectedFact.Id, SessionPicks.Words(picks.RejectedFact)) })
        {
            await w.SelectAsync(item, words);
            await w.KeyAsync("x");
            Expect(ReviewAction.Reject, item);
        }

        // By number: names LAW, amounts count, facts forecast, recommendations the other kind.
        await w.SelectAsync(picks.Retyped.Id, picks.Retyped.Text);
        await w.KeyAsync("5");
        Expect(ReviewAction.Edit, picks.Retyped.Id, (ItemField.Type, "LAW"));
        await w.SelectAsync(picks.RetypedAmount.Id, picks.RetypedAmount.Text);
        await w.KeyAsync("6");
        Expect(ReviewAction.Edit, picks.RetypedAmount.Id, (ItemField.Kind, "measure"));
        await w.SelectAsync(picks.RetypedFact.Id, SessionPicks.Words(picks.RetypedFact));
        await w.KeyAsync("2");
        Expect(ReviewAction.Edit, picks.RetypedFact.Id, (ItemField.Type, "forecast"));
        await w.SelectAsync(picks.RetypedStatement.Id, picks.RetypedStatement.Text);
        await w.KeyAsync(picks.RetypedStatement.Kind == RecommendationKind.Plan ? "1" : "2");
        Expect(ReviewAction.Edit, picks.RetypedStatement.Id, (ItemField.Kind, picks.RetypedStatement.Kind == RecommendationKind.Plan ? "proposal" : "plan"));
    }

    private async Task EditAsync(ReviewWindow w, SessionPicks picks)
    {
        await w.SelectAsync(picks.Renamed.Id, picks.Renamed.Text);
        await w.EditAsync(("name", "새 이름"));
        Expect(ReviewAction.Edit, picks.Renamed.Id, (ItemField.Name, "새 이름"));
        await w.SelectAsync(picks.EditedDate.Id, picks.EditedDate.Text);
        await w.EditAsync(("edtf", "2031-05/2032"));
        Expect(ReviewAction.Edit, picks.EditedDate.Id, (ItemField.Edtf, "2031-05/2032"));
        await w.SelectAsync(picks.EditedAmount.Id, picks.EditedAmount.Text);
        await w.EditAsync(("low", "1,234,500"), ("high", "2000000"), ("unit", "USD"), ("modifier", "atMost"));
        Expect(ReviewAction.Edit, picks.EditedAmount.Id, (ItemField.Low, "1234500"), (ItemField.High, "2000000"), (ItemField.Unit, "USD"), (ItemField.Modifier, "atMost"));
        await w.SelectAsync(picks.VagueAmount.Id, picks.VagueAmount.Text);
        await w.KeyAsync("e");
        await w.Page.CheckAsync(".form input[type=checkbox]");
        await w.SubmitAsync();
        Expect(ReviewAction.Edit, picks.VagueAmount.Id, (ItemField.Low, null), (ItemField.High, null));
        await w.SelectAsync(picks.EditedStatement.Id, picks.EditedStatement.Text);
        await w.EditAsync(("category", "ethics-trust-safety"), ("period", "../2033"), ("status", "신규"));
        Expect(ReviewAction.Edit, picks.EditedStatement.Id, (ItemField.Category, "ethics-trust-safety"), (ItemField.Period, "../2033"), (ItemField.Status, "신규"));

        // A role more, of typed words.
        await w.SelectAsync(picks.EditedFact.Id, SessionPicks.Words(picks.EditedFact));
        await w.KeyAsync("e");
        await w.Page.SelectOptionAsync(".form > select", "source");
        await w.Page.Locator(".roles .phrase-input").Last.FillAsync("물환경 연감");
        await w.KeyAsync("Enter");
        await w.SubmitAsync();
        Expect(ReviewAction.Edit, picks.EditedFact.Id);

        // One letter fewer at the end.
        await w.SelectAsync(picks.Moved.Id, picks.Moved.Text);
        await w.KeyAsync("e");
        await w.Page.Locator(".place button").Nth(2).ClickAsync();
        await w.SubmitAsync();
        Expect(ReviewAction.Edit, picks.Moved.Id, (ItemField.Quote, picks.Moved.Text[..^1]));

        await w.SelectAsync(picks.Merged.Id, picks.Merged.Text);
        await w.KeyAsync("m");
        await w.Page.FillAsync("dialog input[type=search]", picks.MergedInto);
        await w.KeyAsync("Enter");
        Expect(ReviewAction.Merge, picks.Merged.Id);
        await w.SavedAsync();
    }

    private async Task AddAsync(ReviewWindow w)
    {
        await w.KeyAsync("t");
        await w.DrawOverAsync("도수로 공사");
        await w.Page.ClickAsync(".adder .PRODUCT");
        Expect(ReviewAction.Add, null, (ItemField.Quote, "도수로 공사"), (ItemField.Type, "PRODUCT"), (ItemField.Name, "도수로 공사"));
        await w.DrawOverAsync("석 달 가까이");
        await w.Page.ClickAsync(".adder .AMOUNT");
        await w.FillAsync(("low", "3"), ("unit", "개월"), ("modifier", "about"), ("kind", "measure"));
        Expect(ReviewAction.Add, null, (ItemField.Quote, "석 달 가까이"), (ItemField.Low, "3"), (ItemField.High, "3"), (ItemField.Unit, "개월"));
        await w.FindAsync("그때마다");
        await w.Page.ClickAsync(".adder .DATE");
        await w.FillAsync(("edtf", "2008/2015"));
        Expect(ReviewAction.Add, null, (ItemField.Quote, "그때마다"), (ItemField.Edtf, "2008/2015"));
        await w.FindAsync("이미 쓴 물을 다시 쓰는 일");
        await w.Page.ClickAsync(".adder .RECOMMENDATION");
        await w.FillAsync(("category", "data-infrastructure"));
        Expect(ReviewAction.Add, null, (ItemField.Text, "이미 쓴 물을 다시 쓰는 일"), (ItemField.Category, "data-infrastructure"), (ItemField.Kind, "proposal"));
        await w.FindAsync("비상 대책에 기댔다");
        await w.Page.ClickAsync(".adder .FACT");
        await w.Page.SelectOptionAsync(".form > select", "object");
        await w.Page.Locator(".roles .phrase-input").Last.FillAsync("비상 대책");
        await w.KeyAsync("Enter");
        await w.FillAsync(("type", "release"));
        Expect(ReviewAction.Add, null, (ItemField.Type, "release"), (ItemField.Quote, "비상 대책에 기댔다"));
        await w.SavedAsync();
    }

    /// <summary>What is done in one window is seen in the other; an undo too.</summary>
    private async Task SecondWindowAsync(IBrowserContext browser, ReviewWindow window, string address, SessionPicks picks)
    {
        var other = await ReviewWindow.OpenAsync(browser, address, Name);
        await other.SelectAsync(picks.Elsewhere.Id, picks.Elsewhere.Text);
        await other.KeyAsync("x");
        Expect(ReviewAction.Reject, picks.Elsewhere.Id);
        await window.ShowsAsync(picks.Elsewhere.Id, picks.Elsewhere.Text, "rejected");
        await other.KeyAsync("z");
        Expect(ReviewAction.Undo, null);
        await window.ShowsAsync(picks.Elsewhere.Id, picks.Elsewhere.Text, "open");
        await window.KeyAsync("c");
        await window.Page.FillAsync("dialog textarea", "원문과 다시 맞춰 볼 것");
        await window.KeyAsync("Control+Enter");
        Expect(ReviewAction.Comment, picks.Elsewhere.Id);
        await other.Page.Locator($".row[data-row='{picks.Elsewhere.Id}'] .at", new PageLocatorOptions { HasText = "¶" }).WaitForAsync();
        await other.Page.ClickAsync("[data-tab=remarks]");
        await other.Page.ClickAsync(".top-actions button");
        await other.Page.FillAsync("dialog textarea", "2장까지 봄");
        await other.Page.ClickAsync("dialog .main");
        Expect(ReviewAction.Comment, null);
        await other.SavedAsync();
        Assert.Empty(other.Errors);
        await other.Page.CloseAsync();
    }

    /// <summary>Decisions made while nobody answers wait, and the page says so.</summary>
    private async Task DecideUnreachedAsync(ReviewWindow w, SessionPicks picks)
    {
        await w.SelectAsync(picks.Late.Id, picks.Late.Text);
        await w.KeyAsync("a");
        Expect(ReviewAction.Accept, picks.Late.Id);
        await w.WaitingAsync(1);
        await w.KeyAsync("e");
        await w.FillAsync(("name", "늦은 이름"));
        Expect(ReviewAction.Edit, picks.Late.Id, (ItemField.Name, "늦은 이름"));
        await w.SelectAsync(picks.LateDate.Id, picks.LateDate.Text);
        await w.KeyAsync("x");
        Expect(ReviewAction.Reject, picks.LateDate.Id);
        await w.WaitingAsync(3);
    }

    /// <summary>All open names of laws but those of the audit sample at one stroke, undone at one stroke, and done again.</summary>
    private async Task ManyAtOnceAsync(ReviewWindow w, Report report)
    {
        await w.Page.ClickAsync("[data-code=LAW]");
        await w.Page.ClickAsync(".views > .quiet");
        await w.Page.FillAsync("#ui-above", "50");
        await w.Page.ClickAsync("dialog .main");
        await w.SavedAsync();
        var decided = _script.Select(s => s.Item).Concat(AuditSample.Of(report)).ToHashSet(StringComparer.Ordinal);
        var laws = report.Mentions.Where(m => m.Type == EntityType.Law && m.Confidence >= 0.5 && !decided.Contains(m.Id)).OrderBy(m => m.Confidence).ThenBy(m => m.Start).ToList();
        Assert.True(laws.Count > 1);
        laws.ForEach(m => Expect(ReviewAction.Accept, m.Id));
        await Assertions.Expect(w.Page.Locator(".row.accepted")).ToHaveCountAsync(laws.Count);
        await w.Page.Locator("#ui-list").FocusAsync();
        await w.KeyAsync("z");
        Expect(ReviewAction.Undo, null);
        await Assertions.Expect(w.Page.Locator(".row.accepted")).ToHaveCountAsync(0);
        await w.SavedAsync();
        await w.Page.Locator("#ui-list").FocusAsync();
        await w.KeyAsync("Shift+Z");
        Expect(ReviewAction.Undo, null);
        await Assertions.Expect(w.Page.Locator(".row.accepted")).ToHaveCountAsync(laws.Count);
        await w.SavedAsync();
    }

    private void Expect(ReviewAction action, string? item, params (string Field, string? Value)[] fields) => _script.Add((action, item, fields));

    private void CheckScript(ImmutableArray<ReviewEvent> events)
    {
        Assert.Equal(_script.Select(s => (s.Action, s.Item)), events.Select(e => (e.Action, e.Item)));
        Assert.All(events, e => Assert.Equal(("김검토", ReviewChannel.Browser), (e.Who, e.Channel)));
        foreach (var (wanted, made) in _script.Zip(events))
        {
            Assert.All(wanted.New, f => Assert.Equal((made.Id, f.Field, f.Value), (made.Id, f.Field, made.New!.Has(f.Field) ? made.New.Text(f.Field) : "missing")));
        }

        Assert.Equal(["원문과 다시 맞춰 볼 것", "2장까지 봄"], events.Where(e => e.Action == ReviewAction.Comment).Select(e => e.Reason));
    }

    /// <summary>What was corrected is as it should be, and nothing else is another than it was.</summary>
    private void CheckReport(Report before, Report after, SessionPicks picks, ImmutableArray<ReviewEvent> events)
    {
        var decided = _script.Where(s => s.Action is not (ReviewAction.Comment or ReviewAction.Undo) && s.Item != picks.Elsewhere.Id).Select(s => s.Item).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var (was, now) = (Items(before), Items(after));
        Assert.Equal([.. new[] { picks.Rejected.Id, picks.RejectedDate.Id, picks.RejectedFact.Id, picks.LateDate.Id }.Order(StringComparer.Ordinal)], was.Keys.Except(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(events.Count(e => e.Action == ReviewAction.Add), now.Keys.Except(was.Keys, StringComparer.Ordinal).Count());
        Assert.Equal(
            decided.Where(now.ContainsKey).Order(StringComparer.Ordinal),
            was.Keys.Where(k => now.TryGetValue(k, out var item) && item != was[k]).Order(StringComparer.Ordinal));

        Assert.Equal(1, after.Mentions.Single(m => m.Id == picks.Accepted.Id).Confidence);
        Assert.Equal(EntityType.Law, after.Mentions.Single(m => m.Id == picks.Retyped.Id).Type);
        Assert.Equal("새 이름", NameOf(after, picks.Renamed.Id));
        Assert.Equal("늦은 이름", NameOf(after, picks.Late.Id));
        Assert.Equal(picks.MergedInto, NameOf(after, picks.Merged.Id));
        Assert.Equal("2031-05-01", after.Dates.Single(d => d.Id == picks.EditedDate.Id).From);
        Assert.Equal(("1234500", "2000000", "USD", AmountModifier.AtMost), after.Amounts.Where(a => a.Id == picks.EditedAmount.Id).Select(a => (a.Low, a.High, a.Unit, a.Modifier!.Value)).Single());
        Assert.True(after.Amounts.Single(a => a.Id == picks.VagueAmount.Id).Vague);
        Assert.Equal("물환경 연감", after.Facts.Single(f => f.Id == picks.EditedFact.Id).Arguments["source"][0].Text);
        Assert.Equal(picks.Moved.Text[..^1], after.Mentions.Single(m => m.Id == picks.Moved.Id).Text);
        Assert.Contains(after.Mentions, m => m is { Text: "도수로 공사", Type: EntityType.Product, Source: "review:김검토" });
        Assert.Contains(after.Facts, f => f.Type == "release" && f.Arguments["object"][0].Text == "비상 대책");
        Assert.Contains(after.Recommendations, r => r is { Text: "이미 쓴 물을 다시 쓰는 일", Category: "data-infrastructure" });
        Assert.Contains(after.Dates, d => d is { Text: "그때마다", Edtf: "2008/2015" });
    }

    private static string NameOf(Report report, string mention) => report.Entities.Single(e => e.Id == report.Mentions.Single(m => m.Id == mention).Entity).Name;

    private static Dictionary<string, string> Items(Report report)
    {
        static IEnumerable<(string Id, string Json)> Of<T>(ImmutableArray<T> items)
            where T : ExtractedItem => items.Select(i => (i.Id, JsonSerializer.Serialize(i, ReportJson.Options)));

        return Of(report.Mentions).Concat(Of(report.Dates)).Concat(Of(report.Amounts)).Concat(Of(report.Recommendations)).Concat(Of(report.Facts)).ToDictionary(i => i.Id, i => i.Json, StringComparer.Ordinal);
    }
}
