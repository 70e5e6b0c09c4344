namespace ReportMiner.Cli.Queue;

/// <summary>A message that waits in this worker for its turn.</summary>
/// <param name="Tag">What it is acknowledged by, on the channel it came by.</param>
/// <param name="Tries">How often workers have given it back after a failure.</param>
internal sealed record Delivery(ulong Tag, int Tries, byte[] Body);
