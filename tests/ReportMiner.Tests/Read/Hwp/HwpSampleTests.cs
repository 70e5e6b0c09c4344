using ReportMiner.Read;
using ReportMiner.Resources;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Read.Hwp;

/// <summary>Reads the real files beside the repository, where they are.</summary>
public sealed class HwpSampleTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(SampleFiles.Root, "..", "..", "shared", "documents", "hwp"));

    [RealFilesFact]
    public void Real_files_are_read()
    {
        var resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
        var reader = new DocumentReader(PipelineOptions.Default, resources);
        Assert.All(Directory.GetFiles(Folder, "*.hwp").Where(IsCompound), path =>
        {
            var document = reader.Read(new ReportInput(path), CancellationToken.None);
            Assert.True(document.Succeeded, document.Failure?.English);
            var lines = document.Value!.Pages.SelectMany(p => p.Lines).ToList();
            Assert.True(lines.Count > 50, "few lines");
            Assert.Contains(lines, l => l.Table is not null);
        });
    }

    /// <summary>Some files of that name are HWPX inside.</summary>
    private static bool IsCompound(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0xD0;
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
        }
    }
}
