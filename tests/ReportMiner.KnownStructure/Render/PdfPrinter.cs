using System.Diagnostics;
using ReportMiner.KnownStructure.Model;
using ReportMiner.KnownStructure.Render.Docx;

namespace ReportMiner.KnownStructure.Render;

/// <summary>Prints HTML with Chromium and DOCX with LibreOffice, each under a profile of its own.</summary>
internal sealed class PdfPrinter(string profiles)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    public void PrintHtml(string html, string pdf) => Run("chromium",
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging", "--virtual-time-budget=20000",
        "--user-data-dir=" + Path.Combine(profiles, "chromium"), "--print-to-pdf=" + pdf, new Uri(html).AbsoluteUri,
    ]);

    /// <summary>Converts DOCX to PDF by way of flat ODF (see <see cref="FlatDocument"/>).</summary>
    /// <returns>The documents LibreOffice could not lay out (7.4 falls over some notes in columns).</returns>
    public IReadOnlyList<string> PrintDocx(IReadOnlyList<(string Path, NoteStyle Notes)> documents, string folder)
    {
        var flat = Path.Combine(profiles, "flat");
        Convert("fodt", documents.Select(d => d.Path), flat);
        var odf = documents.Select(d => Path.Combine(flat, Path.GetFileNameWithoutExtension(d.Path) + ".fodt")).ToList();
        for (var i = 0; i < odf.Count; i++)
        {
            File.WriteAllText(odf[i], FlatDocument.Mend(File.ReadAllText(odf[i]), documents[i].Notes));
        }

        try
        {
            Convert("pdf", odf, folder);
        }
        catch (InvalidOperationException)
        {
            foreach (var document in odf.Where(d => !File.Exists(Pdf(d))))
            {
                try
                {
                    Convert("pdf", [document], folder);
                }
                catch (InvalidOperationException)
                {
                    // Named to the caller below.
                }
            }
        }

        return [.. documents.Select(d => d.Path).Where(d => !File.Exists(Pdf(d)))];

        string Pdf(string document) => Path.Combine(folder, Path.GetFileNameWithoutExtension(document) + ".pdf");
    }

    private void Convert(string format, IEnumerable<string> documents, string folder) => Run("soffice",
    [
        "-env:UserInstallation=" + new Uri(Path.Combine(profiles, "soffice")).AbsoluteUri,
        "--headless", "--norestore", "--convert-to", format, "--outdir", folder, .. documents,
    ]);

    private static void Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(program);
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {output.Result}{errors.Result}");
        }
    }
}
