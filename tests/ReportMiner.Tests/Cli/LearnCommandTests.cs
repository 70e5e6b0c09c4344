using ReportMiner.Cli.Review;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Learn;
using ReportMiner.Resources;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Review.Events;
using ReportMiner.Tests.Review.Learning;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class LearnCommandTests : IDisposable
{
    private readonly Workspace _work = new();

    public LearnCommandTests()
    {
        foreach (var file in ResourceDirectory.Open(Repository.PathOf("models")).Files.Select(f => f.Name).Append("manifest.json"))
        {
            _work.Add("models/" + file, File.ReadAllBytes(Repository.PathOf("models/" + file)));
        }
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task The_names_that_were_put_right_in_one_report_are_right_in_its_sibling()
    {
        var before = Run("second");
        Correct("first");
        var learned = await CommandRun.Of("learn", _work["out"], "-o", _work["models"]);
        Assert.Equal(0, learned.Code);
        Assert.Contains("PRODUCT\t곁지기나루\t곁지기나루", learned.Data);
        Assert.True(Directory.Exists(_work["models.backup-1"]));

        var (right, after) = (Siblings.Right("second"), Run("second"));
        string[] taught = ["곁지기나루", "해뜰결 요양정보", "새봄방문진료망", "모두곁 전략", "나무결"];
        var wanted = right.Marked.Marks.Select(m => (right.Marked.Text[m.Start..m.End], m.Type)).Where(m => taught.Contains(m.Item1)).Order().ToList();
        Assert.Equal(wanted, Names(after, taught));
        Assert.NotEqual(wanted, Names(before, taught));
        Assert.All(Names(before).Except(Names(after)), n => Assert.Contains(n.Form, taught));

        // The same decisions teach nothing again.
        var again = await CommandRun.Of("learn", _work["out"], "-o", _work["models"]);
        Assert.Equal(0, again.Code);
        Assert.Contains("learned from before", again.Messages);
        Assert.False(Directory.Exists(_work["models.backup-2"]));
    }

    [Fact]
    public async Task Further_training_finds_what_was_missed_and_gives_the_same_each_time()
    {
        AddTraining("finance-0[1-6]");
        Correct("first");
        CopyModels("other");
        Assert.DoesNotContain(Run("second").Recommendations, r => r.Text.EndsWith("것이 옳다", StringComparison.Ordinal));
        foreach (var models in (string[])["models", "other"])
        {
            var run = await CommandRun.Of("learn", _work["out"], "-o", _work[models]);
            Assert.Equal(0, run.Code);
            Assert.Contains("RECOMMENDATION\t", run.Data);
        }

        Assert.Contains(Run("second").Recommendations, r => r.Text.EndsWith("것이 옳다", StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(_work["models"], "*", SearchOption.AllDirectories))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(file.Replace(_work["models"], _work["other"], StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_makes_a_kind_of_item_worse_is_not_promoted()
    {
        AddTraining("finance-0[1-3]");
        // A reviewer who takes out all recommendations of a text whose excerpt has them.
        var excerpt = MarkedExcerpt.ReadFolder(_work["models/training"]).First(e => e.Recommendations is { Length: > 0 });
        var report = Pipeline().Run(new ReportInput(_work.Add("plan.txt", excerpt.Marked.Text))).Value!;
        var desk = new ReviewDesk(report);
        foreach (var found in report.Recommendations)
        {
            desk.Reject(found.Id);
        }

        Write("plan", desk);
        var run = await CommandRun.Of("learn", _work["out"], "-o", _work["models"]);
        Assert.Contains("나빠짐 / worse", run.Data);
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("models/taggers/statements.bin")), File.ReadAllBytes(_work["models/taggers/statements.bin"]));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        Correct("first");
        var manifest = File.ReadAllBytes(_work["models/manifest.json"]);
        var run = await CommandRun.Of("learn", _work["out"], "-o", _work["models"], "--dry-run");
        Assert.Equal(0, run.Code);
        Assert.Contains("곁지기나루", run.Data);
        Assert.Equal(manifest, File.ReadAllBytes(_work["models/manifest.json"]));
        Assert.Single(Directory.GetDirectories(_work.Root, "models*"));
    }

    [Fact]
    public async Task Reports_without_decisions_and_wrong_shares_are_told()
    {
        _work.Add("out/first.txt.json", ReportJson.Write(Run("first")));
        Assert.Equal(2, (await CommandRun.Of("learn", _work["out"], "-o", _work["models"])).Code);
        Assert.Equal(2, (await CommandRun.Of("learn", _work["out"], "-o", _work["models"], "--held-out", "1.5")).Code);
    }

    private void Correct(string name) => Write(name, Siblings.Corrected(Run(name), Siblings.Right(name)));

    private void Write(string name, ReviewDesk desk)
    {
        Assert.Empty(desk.Reviewed.Conflicts);
        EventFile.Beside(_work.Add($"out/{name}.txt.json", ReportJson.Write(desk.Extraction))).Append(desk.Events);
    }

    private Report Run(string name) => Pipeline().Run(new ReportInput(_work.Add(name + ".txt", Siblings.Text(name)))).Value!;

    private ReportPipeline Pipeline() => new ReportPipelineBuilder().UseModels(_work["models"]).Build();

    private void AddTraining(string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("models/training")).Where(f => System.Text.RegularExpressions.Regex.IsMatch(Path.GetFileName(f), "^" + pattern)))
        {
            _work.Add("models/training/" + Path.GetFileName(file), File.ReadAllBytes(file));
        }
    }

    private void CopyModels(string folder)
    {
        foreach (var file in Directory.GetFiles(_work["models"], "*", SearchOption.AllDirectories))
        {
            _work.Add(Path.Combine(folder, Path.GetRelativePath(_work["models"], file)), File.ReadAllBytes(file));
        }
    }

    private static List<(string Form, string Type)> Names(Report report, params string[] forms) =>
        [.. report.Mentions.Where(m => forms.Length == 0 || forms.Contains(m.Text)).Select(m => (m.Text, EvaluationRows.Of(m.Type))).Order()];
}
