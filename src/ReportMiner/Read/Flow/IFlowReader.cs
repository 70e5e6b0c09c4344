namespace ReportMiner.Read.Flow;

/// <summary>Reads the files of a word processor.</summary>
internal interface IFlowReader
{
    /// <summary>Name for the report's <c>source.engine</c>.</summary>
    string Name { get; }

    string MediaType { get; }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UnreadableException">The file is damaged, locked or beyond a limit.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    FlowDocument Read(byte[] file, ReadBudget budget);
}
