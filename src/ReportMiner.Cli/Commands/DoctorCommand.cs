using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using ReportMiner.Emit;
using ReportMiner.Learn;
using ReportMiner.Read.Pdf;
using ReportMiner.Resources;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer doctor</c>: what is installed, what is missing, how to get it.</summary>
internal static class DoctorCommand
{
    // poppler's programs that read PDF files and draw their pages.
    private static readonly string[] Programs = ["pdftohtml", "pdfinfo", "pdffonts", "pdftoppm"];

    public static Command Create()
    {
        var config = new Option<string?>("--config") { Description = "설정 파일 / configuration", HelpName = "FILE" };
        var models = new Option<string?>("--models") { Description = "규칙과 이름 목록 폴더 / folder of rules and lists", HelpName = "DIR" };
        var command = new Command("doctor", """
            필요한 것이 다 있는지 살피고, 없는 것은 설치 방법을 알려 줍니다. / Says what is installed, what is missing and how to get it.

            예 / Example:
              reportminer doctor
            """) { config, models };
        command.SetAction(parse => Examine(parse.GetValue(config), parse.GetValue(models), parse.InvocationConfiguration.Output));
        return command;
    }

    private static int Examine(string? config, string? models, TextWriter data)
    {
        data.WriteLine($"ok\tReportMiner {ReportJson.Version}");
        data.WriteLine($"ok\t{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        var well = true;
        var builder = new ReportPipelineBuilder();
        try
        {
            builder = Configuration.Load(config, models);
            data.WriteLine("ok\t설정 / configuration");
        }
        catch (PipelineOptionsException e)
        {
            well = Missing(data, e.Message);
        }

        try
        {
            var resources = ResourceDirectory.Open(builder.Models);
            foreach (var file in resources.Files)
            {
                _ = resources.ReadText(file.Name);
            }

            data.WriteLine($"ok\tmodels: 파일 {resources.Files.Length}개 / {resources.Files.Length} files");
        }
        catch (ResourceException e)
        {
            well = Missing(data, e.Message);
        }

        foreach (var program in Programs)
        {
            var version = Printed(builder.Options.Pdf.PopplerPath, program, "-v").FirstOrDefault();
            well = version is null ? Missing(data, $"{program}: {Advice}") : Found(data, $"{program}: {version}", well);
        }

        Found(data, PdfEngines.HasPdfPig
            ? $"PDF: poppler, pdfpig (auto: {PdfEngines.Preferred})"
            : "PDF: poppler (PdfPig: -p:PdfPig=true로 빌드하면 / when built with it)", well);
        Found(data, ClassifierTrainers.Names.Contains(ClassifierTrainers.MLNet)
            ? "분류기 / classifiers: built-in, mlnet"
            : "분류기 / classifiers: built-in (ML.NET: -p:MLNet=true로 빌드하면 / when built with it)", well);
        ExamineRecognition(builder.Options.Pdf.TesseractPath, data);
        return well ? ExitCode.Success : ExitCode.Usage;
    }

    private static string Advice => OperatingSystem.IsWindows()
        ? "poppler를 설치하고 PATH에 넣으십시오: winget install oschwartz10612.Poppler / install poppler and put it in PATH"
        : OperatingSystem.IsMacOS()
            ? "poppler를 설치하십시오: brew install poppler / install poppler"
            : "poppler-utils를 설치하십시오: sudo apt-get install poppler-utils poppler-data / install poppler-utils";

    /// <summary>Only scanned pages and those with lost characters need it, so that nothing fails without it.</summary>
    private static void ExamineRecognition(string? folder, TextWriter data)
    {
        if (Printed(folder, "tesseract", "--version").FirstOrDefault() is not { } version)
        {
            Missing(data, $"tesseract: {RecognitionAdvice}");
            return;
        }

        Found(data, $"tesseract: {version}", true);
        if (Printed(folder, "tesseract", "--list-langs").Contains("kor", StringComparer.Ordinal))
        {
            Found(data, "tesseract: 한글 자료(kor) / Korean data (kor)", true);
        }
        else
        {
            Missing(data, $"tesseract kor: {RecognitionAdvice}");
        }
    }

    private static string RecognitionAdvice => (OperatingSystem.IsWindows()
        ? "winget install UB-Mannheim.TesseractOCR, Korean"
        : OperatingSystem.IsMacOS()
            ? "brew install tesseract tesseract-lang"
            : "sudo apt-get install tesseract-ocr tesseract-ocr-kor") + " (스캔한 쪽을 읽을 때만 필요 / needed for scanned pages only)";

    private static bool Found(TextWriter data, string what, bool well)
    {
        data.WriteLine($"ok\t{what}");
        return well;
    }

    private static bool Missing(TextWriter data, string what)
    {
        data.WriteLine($"missing\t{what}");
        return false;
    }

    /// <summary>The lines a program prints, on either stream; none if it cannot be started.</summary>
    private static string[] Printed(string? folder, string program, string argument)
    {
        try
        {
            var path = folder is null ? program : Path.Combine(folder, program);
            using var process = Process.Start(new ProcessStartInfo(path, argument) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            var errors = process.StandardError.ReadToEndAsync();
            var lines = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit(5000);
            return lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
