using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Resources;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class TrainCommandTest
{
    [Fact]
    public async Task Training_writes_models_that_a_run_can_use_and_the_same_each_time()
    {
        using var work = new Workspace();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("models/training"), "finance-0[1-6]*").Concat(Directory.EnumerateFiles(Repository.PathOf("models/training"), "finance-0*")).Distinct())
        {
            work.Add("texts/" + Path.GetFileName(file), File.ReadAllBytes(file));
        }

        work.Add("texts/corrected.json", ReportJson.Write(SampleReports.Of("shipyard-plan/shipyard-plan.txt")));
        var klue = work.Add("klue.tsv", "나\tB-PS\n루\tI-PS\n는\tO\n");
        CopyModels(work, "first");
        CopyModels(work, "second");
        foreach (var models in (string[])["first", "second"])
        {
            var run = await CommandRun.Of("train", work["texts"], "--klue", klue, "-o", work[models], "--html", work[models + ".html"]);
            Assert.Equal(0, run.Code);
            Assert.Contains("ENTITY\t", run.Data);
            Assert.Contains("RECOMMENDATION\t", run.Data);
        }

        Assert.Equal(Directory.GetFiles(work["first/taggers"]).Select(File.ReadAllBytes), Directory.GetFiles(work["second/taggers"]).Select(File.ReadAllBytes));
        Assert.Equal(File.ReadAllBytes(work["first.html"]), File.ReadAllBytes(work["second.html"]));

        var plan = work.Add("plan.txt", Workspace.Plan);
        var report = new ReportPipelineBuilder().UseModels(work["first"]).Build().Run(new ReportInput(plan)).Value!;
        Assert.Contains(report.Mentions, m => m is { Text: "과기정통부", Type: EntityType.Org });
    }

    [Fact]
    public async Task What_no_text_annotates_is_not_learned_anew()
    {
        using var work = new Workspace();
        CopyModels(work, "models");
        work.Add("texts/a.ann.txt", "⟦ORG|국립갯벌원⟧은 물새를 센다.\n⟦ORG|바다누리⟧와 함께한다.\n");
        work.Add("texts/b.ann.txt", "물새는 ⟦LOC|서천⟧에 온다.\n⟦ORG|국립갯벌원⟧이 알렸다.\n");
        var run = await CommandRun.Of("train", work["texts"], "-o", work["models"]);
        Assert.Equal(0, run.Code);
        foreach (var kept in (string[])["statements", "kinds", "categories", "blocks", "spacing"])
        {
            Assert.Equal(File.ReadAllBytes(Repository.PathOf($"models/taggers/{kept}.bin")), File.ReadAllBytes(work[$"models/taggers/{kept}.bin"]));
        }

        Assert.NotEqual(File.ReadAllBytes(Repository.PathOf("models/taggers/names.bin")), File.ReadAllBytes(work["models/taggers/names.bin"]));
    }

    [Fact]
    public async Task A_wrong_mark_is_named_with_its_file_and_line()
    {
        using var work = new Workspace();
        work.Add("texts/a.ann.txt", "갯벌\n⟦ORG|국립갯벌원");
        var run = await CommandRun.Of("train", work["texts"], "-o", work["models"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("a.ann.txt: line 2", run.Messages);
    }

    [Fact]
    public async Task Too_little_to_learn_from_is_told()
    {
        using var work = new Workspace();
        work.Add("texts/a.ann.txt", "⟦ORG|국립갯벌원⟧");
        var run = await CommandRun.Of("train", work["texts"], "-o", work["models"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("*.ann.txt", run.Messages);
    }

    private static void CopyModels(Workspace work, string folder)
    {
        foreach (var file in ResourceDirectory.Open(Repository.PathOf("models")).Files.Select(f => f.Name).Append("manifest.json"))
        {
            work.Add(folder + "/" + file, File.ReadAllBytes(Repository.PathOf("models/" + file)));
        }
    }
}
