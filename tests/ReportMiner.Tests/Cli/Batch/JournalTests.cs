using ReportMiner.Cli.Batch;
using ReportMiner.Documents;
using ReportMiner.Emit;
using Xunit;

namespace ReportMiner.Tests.Cli.Batch;

public sealed class JournalTests : IDisposable
{
    private readonly Workspace _work = new();

    private OutputFolder Folder => new(_work["out"]);

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_line_that_was_cut_off_is_as_if_it_had_not_been_written()
    {
        Write(null, Entry("a"), Entry("b"));
        using (var file = File.OpenWrite(_work["out/run.journal.jsonl"]))
        {
            file.SetLength(file.Length - 9);
        }

        Assert.Equal(["a"], Targets());
        Write(null, Entry("c"));
        Assert.Equal(["a", "c"], Targets());
    }

    [Fact]
    public void Shares_become_one_sorted_file_that_does_not_tell_how_the_work_was_split()
    {
        Write("2-of-2", Entry("c"), Entry("a"));
        Write("1-of-2", Entry("b"));
        Write(null, Entry("d"));
        Settle();
        var split = File.ReadAllBytes(_work["out/run.journal.jsonl"]);
        Assert.Single(Directory.GetFiles(_work["out"]));
        Assert.Equal(["a", "b", "c", "d"], Targets());

        File.Delete(_work["out/run.journal.jsonl"]);
        Write(null, Entry("b"), Entry("d"), Entry("c"), Entry("a"));
        Settle();
        Assert.Equal(split, File.ReadAllBytes(_work["out/run.journal.jsonl"]));
    }

    [Fact]
    public void What_a_share_says_of_a_document_is_newer_than_what_the_whole_says()
    {
        Write(null, Entry("a", "old"));
        Write("1-of-1", Entry("a", "new"));
        using var journal = Journal.Open(Folder);
        Assert.Equal(["new", "old"], journal.Of("a").Select(e => e.Key));
        Assert.Equal("new", journal.Last().Single().Key);
    }

    [Fact]
    public void Review_files_are_no_journals_whatever_the_report_is_called()
    {
        _work.Add("out/run.journal.review.jsonl", "{}\n");
        _work.Add("out/run.journal.pdf.review.jsonl", "{}\n");
        Write("1-of-1", Entry("a"));
        Settle();
        Assert.Equal("{}\n", File.ReadAllText(_work["out/run.journal.review.jsonl"]));
        Assert.Equal("{}\n", File.ReadAllText(_work["out/run.journal.pdf.review.jsonl"]));
        Assert.False(File.Exists(_work["out/run.journal.1-of-1.jsonl"]));
    }

    [Fact]
    public void An_entry_comes_back_as_it_was_written()
    {
        var record = new ReportOutcome
        {
            Path = "가/나.pdf",
            Status = ReportStatus.Ok,
            Title = "제목 \"👉\"",
            Pages = 3,
            Outputs = ["가/나.pdf.json"],
            Counts = ReportOutcome.Empty.Add("ORG", 2).Add("DATE", 1),
            Diagnostics = ReportOutcome.Empty.Add("warning", 1),
        };
        Write(null, new JournalEntry("key", 12, record, [new OutputFile("가/나.pdf.json", 5, "hash")]));
        using var journal = Journal.Open(Folder);
        var read = journal.Last().Single();
        Assert.Equal(RunRecord.Of([record]).Write(), RunRecord.Of([read.Record]).Write());
        Assert.Equal(("key", 12, new OutputFile("가/나.pdf.json", 5, "hash")), (read.Key, read.Length, read.Files.Single()));
    }

    private static JournalEntry Entry(string target, string key = "key") =>
        JournalEntry.Of(key, BatchResult.Fail(new BatchItem(target, target), new ReportFailure("RM1002", "빈 파일", "empty")));

    private void Write(string? share, params JournalEntry[] entries)
    {
        using var journal = Journal.Open(Folder, share);
        Array.ForEach(entries, journal.Append);
    }

    private void Settle()
    {
        using var journal = Journal.Open(Folder);
        journal.Compact(_ => true);
    }

    private IEnumerable<string> Targets()
    {
        using var journal = Journal.Open(Folder);
        return journal.Last().Select(e => e.Target);
    }
}
