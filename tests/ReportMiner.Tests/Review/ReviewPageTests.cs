using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Review;
using Xunit;

namespace ReportMiner.Tests.Review;

public class ReviewPageTests
{
    private static readonly string[] Elements =
        ["html", "head", "meta", "title", "style", "body", "header", "main", "section", "aside", "nav", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "span", "mark", "a", "b", "em", "small", "code",
         "table", "tr", "td", "th", "dl", "dt", "dd", "blockquote", "button", "input", "select", "option", "label", "output", "script"];

    [Xunit.Fact]
    public void A_report_full_of_attacks_yields_no_markup_of_its_own()
    {
        var html = Page(SampleReports.Hostile());
        var page = new Markup(html);
        Assert.All(page.Tags, t => Assert.Contains(t.Name, Elements));
        Assert.All(page.Tags, t => Assert.DoesNotContain(t.Attributes.Keys, k => k.StartsWith("on", StringComparison.Ordinal) || k is "style" or "src" or "srcdoc" or "action"));
        Assert.All(page.Tags.Where(t => t.Attributes.ContainsKey("href")), t => Assert.StartsWith("#", t.Attributes["href"], StringComparison.Ordinal));
        Assert.Equal(2, page.Raw.Count(r => r.Tag.Name == "script"));
        Assert.DoesNotContain('\u2028', page.Raw.Single(r => r.Tag.Attributes.ContainsKey("type")).Content);
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void The_policy_lets_only_the_embedded_style_and_script_run_and_nothing_load()
    {
        var page = new Markup(Page(SampleReports.Hostile()));
        var policy = page.Tags.Single(t => t.Attributes.GetValueOrDefault("http-equiv") == "Content-Security-Policy").Attributes["content"];
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'; form-action 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var (tag, content) in page.Raw.Where(r => !r.Tag.Attributes.ContainsKey("type")))
        {
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            Assert.Contains($"{tag.Name}-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
            Assert.DoesNotMatch("https?:|@import|url\\(|innerHTML|eval\\(", content);
        }
    }

    [Xunit.Fact]
    public void Facts_are_tables_by_type_whose_rows_name_their_item()
    {
        var report = ReportMiner.Tests.Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt");
        var rows = new Markup(Page(report)).Tags.Where(t => t.Name == "tr" && t.Attributes.ContainsKey("data-item")).Select(t => t.Attributes["data-item"]).ToList();
        Assert.NotEmpty(report.Facts);
        Assert.Equal(report.Facts.Select(f => f.Id).Concat(report.LeftFigures.Select(l => l.Amount)).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Xunit.Fact]
    public void Every_character_of_the_text_is_on_the_page_in_order()
    {
        var report = SampleReports.Realistic();
        var page = new Markup(Page(report)).Text;
        static string Squeeze(string s) => string.Concat(s.Where(c => !char.IsWhiteSpace(c)));
        var at = 0;
        foreach (var line in report.Text.Split('\n', '\t'))
        {
            var found = Squeeze(page).IndexOf(Squeeze(line), at, StringComparison.Ordinal);
            Assert.True(found >= at, line);
            at = found;
        }
    }

    [Xunit.Fact]
    public void Every_item_is_marked_on_its_own_words_also_after_characters_outside_the_bmp()
    {
        var report = SampleReports.Realistic();
        var html = Page(report);
        Assert.Contains(">3천 명</mark>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"a5\" data-i=\"a5\">185억원</mark></td>", html, StringComparison.Ordinal);
        foreach (var id in report.Mentions.Select(m => m.Id).Concat(report.Dates.Select(d => d.Id)).Concat(report.Recommendations.Select(r => r.Id)))
        {
            Assert.Contains($" id=\"{id}\" data-i=\"{id}\"", html, StringComparison.Ordinal);
        }
    }

    [Xunit.Fact]
    public void A_note_and_its_reference_link_to_each_other()
    {
        var html = Page(SampleReports.Realistic());
        Assert.Contains("<a class=\"ref\" id=\"n1-1\" href=\"#n1\">1</a>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"n1\"></a>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#n1-1\"", html, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void Every_identifier_of_the_page_is_given_once()
    {
        var ids = new Markup(Page(SampleReports.Realistic(3))).Tags.Where(t => t.Attributes.ContainsKey("id")).Select(t => t.Attributes["id"]).ToArray();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Xunit.Fact]
    public void Every_link_of_the_page_leads_somewhere()
    {
        var tags = new Markup(Page(SampleReports.Realistic(2))).Tags;
        var ids = tags.Select(t => t.Attributes.GetValueOrDefault("id")).ToHashSet(StringComparer.Ordinal);
        Assert.All(tags.Where(t => t.Name == "a" && t.Attributes.ContainsKey("href")), t => Assert.Contains(t.Attributes["href"][1..], ids));
    }

    [Xunit.Fact]
    public void The_list_shows_an_amount_in_full_digits_and_a_name_by_its_canonical_form()
    {
        var page = new Markup(Page(SampleReports.Realistic()));
        using var data = JsonDocument.Parse(page.Raw.Single(r => r.Tag.Attributes.ContainsKey("type")).Content);
        var values = data.RootElement.GetProperty("items").EnumerateArray().ToLookup(i => i.GetProperty("t").GetString(), i => i.GetProperty("v").GetString());
        Assert.Equal("12,000,000,000 KRW", values["120억원"].Single());
        Assert.Equal("산업통상자원부", values["산업부"].Single());
    }

    [Xunit.Fact]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(ReviewPage.Write(SampleReports.Realistic()), ReviewPage.Write(SampleReports.Realistic()));

    [Xunit.Fact]
    public void A_report_without_blocks_or_items_still_shows_its_text()
    {
        var report = new ReportDraft().Done() with { Text = "한 줄뿐인 글" };
        Assert.Contains("한 줄뿐인 글", new Markup(Page(report)).Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void Highlights_that_cut_each_other_are_written_in_pieces()
    {
        var html = new HtmlWriter();
        new Highlighter(html, "abcdef", [new(0, 4, "span", "x", "x", Anchor: "x"), new(2, 6, "mark", "y", "y", Anchor: "y")]).Write(0, 6);
        Assert.Equal(
            "<span class=\"x\" id=\"x\" data-i=\"x\">ab<mark class=\"y\" id=\"y\" data-i=\"y\">cd</mark></span><mark class=\"y\" data-i=\"y\">ef</mark>",
            Encoding.UTF8.GetString(html.ToUtf8()));
    }

    [Xunit.Fact]
    public void Every_label_has_both_languages() =>
        Assert.All(Labels.All, l => Assert.False(string.IsNullOrWhiteSpace(l.Value.Ko) || string.IsNullOrWhiteSpace(l.Value.En), l.Key));

    private static string Page(Report report) => Encoding.UTF8.GetString(ReviewPage.Write(report));
}
