using System.CommandLine;
using System.Globalization;
using ReportMiner.Cli.Batch;
using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Review;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer eval</c>: compares outputs with corrected ones.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var found = new Argument<string>("OUT") { Description = "잴 결과(JSON)의 폴더 / folder of the outputs to measure" };
        var gold = new Option<string>("--gold") { Description = "바로잡은 결과(JSON)의 폴더. 파일 이름이 같은 것끼리 견줍니다 / folder of corrected outputs; files of the same name are compared", Required = true, HelpName = "DIR" };
        var page = new Option<string?>("--html") { Description = "그림이 든 보고 페이지 / page with plots", HelpName = "FILE" };
        var errors = new Option<int>("--errors") { Description = "오류를 이만큼 보임 / how many errors to list", DefaultValueFactory = _ => 0, HelpName = "N" };
        var command = new Command("eval", """
            바로잡은 결과와 견주어 정밀도, 재현율, F1, 95% 구간, 신뢰도의 믿음성을 잽니다. 위치와 종류가 같아야 맞은 것입니다.
            Measures outputs against corrected ones: precision, recall, F1 with 95 % intervals, calibration. An item is right where place and type are.
            사실은 수치도, 수치가 없으면 자리 하나가 같아야 합니다(FACT). 자리를 채운 말은 따로 셉니다(FACT-args).
            Facts also need the same figure, or without one an agreeing role (FACT); what fills their roles is counted on its own (FACT-args).
            한 줄에 한 항목: 이름, 정밀도, 재현율, F1, 구간의 아래와 위, 맞음, 잘못 찾음, 놓침.
            A row an item: name, precision, recall, F1, the interval's ends, right, wrong, missed.

            예 / Example:
              reportminer eval out --gold corrected --html eval.html --errors 20
            """) { found, gold, page, errors };
        command.SetAction(parse =>
        {
            var pairs = Pairs(parse.GetRequiredValue(gold), parse.GetRequiredValue(found), parse.InvocationConfiguration.Error).ToList();
            if (pairs.Count == 0)
            {
                throw new UsageException($"{parse.GetValue(gold)}: 바로잡은 결과(*.json)가 없습니다", "there are no corrected outputs (*.json)");
            }

            var evaluation = ReportComparison.Compare(pairs);
            Print(evaluation, parse.InvocationConfiguration.Output, parse.GetValue(errors));
            if (parse.GetValue(page) is { } path)
            {
                File.WriteAllBytes(path, EvaluationPage.Write("ReportMiner eval", [($"보고서 {pairs.Count}건", $"{pairs.Count} reports")], evaluation));
            }

            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Prints a row an item, then the errors asked for.</summary>
    public static void Print(Evaluation evaluation, TextWriter output, int errors)
    {
        string Number(double share) => share.ToString("F3", CultureInfo.InvariantCulture);
        output.WriteLine("item\tprecision\trecall\tf1\tlow\thigh\tright\twrong\tmissed");
        foreach (var (name, counts, low, high) in evaluation.Rows)
        {
            output.WriteLine($"{name}\t{Number(counts.Precision)}\t{Number(counts.Recall)}\t{Number(counts.F1)}\t{Number(low)}\t{Number(high)}\t{counts.Right}\t{counts.Wrong}\t{counts.Missed}");
        }

        foreach (var (kind, calibration) in evaluation.Calibrations)
        {
            output.WriteLine($"{kind}.ece\t{Number(calibration.Error)}");
        }

        foreach (var error in evaluation.Errors.Take(errors))
        {
            output.WriteLine($"{error.Document}\t{(error.Missed ? "missed" : "wrong")}\t{error.Row}\t{error.Before}[{error.Text}]{error.After}");
        }
    }

    private static IEnumerable<(string Name, Report Gold, Report? Found)> Pairs(string gold, string found, TextWriter messages)
    {
        foreach (var folder in (string[])[gold, found])
        {
            UsageException.ThrowIfNoFolder(folder);
        }

        foreach (var (name, right) in ReportFiles.In(gold))
        {
            var other = Path.Combine(found, name);
            var mine = File.Exists(other) ? ReportFiles.Read(other) : null;
            if (mine is null)
            {
                messages.WriteLine($"{other}: 없거나 보고서가 아니어서 아무것도 찾지 못한 것으로 셉니다 / missing or not a report; counts as having found nothing");
            }

            yield return (name, right, mine);
        }
    }
}
