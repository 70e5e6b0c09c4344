using System.Text;
using System.Text.Json.Nodes;
using ReportMiner.Emit;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.Cli;

/// <summary>What a run lets out of the telephone numbers and e-mail addresses of a report.</summary>
public sealed class PersonalDataTest
{
    private const string Mask = """{ "output": { "personalData": "mask" } }""";

    // In every kind of place a report has: title, author, heading, list head, sentence, line break, table, note, caption, markup, contents.
    private const string Report = """
        # 해양 관측 대책 (☎ 044-201-0001)
        작성자: 한가람 사무관(garam.han@example.go.kr, 02)0000-0002)
        2024. 3. 5.

        # 목차
        1. 관측망 확충(044-201-0003) ········ 3
        2. 없는 제목(044-201-0004) ········ 9

        ## 1. 관측망 확충(044-201-0003)
        - (문의 044-201-0005) 해양수산부는 ’24년까지 2,300억 원을 들여 관측선 3척을 새로 마련할 필요가 있다.¹⁾
        - 접수는 <a href="mailto:sea.plan@example.kr">여기</a>에서 받으며, 줄이 바뀐 번호 044-201-
        0006으로도 물을 수 있다. 전화를 놓치면 ０１０－００００－０００７로 문자를 보낸다.
        - 의견은 harbor @ example.re.kr 또는 +82-44-201-0008로 2024년 12월까지 보내야 한다.

        [표 1] 담당자(☎ 044-201-0009)

        | 부서 | 담당 | 연락처 |
        |---|---|---|
        | 항만과 | 서다온 | 7610 |
        | 해운과 | 문지호 | 202-7611~2 |
        | 예산 | 7,612억 원 | 044-201-0010 |

        자료: 해양과(example@example.com)

        1) 자세한 것은 해양과(044-201-0011)에 물을 것
        """;

    private static readonly string[] Secrets =
    [
        "0001", "garam", "0000-0002", "0003", "0004", "0005", "sea.plan", "0006", "０００７", "harbor", "0008", "0009", "7610", "7611", "0010", "example", "0011", "0012", "known.author",
    ];

    [Fact]
    public async Task Masked_data_is_in_no_file_and_offsets_stay()
    {
        using var work = new Workspace();
        var file = work.Add("plan.md", Report);
        work.Add("plan.md.meta.json", """{ "subtitle": "문의 044-201-0012", "authors": ["한가람 known.author@example.kr"] }""");

        var run = await CommandRun.Of("run", file, "-o", work["out"], "--config", work.Add("mask.json", Mask));
        var export = await CommandRun.Of("export", work["out"], "-o", work["out/tables"]);
        await CommandRun.Of("run", file, "-o", work["kept"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(0, export.Code);
        var files = Directory.GetFiles(work["out"], "*", SearchOption.AllDirectories);
        Assert.Equal(8, files.Length);
        foreach (var written in files.Select(f => (Name: f, Text: Words(f))))
        {
            Assert.All(Secrets, s => Assert.False(written.Text.Contains(s, StringComparison.Ordinal), $"{s} in {written.Name}"));
        }

        var bytes = File.ReadAllBytes(work["out/plan.md.json"]);
        await ContractAssert.Holds(bytes);
        JsonNode masked = JsonNode.Parse(bytes)!, kept = JsonNode.Parse(File.ReadAllBytes(work["kept/plan.md.json"]))!;
        Assert.All(Secrets, s => Assert.Contains(s, kept.ToJsonString(ReportJson.Options), StringComparison.Ordinal));
        Assert.Equal(kept["text"]!.GetValue<string>().Length, masked["text"]!.GetValue<string>().Length);
        Assert.Equal(Spans(kept, "blocks"), Spans(masked, "blocks"));
        Assert.Equal(Spans(kept, "amounts"), Spans(masked, "amounts"));
        Assert.Equal(Spans(kept, "dates"), Spans(masked, "dates"));
        Assert.Contains("7,612억 원", masked["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("한가람 사무관(●●●●●.●●●@", masked["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Either_way_one_message_says_how_much_there_is_and_not_what()
    {
        using var work = new Workspace();
        var file = work.Add("a.txt", "문의: 해양과 044-201-0001, sea@example.kr\n항만과 02)0000-0002\n");
        await CommandRun.Of("run", file, "-o", work["kept"]);
        await CommandRun.Of("run", file, "-o", work["masked"], "--config", work.Add("mask.json", Mask));

        Assert.Equal("전화번호 2곳과 전자우편 주소 1곳을 찾아 그대로 두었습니다. / Found telephone numbers in 2 places and e-mail addresses in 1; they were kept.", Message("kept"));
        Assert.Equal("전화번호 2곳과 전자우편 주소 1곳을 찾아 가렸습니다. / Found telephone numbers in 2 places and e-mail addresses in 1; they were masked.", Message("masked"));

        string Message(string folder) => Assert.Single(
            JsonNode.Parse(File.ReadAllBytes(work[folder + "/a.txt.json"]))!["diagnostics"]!.AsArray(), d => d!["code"]!.GetValue<string>() == "RM2201")!["message"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_report_that_was_kept_is_processed_again_when_it_is_to_be_masked()
    {
        using var work = new Workspace();
        var file = work.Add("a.txt", Workspace.Plan + "\n문의: 044-201-0001\n");
        await CommandRun.Of("run", file, "-o", work["out"]);
        var masked = await CommandRun.Of("run", file, "-o", work["out"], "--config", work.Add("mask.json", Mask));

        Assert.StartsWith("written\t", masked.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("0001", Words(work["out/a.txt.json"]), StringComparison.Ordinal);
    }

    [PopplerFact]
    public async Task A_page_with_masked_data_is_inspected_without_its_picture()
    {
        using var work = new Workspace();
        var file = work.Add("a.pdf", TinyPdf.Write(
            [new(72, 760, 18, "Harbour plan"), new(72, 700, 10, "Ask the harbour office, tel. 044-201-0001 or sea@example.kr, about ships.")],
            [new(72, 700, 10, "The second page speaks of rails.")]));
        var run = await CommandRun.Of("inspect", file, "--pages", "1-2", "-o", work["out"], "--config", work.Add("mask.json", Mask));

        Assert.Equal(0, run.Code);
        var first = File.ReadAllText(work["out/a.pdf.page-1.html"], Encoding.UTF8);
        Assert.Contains("tel. ●●●-●●●-●●●● or ●●●@●●●●●●●.●●, about ships", first, StringComparison.Ordinal);
        Assert.DoesNotContain("data:image", first, StringComparison.Ordinal);
        Assert.Contains("그림을 싣지 않습니다", first, StringComparison.Ordinal);
        Assert.Contains("data:image/png", File.ReadAllText(work["out/a.pdf.page-2.html"], Encoding.UTF8), StringComparison.Ordinal);
    }

    /// <summary>A file's words without hashes, which may hold any digits.</summary>
    private static string Words(string file) =>
        System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(file, Encoding.UTF8), "[0-9a-f]{64}|sha256-[A-Za-z0-9+/=]+", "");

    private static IEnumerable<(int, int)> Spans(JsonNode report, string key) =>
        report[key]!.AsArray().Select(i => (i!["start"]!.GetValue<int>(), i["end"]!.GetValue<int>()));
}
