namespace ReportMiner.Cli.Batch;

/// <summary>Why a worker gave no result.</summary>
internal enum WorkerEnd
{
    Died,
    TimeLimit,
    MemoryLimit,
}
