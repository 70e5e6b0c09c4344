using System.Collections.Immutable;
using System.Text;

namespace ReportMiner.KnownStructure.Model;

/// <summary>A stretch of a phrase: words, or a marker that points to a note.</summary>
internal abstract record Run;

/// <summary>Words.</summary>
internal sealed record Words(string Text) : Run;

/// <summary>A marker that points to a note; <paramref name="First"/> is false where the note is pointed to again.</summary>
internal sealed record Pointer(Note Note, string Printed, bool First) : Run;

/// <summary>Words with the note markers between them.</summary>
internal sealed record Phrase(ImmutableArray<Run> Runs)
{
    public Phrase(string text)
        : this([new Words(text)])
    {
    }

    /// <summary>The words alone.</summary>
    public string Plain => string.Concat(Runs.OfType<Words>().Select(w => w.Text));

    /// <summary>The text as printed, markers included.</summary>
    public string Printed => string.Concat(Runs.Select(r => r is Words w ? w.Text : ((Pointer)r).Printed));

    /// <summary>Each marker with the word it clings to, other markers left out.</summary>
    public IEnumerable<(Note Note, string Before)> References()
    {
        var before = new StringBuilder();
        foreach (var run in Runs)
        {
            if (run is Pointer pointer)
            {
                yield return (pointer.Note, LastWord(before.ToString()));
            }
            else
            {
                before.Append(((Words)run).Text);
            }
        }
    }

    private static string LastWord(string text) => text.TrimEnd()[(text.TrimEnd().LastIndexOf(' ') + 1)..];
}
