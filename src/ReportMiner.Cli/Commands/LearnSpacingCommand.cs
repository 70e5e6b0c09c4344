using System.CommandLine;
using ReportMiner.Cli.Batch;
using ReportMiner.Learn;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer learn spacing</c>: makes the model of spaces at line ends anew.</summary>
internal static class LearnSpacingCommand
{
    public static Command Create()
    {
        var texts = new Argument<string[]>("FILE") { Description = "일반 글(UTF-8, 한 줄에 한 문장이나 문단) / other texts, one sentence or paragraph a line", Arity = ArgumentArity.ZeroOrMore };
        var reports = new Option<string[]>("--reports") { Description = "보고서 글(한 파일이 한 문서) / texts of reports, a document a file", AllowMultipleArgumentsPerToken = true };
        var output = new Option<string>("--out", "-o") { Description = "쓸 파일 / file to write", Required = true };
        var command = new Command("spacing", """
            줄 끝의 띄어쓰기 모형(models/taggers/spacing.bin)을 배웁니다. 같은 글을 같은 차례로 주면 같은 파일이 됩니다.
            Learns the model of spaces at line ends. The same texts in the same order give the same file.

            예 / Example:
              reportminer learn spacing sentences.txt --reports reports -o models/taggers/spacing.bin
              reportminer models seal models
            """) { texts, reports, output };
        command.SetAction(parse =>
        {
            List<SpacingText> known =
            [
                .. Read(parse.GetValue(texts) ?? [], isReport: false),
                .. Read(parse.GetValue(reports) ?? [], isReport: true),
            ];
            if (known.Count == 0)
            {
                throw new UsageException("배울 글이 없습니다", "no texts to learn from");
            }

            var (model, examples) = SpacingTrainer.Train(known);
            var path = parse.GetRequiredValue(output);
            File.WriteAllBytes(path, model);
            parse.InvocationConfiguration.Error.WriteLine($"{path}: 글 {known.Count}개, 줄 끝 {examples}곳에서 배웠습니다 / learned from {known.Count} texts, {examples} line ends");
            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<SpacingText> Read(IEnumerable<string> inputs, bool isReport) =>
        ParagraphFiles.Find(inputs).Select(f => new SpacingText(File.ReadAllLines(f), isReport));
}
