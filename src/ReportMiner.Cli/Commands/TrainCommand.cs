using System.CommandLine;
using System.Globalization;
using ReportMiner.Cli.Batch;
using ReportMiner.Emit;
using ReportMiner.Learn;
using ReportMiner.Resources;
using ReportMiner.Review;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer train</c>: annotated reports in, learned taggers and a report on them out.</summary>
internal static class TrainCommand
{
    /// <summary>A real report tells more of real reports than a text that was written to learn from.</summary>
    private const float ReportWeight = 5;

    public static Command Create()
    {
        var texts = new Argument<string[]>("DIR") { Description = "표시한 글(*.ann.txt)이나 바로잡은 결과(*.json)의 폴더 / folders of marked texts (*.ann.txt) or corrected outputs (*.json)", Arity = ArgumentArity.ZeroOrMore };
        var reports = new Option<string[]>("--reports") { Description = "실제 보고서를 표시하거나 바로잡은 것의 폴더: 더 무겁게 셉니다 / the same of real reports, which weigh more", AllowMultipleArgumentsPerToken = true, HelpName = "DIR" };
        var klue = new Option<string?>("--klue") { Description = "KLUE-NER 파일(사람, 장소, 기관만 표시한 문장) / file of KLUE-NER: sentences that mark persons, places, bodies only", HelpName = "FILE" };
        var output = new Option<string>("--out", "-o") { Description = "models 폴더. 그 규칙과 이름 목록으로 배워 그 taggers에 쓰고 봉합니다 / models folder: its rules and lists are used, its taggers written, its manifest sealed", Required = true, HelpName = "DIR" };
        var engine = new Option<string>("--engine") { Description = "제언과 제목을 가리는 분류기를 배우는 것: built-in, mlnet / what trains the classifiers of recommendations and headings", DefaultValueFactory = _ => ClassifierTrainers.BuiltIn, HelpName = "NAME" };
        var page = new Option<string?>("--html") { Description = "그림이 든 보고 페이지 / page with plots", HelpName = "FILE" };
        var seed = new Option<int>("--seed") { Description = "예를 보는 차례를 정하는 수 / what the order of the examples is drawn from", DefaultValueFactory = _ => 20261121, HelpName = "N" };
        var command = new Command("train", """
            이름과 제언을 찾는 모형을 배웁니다. 같은 자료와 수(--seed)면 같은 파일이 됩니다. 점수는 다섯으로 나눈 교차 검증이며 eval과 같은 꼴입니다.
            Learns the models of names and recommendations. The same data and seed give the same files. The scores are by five-fold cross-validation, in the form of eval.

            예 / Example:
              reportminer train models/training --reports ../shared/gold/train --klue ../shared/datasets/klue-ner-4000.tsv -o models --html train.html
            """) { texts, reports, klue, output, engine, page, seed };
        command.SetAction(parse =>
        {
            var messages = TextWriter.Synchronized(parse.InvocationConfiguration.Error);
            List<MarkedExcerpt> excerpts =
            [
                .. Read(parse.GetValue(texts) ?? []),
                .. Read(parse.GetValue(reports) ?? []).Select(e => e with { Weight = ReportWeight }),
            ];
            if (excerpts.Count < 2)
            {
                throw new UsageException("표시한 글(*.ann.txt)이나 바로잡은 결과(*.json)가 둘은 있어야 합니다", "at least two marked texts (*.ann.txt) or corrected outputs (*.json) are needed");
            }

            var trainer = parse.GetValue(engine)!;
            if (!ClassifierTrainers.Names.Contains(trainer))
            {
                throw new UsageException($"{trainer}: 이 프로그램에 없는 엔진입니다. 있는 것: {string.Join(", ", ClassifierTrainers.Names)} (mlnet은 -p:MLNet=true로 빌드)", "an engine this program was built without; mlnet: -p:MLNet=true");
            }

            var models = parse.GetRequiredValue(output);
            var sentences = parse.GetValue(klue) is { } file ? Sentences(file) : [];
            var result = new ReportTrainer(ResourceDirectory.Open(models), parse.GetValue(seed), trainer).Train(excerpts, sentences, messages.WriteLine);
            foreach (var (name, bytes) in result.Files)
            {
                var path = Path.Combine(models, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, bytes);
                messages.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes.Length:N0} bytes"));
            }

            ResourceDirectory.Seal(models, ReportJson.Version);
            var both = result.Evaluations["both"];
            EvalCommand.Print(both, parse.InvocationConfiguration.Output, 0);
            if (parse.GetValue(page) is { } target)
            {
                File.WriteAllBytes(target, EvaluationPage.Write(
                    "ReportMiner train",
                    [
                        ($"글 {result.Excerpts}편, 이름 {result.Marks}곳", $"{result.Excerpts} texts, {result.Marks} names"),
                        ($"문장 {result.Sentences}개", $"{result.Sentences} sentences"),
                        ($"{result.Folds}겹 교차 검증", $"{result.Folds}-fold cross-validation"),
                    ],
                    both,
                    result.Evaluations.Remove("both")));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<MarkedExcerpt> Read(string[] folders)
    {
        foreach (var folder in folders)
        {
            UsageException.ThrowIfNoFolder(folder);
            List<MarkedExcerpt> excerpts;
            try
            {
                excerpts = [.. MarkedExcerpt.ReadFolder(folder), .. ReportFiles.In(folder).Select(r => CorrectedReport.ToExcerpt(r.Name, r.Report))];
            }
            catch (FormatException e)
            {
                throw new UsageException($"표시가 잘못되었습니다: {e.Message}", "a mark is wrong there");
            }

            foreach (var excerpt in excerpts)
            {
                yield return excerpt;
            }
        }
    }

    private static List<TaggedSentence> Sentences(string file)
    {
        try
        {
            return [.. TaggedSentence.ReadKlue(File.ReadLines(file))];
        }
        catch (FormatException e)
        {
            throw new UsageException($"{file}: KLUE-NER의 꼴이 아닙니다: {e.Message}", "not in the form of KLUE-NER");
        }
    }
}
