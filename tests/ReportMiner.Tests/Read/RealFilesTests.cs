using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Pdf;
using ReportMiner.Resources;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Read;

/// <summary>Reads the real files beside the repository, where they are; the same report in two formats is the same text.</summary>
public sealed class RealFilesTests
{
    private static readonly string Folder = Path.GetFullPath(Repository.PathOf("../shared/documents"));
    private static readonly ResourceDirectory Models = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private static readonly ReportPipeline Pipeline = new ReportPipelineBuilder().Build();

    [RealFilesFact]
    public void Every_file_of_a_word_processor_is_read() => Assert.All(Directory.GetFiles(Path.Combine(Folder, "hwp")), path =>
    {
        var document = new DocumentReader(PipelineOptions.Default, Models).Read(new ReportInput(path), CancellationToken.None);
        Assert.True(document.Succeeded, document.Failure?.English);
        var lines = document.Value.Pages.SelectMany(p => p.Lines).ToList();
        Assert.True(lines.Count > 50, "few lines");
        Assert.Contains(lines, l => l.Table is not null);
    });

    [RealFilesFact]
    public void HWP_and_HWPX_of_a_report_are_the_same()
    {
        var (one, other) = (Run("hwp/fdi-2024-q1.hwp"), Run("hwp/fdi-2024-q1.hwpx"));
        Assert.Equal(one.Text, other.Text);
        Assert.Equal(one.Tables.Select(t => string.Join('|', t.Rows.SelectMany(r => r))), other.Tables.Select(t => string.Join('|', t.Rows.SelectMany(r => r))));
        Assert.Equal(one.Amounts.Select(a => (a.Low, a.High, a.Unit)), other.Amounts.Select(a => (a.Low, a.High, a.Unit)));
        Assert.Equal(one.Dates.Select(d => d.Edtf), other.Dates.Select(d => d.Edtf));
    }

    [RealFilesFact]
    public void HWP_and_PDF_of_a_report_share_nearly_every_character()
    {
        var (hwp, pdf) = (Run("hwp/nikl-workplan-2022.hwp"), Run("pdf/nikl-workplan-2022.pdf"));
        Assert.InRange(Share(hwp.Text, pdf.Text), 0.995, 1);
        Assert.InRange(Shared(hwp.Dates.Select(d => d.Edtf!), pdf.Dates.Select(d => d.Edtf!)) / (double)pdf.Dates.Length, 0.99, 1);
    }

    private static Report Run(string name) => Pipeline.Run(new ReportInput(Path.Combine(Folder, name))).Value!;

    /// <summary>How many of the first text's characters, white space left out, the other has too.</summary>
    private static double Share(string one, string other)
    {
        var bare = one.Where(c => !char.IsWhiteSpace(c)).Select(c => c.ToString()).ToList();
        return Shared(bare, other.Select(c => c.ToString())) / (double)bare.Count;
    }

    private static int Shared(IEnumerable<string> one, IEnumerable<string> other)
    {
        var counts = other.CountBy(s => s).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        return one.CountBy(s => s).Sum(p => Math.Min(p.Value, counts.GetValueOrDefault(p.Key)));
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class RealFilesFactAttribute : FactAttribute
    {
        public RealFilesFactAttribute()
        {
            if (!Directory.Exists(Folder))
            {
                Skip = "the real files are not here";
            }
            else if (PopplerPrograms.Find(new PdfOptions(), "pdftohtml") is null)
            {
                Skip = "poppler is not here";
            }
        }
    }
}
