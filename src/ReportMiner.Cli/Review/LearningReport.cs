using System.Globalization;
using ReportMiner.Learn;

namespace ReportMiner.Cli.Review;

/// <summary>Prints what was learned, and the figures before and after.</summary>
internal static class LearningReport
{
    public static void Print(LearningResult result, TextWriter output)
    {
        output.WriteLine($"배운 보고서 / learned from: {string.Join(", ", result.LearnedFrom)}");
        if (!result.HeldOut.IsEmpty)
        {
            output.WriteLine($"재기만 한 보고서 / held out: {string.Join(", ", result.HeldOut)}");
        }

        foreach (var row in result.Trials is [.., var last] && !last.Parts.Contains(LearnedPart.Lexicon) ? [] : result.Lexicon.Rows)
        {
            output.WriteLine($"{(row.Refused ? "이름 아님 / no name" : "이름 / name")}\t{EvaluationRows.Of(row.Type)}\t{row.Name}\t{string.Join(" | ", row.Forms)}\t{row.Report}");
        }

        foreach (var left in result.Lexicon.LeftOut)
        {
            output.WriteLine($"넣지 않음 / left out\t{EvaluationRows.Of(left.Type)}\t{(left.Refused ? "!" : "")}{left.Form}\t{Why(left.Reason)}\t{left.Report}");
        }

        foreach (var trial in result.Trials)
        {
            output.WriteLine($"배운 것 / learned: {string.Join(", ", trial.Parts.Select(Name))}");
            output.WriteLine("on\titem\tbefore\tafter\tchange\tlow\thigh\tright\twrong\tmissed\tverdict");
            foreach (var comparison in trial.Comparisons)
            {
                foreach (var c in comparison.Changes)
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name(comparison.On)}\t{c.Row}\t{c.Before.F1:F3}\t{c.After.F1:F3}\t{Signed(c.After.F1 - c.Before.F1)}\t{Signed(c.Low)}\t{Signed(c.High)}\t{c.Before.Right}→{c.After.Right}\t{c.Before.Wrong}→{c.After.Wrong}\t{c.Before.Missed}→{c.After.Missed}\t{(c.IsWorse ? "나빠짐 / worse" : "괜찮음 / not worse")}"));
                }
            }
        }
    }

    private static string Signed(double change) => Math.Round(change, 3).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static string Name(LearnedPart part) => part switch
    {
        LearnedPart.Lexicon => "이름 목록 / gazetteer",
        LearnedPart.Names => "이름 모형 / names",
        LearnedPart.Recommendations => "제언 모형 / recommendations",
        _ => "사실 모형 / facts",
    };

    private static string Name(ComparedOn on) => on switch
    {
        ComparedOn.HeldOut => "남겨 둔 보고서 / held out",
        ComparedOn.CrossValidated => "번갈아 잰 보고서 / cross-validated",
        _ => "훈련 글 / training excerpts",
    };

    private static string Why(LeftOutReason reason) => reason switch
    {
        LeftOutReason.BothWays => "어떤 곳에서는 이름, 어떤 곳에서는 아님 / a name in one place, none in another",
        LeftOutReason.TwoTypes => "종류가 둘 / of two types",
        _ => "훈련 글과 다름 / the training excerpts have it otherwise",
    };
}
