namespace ReportMiner.Cli.Queue;

/// <summary>A message that waits in this worker for its turn.</summary>
/// <param name="Tag">What it is acknowledged by, on the channel it came by.</param>
/// <param name="Again">Whether it was handed out before and came back without an answer.</param>
/// <param name="Tries">How often workers have given it back after a failure.</param>
internal sealed record Delivery(ulong Tag, bool Again, int Tries, byte[] Body);
