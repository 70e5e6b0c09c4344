using System.Diagnostics;
using System.IO.Compression;
using ReportMiner.Emit;
using ReportMiner.Tests.Review.Excel;
using Xunit;

namespace ReportMiner.Tests.Cli.Review;

public sealed class LargeWorkbookTests
{
    private const int Reports = 20;
    private const int Items = 100_000;
    private const long Most = 300L << 20;

    [Fact]
    public void A_hundred_thousand_items_go_out_and_come_back_in_less_than_300_megabytes()
    {
        using var work = new Workspace();
        var rounds = Items / Reports / ExcelDesk.Realistic().Review.Reviewed.Items.Length + 1;
        var output = ReportJson.Write(Tests.Review.SampleReports.Realistic(rounds));
        for (var i = 0; i < Reports; i++)
        {
            work.Add($"out/{i:00}.json", output);
        }

        Assert.InRange(Run("review", "export", work["out"], "--xlsx"), 1, Most);
        using (var zip = ZipFile.OpenRead(work["out/review.xlsx"]))
        using (var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()))
        {
            var rows = 0;
            for (var c = sheet.Read(); c >= 0; c = sheet.Read())
            {
                rows += c == 'r' && sheet.Peek() == 'o' ? 1 : 0;
            }

            Assert.InRange(rows, 2 * Items, int.MaxValue);
        }

        Assert.InRange(Run("review", "import", work["out/review.xlsx"], "--dry-run"), 1, Most);
    }

    /// <returns>The most memory the command took, as far as it was seen.</returns>
    private static long Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ReportMiner.Cli.dll"));
        arguments.ToList().ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var most = 0L;
        while (!process.WaitForExit(50))
        {
            try
            {
                process.Refresh();
                most = Math.Max(most, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended meanwhile.
            }
        }

        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
        return most;
    }
}
