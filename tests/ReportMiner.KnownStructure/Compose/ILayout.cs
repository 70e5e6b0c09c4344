using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>A customary kind of Korean report.</summary>
internal interface ILayout
{
    /// <summary>One letter.</summary>
    string Name { get; }

    /// <summary>Writes a report; the same dice give the same report.</summary>
    /// <param name="small">Two or three pages of everything, for a fixture.</param>
    KnownReport Compose(string name, Dice dice, bool small);
}
