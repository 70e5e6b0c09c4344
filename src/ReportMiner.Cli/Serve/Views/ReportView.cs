using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>A report as the page opens it.</summary>
/// <param name="Name">Its path in the folder of the outputs.</param>
/// <param name="Sha">Which extraction it is: decisions on another are refused.</param>
/// <param name="Pictures">Whether its pages have pictures.</param>
internal sealed record ReportView(
    string Name, string Title, string FileName, string Language, string Sha, string Who, bool Pictures, string Text, ImmutableArray<Page> Pages, ImmutableArray<BlockView> Blocks, ImmutableArray<Diagnostic> Damage, ChangesView State)
{
    public static ReportView Of(string name, DeskState state, string who, bool pictures)
    {
        var report = state.Reviewed.Extraction;
        var heads = report.Tables.ToLookup(t => t.Start, t => t.HeaderRows);
        return new ReportView(
            name,
            report.Metadata.Title ?? report.Source.FileName,
            report.Source.FileName,
            report.Metadata.Language,
            state.Reviewed.ExtractionSha256,
            who,
            pictures,
            report.Text,
            report.Pages,
            [.. report.Blocks.Select(b => new BlockView(b.Id, b.Kind, b.Level, b.Start, b.End, b.Page, b.Kind == BlockKind.Table ? heads[b.Start].FirstOrDefault() : 0))],
            state.File.Diagnostics,
            ChangesView.All(state));
    }
}

/// <summary>A block of the text.</summary>
internal sealed record BlockView(string Id, BlockKind Kind, int Level, int Start, int End, int? Page, int HeaderRows);
