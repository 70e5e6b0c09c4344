namespace ReportMiner.Resources;

/// <summary>A file of <c>models/</c> is missing, changed or not valid: a fault of the installation, not of a report.</summary>
public sealed class ResourceException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public ResourceException()
    {
    }

    /// <summary>Makes one that names the file and what is wrong.</summary>
    public ResourceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that names the file and what is wrong.</summary>
    public ResourceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
