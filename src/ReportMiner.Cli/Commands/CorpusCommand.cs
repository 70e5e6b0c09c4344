using System.CommandLine;
using ReportMiner.Cli.Corpus;
using ReportMiner.Corpus;
using ReportMiner.Resources;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer corpus</c>: what many reports say, joined.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var found = new Argument<string>("OUT") { Description = "결과(JSON)의 폴더 / folder of the outputs" };
        var output = new Option<string?>("--output", "-o") { Description = "쓸 폴더. 없으면 OUT/corpus / folder to write to; OUT/corpus unless told", HelpName = "DIR" };
        var models = new Option<string?>("--models") { Description = "models 폴더 / models folder", HelpName = "DIR" };
        var command = new Command("corpus", """
            여러 보고서의 결과를 검토한 대로 모아 이름, 연표, 부처·분야·연도별 합계, 사실과 보고서 사이의 모순을 찾을 수 있는 페이지와 CSV, JSON Lines로 냅니다.
            Joins the outputs of many reports, as reviewed: names, a timeline, totals by ministry, category and year, facts and contradictions between reports, as a page to search, CSV and JSON Lines.

            예 / Examples:
              reportminer corpus out
              reportminer corpus out -o year-2024
            """) { found, output, models };
        command.SetAction(parse =>
        {
            var from = parse.GetRequiredValue(found);
            UsageException.ThrowIfNoFolder(from);
            var to = parse.GetValue(output) ?? Path.Combine(from, "corpus");
            var (data, messages) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var inputs = new CorpusInputs(from, messages);
            Directory.CreateDirectory(to);
            using var spool = new FileStream(Path.Combine(to, "rows.partial"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            var builder = new CorpusBuilder(ResourceDirectory.Open(Configuration.Load(null, parse.GetValue(models)).Models), spool);
            var reports = 0;
            foreach (var digest in inputs.Digests(builder))
            {
                reports++;
                if (builder.Add(digest) is { } copied)
                {
                    messages.WriteLine($"{digest.Report.Report}: {copied} 와 같은 파일의 결과여서 세지 않습니다 / not counted: made from the same file as {copied}");
                }
            }

            if (reports == 0)
            {
                throw new UsageException($"{from}: 결과(*.json)가 없습니다", "there are no outputs (*.json)");
            }

            var corpus = builder.Build();
            foreach (var file in new CorpusFolder(from, to).Write(corpus))
            {
                data.WriteLine(file);
            }

            messages.WriteLine($"보고서 {reports}건, 이름 {corpus.Entities.Length}, 모순 {corpus.Contradictions.Length} / {reports} reports, {corpus.Entities.Length} names, {corpus.Contradictions.Length} contradictions");
            return inputs.Unreadable > 0 ? ExitCode.SomeFailed : ExitCode.Success;
        });
        return command;
    }
}
