using System.Text.Json.Nodes;

namespace ReportMiner.Cli.Batch;

/// <summary>What a command over many documents says on the error stream: sentences for people, or an object a line for programs.</summary>
/// <param name="json">Objects, as <c>--json</c> asks for.</param>
internal sealed class RunLog(TextWriter messages, bool json)
{
    /// <summary>Where a bar may be drawn; null where nobody watches.</summary>
    public TextWriter? Terminal => !json && ReferenceEquals(messages, Console.Error) && !Console.IsErrorRedirected ? messages : null;

    /// <param name="name">What happened; the names do not change.</param>
    /// <param name="figures">What a program may want to know of it.</param>
    /// <param name="sentences">The same for people.</param>
    public void Tell(string name, JsonObject figures, params ReadOnlySpan<string> sentences)
    {
        if (json)
        {
            figures.Insert(0, "time", DateTime.UtcNow.ToString("O"));
            figures.Insert(1, "event", name);
            messages.WriteLine(BatchJson.Line(figures));
            return;
        }

        foreach (var sentence in sentences)
        {
            messages.WriteLine(sentence);
        }
    }
}
