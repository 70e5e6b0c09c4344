using System.CommandLine;
using System.Globalization;

namespace ReportMiner.Cli.Batch;

/// <summary>The options that all commands over many documents have.</summary>
internal sealed class BatchOptions
{
    // What a worker takes for an ordinary report, and some more.
    private const long WorkerBytes = 512L << 20;

    private readonly Option<string> _output = new("--out", "-o") { Description = "결과 폴더 / output folder", Required = true, HelpName = "OUT" };
    private readonly Option<string?> _config = new("--config") { Description = "설정 파일(없으면 프로그램 옆의 pipeline.json) / configuration; default: pipeline.json beside the program", HelpName = "FILE" };
    private readonly Option<string?> _models = new("--models") { Description = "규칙과 이름 목록 폴더 / folder of rules and lists", HelpName = "DIR" };
    private readonly Option<int> _jobs = new("--jobs", "-j") { Description = "동시에 처리할 보고서 수(기본: 프로세서 수, 메모리가 모자라면 그보다 적게) / reports at a time; default: processors, or fewer where memory is short", HelpName = "N", DefaultValueFactory = _ => DefaultJobs };

    private readonly Option<bool> _json = new("--json") { Description = "표준 오류에 한 줄에 JSON 하나(event, time …)로 알림 / messages as a JSON object a line" };

    public BatchOptions() => _jobs.Validators.Add(r =>
    {
        if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 256))
        {
            r.AddError("--jobs: 1–256 사이의 정수만 됩니다 / must be a whole number in 1–256");
        }
    });

    private static int DefaultJobs => (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / WorkerBytes, 1, Environment.ProcessorCount);

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_config);
        command.Add(_models);
        command.Add(_jobs);
        command.Add(_json);
    }

    /// <summary>Where the command says how it goes.</summary>
    public RunLog Log(ParseResult parse) => new(parse.InvocationConfiguration.Error, parse.GetValue(_json));

    public BatchSettings Of(ParseResult parse) => new(parse.GetRequiredValue(_output), parse.GetValue(_config), parse.GetValue(_models), parse.GetValue(_jobs));
}
