using System.CommandLine;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Review;
using ReportMiner.Learn;
using ReportMiner.Resources;
using ReportMiner.Review.Learning;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer learn</c>: learns from reviewed reports, and promotes what is not worse.</summary>
internal static class LearnCommand
{
    private const string Training = "training";
    private const string FactsTraining = "facts";

    public static Command Create()
    {
        var folders = new Argument<string[]>("OUT") { Description = "검토한 결과의 폴더 / folders of reviewed outputs", Arity = ArgumentArity.OneOrMore };
        var models = new Option<string?>("--out", "-o") { Description = "배울 models 폴더. 그 자리에서 바뀌고 지금 것은 MODELS.backup-N으로 남습니다. 없으면 프로그램의 것 / models folder to learn in: replaced, the present one is kept as MODELS.backup-N; the program's own unless told", HelpName = "MODELS" };
        var heldOut = new Option<double>("--held-out") { Description = "배우지 않고 재기만 할 보고서의 몫(0–0.9). 0이면 서로 번갈아 잽니다 / share of the reports to measure on and not to learn from; with 0 they are cross-validated", HelpName = "SHARE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "배우고 견주기만 하고 쓰지 않음 / learns and compares, writes nothing" };
        var seed = new Option<int>("--seed") { Description = "예를 보는 차례를 정하는 수 / what the order of the examples is drawn from", DefaultValueFactory = _ => 20261121, HelpName = "N" };
        var command = new Command("learn", """
            검토한 보고서에서 배웁니다. 더하거나 고친 이름과 뺀 말은 gazetteers/reviewed.tsv가 되고, 이름·제언·사실의 모형은 지금 것에서 이어 배웁니다.
            지금 모형과 견주어 어느 종류도 나빠지지 않을 때만 바꿉니다: 배우지 않은 보고서에서 F1이 확실히 떨어지거나(차이의 95% 구간이 모두 0 아래), 거기서나 훈련 글에서 0.01 넘게 떨어지면 나빠진 것입니다.
            나빠진 종류의 모형은 빼고 다시 견줍니다.
            줄(문단, 항목, 표의 행)은 그 종류의 항목이 모두 결정되었을 때만, 보고서의 그 종류가 모두 결정되었으면 모든 줄이 가르칩니다.
            Learns from reviewed reports: added and edited names and rejected words become gazetteers/reviewed.tsv, the models of names, recommendations and facts learn further from where they are.
            They are promoted only if no kind of item is worse: F1 surely lower on reports not learned from (all of the 95 % interval of the change below 0), or lower by more than 0.01 there or on the training excerpts.
            The models of a kind that is worse are left out and the rest compared again.
            A line teaches a kind only where all its items of that kind were decided; all lines where all of the report's were.

            예 / Examples:
              reportminer learn out --dry-run
              reportminer learn out archive/out -o models --held-out 0.3
            """) { folders, models, heldOut, dryRun, seed };
        command.Subcommands.Add(LearnSpacingCommand.Create());
        command.SetAction(parse =>
        {
            var (data, messages) = (parse.InvocationConfiguration.Output, TextWriter.Synchronized(parse.InvocationConfiguration.Error));
            if (parse.GetValue(heldOut) is not (>= 0 and <= 0.9) and var share)
            {
                throw new UsageException($"--held-out {share}: 0에서 0.9까지입니다", "is to be 0 to 0.9");
            }

            var folder = new ModelsFolder(parse.GetValue(models) ?? new ReportPipelineBuilder().Models);
            var present = ResourceDirectory.Open(folder.Path);
            List<ReviewedText> texts = [.. parse.GetRequiredValue(folders).SelectMany(f => ReviewFiles.In(f, messages)).Select(f => ReviewedTexts.Of(f.Name, f.Reviewed, f.Events)).OfType<ReviewedText>().DistinctBy(t => t.Sha256)];
            if (texts.Count == 0)
            {
                throw new UsageException("결정이 있는 보고서가 없습니다", "there are no reports with decisions");
            }

            var result = new ReportLearner(present, parse.GetValue(seed), messages.WriteLine)
                .Learn(texts, Excerpts(Path.Combine(folder.Path, Training)), parse.GetValue(heldOut));
            LearningReport.Print(result, data);
            if (result.Failed)
            {
                messages.WriteLine("바꾸지 않습니다: 나빠진 것이 있습니다 / not promoted: something is worse");
                return ExitCode.SomeFailed;
            }

            if (result.Files.IsEmpty)
            {
                messages.WriteLine("이 결정들에서는 이미 배웠습니다 / these decisions were learned from before");
                return ExitCode.Success;
            }

            if (parse.GetValue(dryRun))
            {
                messages.WriteLine("--dry-run: 쓰지 않았습니다 / nothing was written");
                return ExitCode.Success;
            }

            var backup = folder.Replace(result.Files);
            messages.WriteLine($"{folder.Path}: 바꾸었습니다. 앞의 것은 {backup} / promoted; the models before are there");
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The excerpts that the models were trained on; those below are full of figures on purpose and teach the facts alone.</summary>
    private static List<MarkedExcerpt> Excerpts(string folder)
    {
        var facts = Path.Combine(folder, FactsTraining);
        try
        {
            return [.. Read(folder), .. Read(facts).Select(e => e.Only(Lesson.Facts))];
        }
        catch (FormatException e)
        {
            throw new UsageException($"표시가 잘못되었습니다: {e.Message}", "a mark is wrong there");
        }

        static IEnumerable<MarkedExcerpt> Read(string from) => Directory.Exists(from) ? MarkedExcerpt.ReadFolder(from) : [];
    }
}
