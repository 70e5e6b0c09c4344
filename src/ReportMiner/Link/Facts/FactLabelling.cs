namespace ReportMiner.Link.Facts;

/// <summary>How something stands to the label of a figure: whose 학사 and 졸업생 are in <c>졸업생이 학사 81,499명, 석사 10,509명</c>.</summary>
/// <param name="Kind">The type of fact and the sort of filler.</param>
/// <param name="Place">Where its text stands.</param>
/// <param name="Where">0 in another text, 1 in the label, 2 behind the figure, 3 before the label, 4 across its edge.</param>
/// <param name="Shape">How many words the label has, how many figures the statement, and whether the label opens it.</param>
/// <param name="Back">How many figures stand between the label and this one.</param>
internal readonly record struct FactLabelling(uint Kind, FactPlace Place, uint Where, uint Shape, uint Back)
{
    private const int Most = 3;

    /// <summary>Null for dates, and where no figure is asked about.</summary>
    public static FactLabelling? Of(FactAnchor anchor, uint kind, Filler filler)
    {
        if (anchor.Amount is null || filler.Date is not null)
        {
            return null;
        }

        var label = anchor.Label;
        var place = filler.Source.Place;
        var where = place != FactPlace.Here ? 0u
            : filler.Start >= label.Start && filler.End <= label.End ? 1u
            : filler.Start >= anchor.End ? 2u
            : filler.End <= label.Start ? 3u : 4u;
        var shape = (((uint)Math.Min(Most, label.Words) * 4) + (uint)Math.Min(Most, label.Figures)) * 2 + (label.IsLead ? 1u : 0);
        return new FactLabelling(kind, place, where, shape, (uint)Math.Min(Most, label.Back));
    }
}
