using ReportMiner.Documents;
using ReportMiner.Review.Events;
using ReportMiner.Review.Word;

namespace ReportMiner.Cli.Review;

/// <summary>Word documents.</summary>
internal sealed class WordFormat : IReviewFormat
{
    public string Extension => ".docx";

    public string Korean => "워드 문서";

    public string English => "Word documents";

    public ReviewChannel Channel => ReviewChannel.Docx;

    public IEnumerable<ReviewExport> Export(IEnumerable<ReviewFile> reports) =>
        reports.Select(r => new ReviewExport(Path.ChangeExtension(r.Name, ".review" + Extension), to => to.Write(WordReview.Write(r.Reviewed, Portable(r.Name)))));

    public Outcome<ReviewImport> Import(byte[] file, IReadOnlyList<ReviewOutput> outputs, Func<string?, EventStamp> stamp)
    {
        var read = WordReturn.Read(file, new LimitOptions(), CancellationToken.None);
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        var returned = read.Value;
        // Two copies of a report have the same hash: the name tells them apart.
        var report = outputs.OrderBy(o => o.Name != returned.Report).FirstOrDefault(o => o.Sha256 == returned.Sha256 || o.Name == returned.Report)?.Read();
        return report is null
            ? new ReportFailure("RM4202", $"이 문서를 낸 결과({returned.Report})가 폴더에 없습니다. OUT을 주십시오", $"the output the document was made of ({returned.Report}) is not in the folder; name OUT")
            : new ReviewImport([new ReportImport(report, WordReview.Plan(returned, report.Reviewed, report.Events, stamp))], []);
    }

    private static string Portable(string name) => name.Replace(Path.DirectorySeparatorChar, '/');
}
