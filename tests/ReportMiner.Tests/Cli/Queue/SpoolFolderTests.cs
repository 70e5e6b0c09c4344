using System.Diagnostics;
using System.Security.Cryptography;
using ReportMiner.Cli.Queue;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

public sealed class SpoolFolderTests
{
    [Fact]
    public void A_document_lies_under_its_own_name_beside_what_is_known_of_it_and_is_gone_afterwards()
    {
        using var spool = new SpoolFolder();
        Assert.Null(spool.Place(new DocumentMessage("2024/대책.txt", "", 2, null, [7]), new byte[] { 1, 2 }, out var path));

        Assert.Equal("대책.txt", Path.GetFileName(path));
        Assert.Equal([1, 2], File.ReadAllBytes(path));
        Assert.Equal([7], File.ReadAllBytes(path + ".meta.json"));
        spool.Remove(path);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public void A_file_that_is_referred_to_must_be_as_it_was_sent_and_so_must_what_is_known_of_it()
    {
        using var work = new Workspace();
        using var spool = new SpoolFolder();
        var file = work.Add("a.txt", Workspace.Plan);
        var sent = new DocumentMessage("a.txt", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), new FileInfo(file).Length, file, null);

        Assert.Null(Place(sent));
        spool.Remove(file);
        Assert.True(File.Exists(file));

        Assert.Equal("RM5008", Place(sent with { Length = 1 })?.Code);
        Assert.Equal("RM5008", Place(sent with { Sha256 = new string('0', 64) })?.Code);
        Assert.Equal("RM5008", Place(sent with { Known = [1] })?.Code);
        work.Add("a.txt.meta.json", [1]);
        Assert.Null(Place(sent with { Known = [1] }));
        Assert.Equal("RM5008", Place(sent)?.Code);
        File.Delete(file);
        Assert.Equal("RM5008", Place(sent)?.Code);

        ReportFailure? Place(DocumentMessage message) => spool.Place(message, default, out _);
    }

    [Fact]
    public void Devices_and_pipes_are_not_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var work = new Workspace();
        using var spool = new SpoolFolder();
        using (var made = Process.Start("mkfifo", [work["pipe"]]))
        {
            made.WaitForExit();
        }

        foreach (var path in new[] { "/dev/zero", work["pipe"] })
        {
            Assert.Equal("RM5008", spool.Place(new DocumentMessage("a.txt", "", 0, path, null), default, out _)?.Code);
        }
    }

    [Fact]
    public void What_killed_workers_left_is_taken_away_and_what_living_ones_use_stays()
    {
        var left = Directory.CreateTempSubdirectory("reportminer-queue-").FullName;
        File.WriteAllText(Path.Combine(left, "lock"), "");
        Directory.SetCreationTimeUtc(left, DateTime.UtcNow.AddHours(-1));
        Directory.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-1));
        using var living = new SpoolFolder();
        living.Place(new DocumentMessage("a.txt", "", 0, null, null), default, out var path);
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(path))!;
        Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddHours(-1));
        using var next = new SpoolFolder();

        Assert.False(Directory.Exists(left));
        Assert.True(File.Exists(path));
    }
}
