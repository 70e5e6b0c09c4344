using System.Collections.Immutable;
using UglyToad.PdfPig.Logging;

namespace ReportMiner.PdfPig;

/// <summary>Keeps the first of PdfPig's errors; its warnings tell of much that does no harm.</summary>
internal sealed class MessageLog(int most) : ILog
{
    private readonly List<string> _lines = [];

    public ImmutableArray<string> Lines => [.. _lines];

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Warn(string message)
    {
    }

    public void Error(string message)
    {
        if (_lines.Count < most)
        {
            _lines.Add(message.ReplaceLineEndings(" "));
        }
    }

    public void Error(string message, Exception ex) => Error(message);
}
