using System.CommandLine;
using System.Globalization;
using ReportMiner.Cli.Batch;
using ReportMiner.Learn;
using ReportMiner.Resources;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer measure</c>: measures how right a part of the product is, or how fast the whole.</summary>
internal static class MeasureCommand
{
    private const int Narrowest = 2;
    private const int Widest = 1000;

    public static Command Create() => new("measure", "한 부분의 정확도나 속도를 잽니다. / Measures how right or how fast the product is.")
    {
        Joins(),
        MeasureSpeedCommand.Create(),
    };

    private static Command Joins()
    {
        var inputs = new Argument<string[]>("FILE") { Description = "띄어쓰기가 맞는 UTF-8 텍스트 파일이나 폴더(.txt). 한 줄에 한 문단 / UTF-8 texts with known spacing, one paragraph a line; folders: their .txt files", Arity = ArgumentArity.OneOrMore };
        var widths = new Option<string>("--widths") { Description = "줄 너비(글자 수)의 범위 / range of widths in characters", DefaultValueFactory = _ => "20-45" };
        var errors = new Option<int>("--errors") { Description = "틀린 곳을 이만큼 보임 / how many wrong joins to list", DefaultValueFactory = _ => 0 };
        var models = new Option<string?>("--models") { Description = "models 폴더(없으면 프로그램 옆) / models folder; default: beside the program" };
        var command = new Command("joins", """
            줄 이어 붙이기를 잽니다. 글을 너비마다 글자 수로 잘라 줄 끝의 빈칸을 버리고, 제품의 방식으로 다시 이어 원문과 견줍니다.
            Measures the joining of lines: breaks each text hard at each width, drops the spaces at the breaks, joins the lines as the product does and compares.
            너비마다 한 줄: 너비, 이은 곳, 맞음, 잃은 빈칸, 쪼갠 낱말, 맞은 비율(%), 틀린 것 가운데 원문이 다른 곳에서는 그렇게도 쓰는 것.
            A row a width: width, joins, right, spaces lost, words broken, share right in percent, errors that the text itself writes so elsewhere.

            예 / Example:
              reportminer measure joins texts --widths 20-45 --errors 20
            """) { inputs, widths, errors, models };
        command.SetAction(parse =>
        {
            var (from, to) = Range(parse.GetRequiredValue(widths));
            var measure = new JoinMeasure(ResourceDirectory.Open(parse.GetValue(models) ?? new ReportPipelineBuilder().Models));
            var texts = ParagraphFiles.Find(parse.GetRequiredValue(inputs)).Select(f => (File: f, Paragraphs: File.ReadAllLines(f))).ToList();
            var output = parse.InvocationConfiguration.Output;
            output.WriteLine("width\tjoins\tright\tspacesLost\twordsBroken\tshare\tbothWays");
            var (all, wrong) = (new JoinResult(0, []), new List<(string File, JoinError Error)>());
            for (var width = from; width <= to; width++)
            {
                var sum = new JoinResult(0, []);
                foreach (var (file, paragraphs) in texts)
                {
                    var result = measure.Measure(paragraphs, width);
                    wrong.AddRange(result.Errors.Select(e => (file, e)));
                    sum = sum.And(result);
                }

                output.WriteLine(Row(width.ToString(CultureInfo.InvariantCulture), sum));
                all = all.And(sum);
            }

            output.WriteLine(Row("all", all));
            foreach (var (file, error) in Spread(wrong, parse.GetValue(errors)))
            {
                output.WriteLine($"{file}\t{error.Width}\t{(error.SpaceLost ? "spaceLost" : "wordBroken")}\t{error.Before}⏎{error.After}{(error.AlsoWritten ? "\tbothWays" : "")}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static (int From, int To) Range(string widths)
    {
        var ends = widths.Split('-');
        return ends.Length is 1 or 2 && Array.TrueForAll(ends, e => int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            && (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture)) is var (from, to) && from >= Narrowest && to <= Widest && from <= to
            ? (from, to)
            : throw new UsageException($"--widths {widths}: 20-45처럼 {Narrowest}부터 {Widest} 사이로 씁니다", $"a range such as 20-45, within {Narrowest} and {Widest}");
    }

    private static string Row(string name, JoinResult r) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}\t{r.Joins}\t{r.Right}\t{r.SpacesLost}\t{r.WordsBroken}\t{r.Share * 100:F2}\t{r.WrittenBothWays}");

    /// <summary>So many of the errors, evenly from the whole list.</summary>
    private static IEnumerable<T> Spread<T>(List<T> all, int count)
    {
        var taken = Math.Clamp(count, 0, all.Count);
        return Enumerable.Range(0, taken).Select(i => all[(int)((long)i * all.Count / taken)]);
    }
}
