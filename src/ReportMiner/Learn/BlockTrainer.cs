using ReportMiner.Classify;
using ReportMiner.Segment;

namespace ReportMiner.Learn;

/// <summary>Trains the classifier of blocks on which the rules are unsure.</summary>
internal static class BlockTrainer
{
    /// <summary>The doubtful blocks of an excerpt whose headings and captions are annotated.</summary>
    /// <param name="doubts">The number of each block's first line, and its features.</param>
    public static IEnumerable<LogisticExample> Examples(MarkedStructure structure, IEnumerable<(int Line, Feature[] Features)> doubts, double weight)
    {
        var headings = structure.Headings.Select(h => h.Line).ToHashSet();
        var captions = structure.Captions.Select(c => c.Line).ToHashSet();
        return doubts.Select(d => new LogisticExample(
            d.Features,
            BlockRoleModel.Classes.IndexOf(headings.Contains(d.Line) ? BlockRoleModel.Heading : captions.Contains(d.Line) ? BlockRoleModel.Caption : BlockRoleModel.Text),
            weight));
    }

    public static TrainedClassifier Train(IClassifierTrainer trainer, IReadOnlyList<LogisticExample> examples) =>
        trainer.Train(BlockRoleModel.Classes, examples, new LogisticSettings(Penalty: 5e-4));
}
