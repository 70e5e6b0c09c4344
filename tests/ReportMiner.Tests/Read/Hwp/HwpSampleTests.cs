using ReportMiner.Read;
using ReportMiner.Resources;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Read.Hwp;

/// <summary>Reads the real files beside the repository, where they are.</summary>
public sealed class HwpSampleTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(SampleFiles.Root, "..", "..", "shared", "documents", "hwp"));

    public static TheoryData<string> Files() =>
        [.. (Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.hwp") : []).Where(IsCompound).Select(f => Path.GetFileName(f)), ""];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_real_file_is_read(string name)
    {
        if (name.Length == 0)
        {
            return;
        }

        var resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
        var document = new DocumentReader(PipelineOptions.Default, resources).Read(new ReportInput(Path.Combine(Folder, name)), CancellationToken.None);
        Assert.True(document.Succeeded, document.Failure?.English);
        Assert.True(document.Value!.Pages.Sum(p => p.Lines.Length) > 50);
        Assert.Contains(document.Value.Pages.SelectMany(p => p.Lines), l => l.Table is not null);
    }

    private static bool IsCompound(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0xD0;
    }
}
