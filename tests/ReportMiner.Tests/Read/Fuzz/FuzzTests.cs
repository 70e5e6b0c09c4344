using System.Globalization;
using System.Text;
using ReportMiner.Read;
using ReportMiner.Resources;
using ReportMiner.Segment;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Read.Hwp;
using Xunit;
using static ReportMiner.Tests.Read.Hwp.HwpFile;

namespace ReportMiner.Tests.Read.Fuzz;

/// <summary>
/// Damaged files of every format: an error or a result, never a hang, a crash, or more memory than a small file is
/// worth. Seeded; <c>REPORTMINER_FUZZ</c> sets how many files a format.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    /// <summary>All that is allocated on the way, most of it dropped again.</summary>
    private const long MostAllocated = 1L << 30;

    /// <summary>Each page that is recognized takes pictures of itself.</summary>
    private const long MostForPictures = 8L << 30;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly ResourceDirectory Models = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private static readonly Segmenter Segmenter = new(Models);
    private static readonly DocumentReader Reader = new(
        PipelineOptions.Default with { Limits = new LimitOptions(MaxUnpackedBytes: 32 << 20, MaxSeconds: 20), Pdf = new PdfOptions(TimeLimitSeconds: 20) },
        Models);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("txt", 150)]
    [InlineData("hwpx", 300)]
    [InlineData("docx", 300)]
    [InlineData("hwp", 300)]
    public void A_damaged_file_gives_an_error_or_a_result(string format, int count) => Run(format, count);

    [PopplerFact]
    public void A_damaged_PDF_gives_an_error_or_a_result() => Run("pdf", 20);

    private void Run(string format, int count)
    {
        var files = Files(format).ToList();
        Assert.NotEmpty(files);
        if (int.TryParse(Environment.GetEnvironmentVariable("REPORTMINER_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var more))
        {
            count = more;
        }

        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < count; seed++)
        {
            var damaged = new Mutations(seed).Damage(files[seed % files.Count]);
            File.WriteAllBytes(_path, damaged);
            var reading = Task.Run(() =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var outcome = Reader.Read(new ReportInput(_path), CancellationToken.None);
                Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < (format == "pdf" ? MostForPictures : MostAllocated), $"{format} {seed}: memory");
                if (outcome.Succeeded)
                {
                    // What was read must be good enough for what follows.
                    Assert.DoesNotContain(Segmenter.Segment(outcome.Value).Diagnostics, d => d.Code == "RM2001");
                }

                return outcome.Failure?.Code ?? "read";
            });
            Assert.True(reading.Wait(Longest), $"{format} {seed}: still reading after {Longest.TotalSeconds} s");
            codes[reading.Result] = codes.GetValueOrDefault(reading.Result) + 1;
        }

        // Damage that always or never shows would test nothing.
        Assert.True(codes.Count > 1, string.Join(", ", codes));
    }

    private static IEnumerable<byte[]> Files(string format) => format switch
    {
        "txt" => [Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("# 산간 교통 대책\n\n□ 버스를 **여섯 번**으로 늘림1)\n| 면 | 횟수 |\n|---|---|\n| 가람면 | 6회 |\n\n1) 부르면 오는 버스\n", 20)))],
        // Packed, most damage ends in the packing; so there is one that is not.
        "hwp" => [Hwp(flags: 0), Hwp(flags: 0), Hwp(flags: 1)],
        _ => Directory.GetFiles(Repository.PathOf("tests/ReportMiner.KnownStructure/fixtures"), "*." + format).Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    };

    private static byte[] Hwp(uint flags)
    {
        var note = Control("fn  ", Fields(1u, "\0", ")", 0u), List([], Paragraph("부르면 오는 버스")));
        var table = Control("tbl ", new byte[42], Caption(2, "〈면별 운행 횟수〉"), [new(77, 0, new byte[22])], Cell(0, 0, "가람면"), Cell(0, 1, 1, 1, 0, 1, Paragraph("여섯 번")));
        var paragraph = Paragraph("버스\u0011를 늘림 \u0015\u0017\u000B\u000B", [note, Control("nwno", new byte[6]), Control("tcps", Fields(Counted("1"), (byte)1)), table, Box(Paragraph("산간 교통 대책"))], styles: Fields(0, 0, 3, 1));
        return new HwpFile { Flags = flags, Sections = [[.. Enumerable.Repeat(paragraph, 12).SelectMany(p => p)], paragraph] }.Write();
    }
}
