using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>A row on its way in: first its item is found, then its events are made; at any step it may be refused.</summary>
internal sealed class ImportedRow
{
    private RowDecision? _asked;
    private RowResult? _result;
    private (int Start, int End) _place;

    private ImportedRow(ReturnedRow row) => Row = row;

    public ReturnedRow Row { get; }

    /// <summary>The item it is about; null for a new one, and for one that is not there.</summary>
    public ItemState? Item { get; private set; }

    /// <summary>Why it is not taken in, or null.</summary>
    public RowRefusedException? Why { get; private set; }

    /// <summary>Where it stands in the report.</summary>
    public int Place => Item?.Start ?? _place.Start;

    public ImmutableArray<ReviewEvent> Events => _result?.Events ?? [];

    public ImmutableArray<ImportFinding> Findings => Why is null ? _result?.Findings ?? []
        : [new ImportFinding(Why.Result, Item?.Key ?? Row.Key?.Item, null, null, Row.Texts[ReviewColumn.Text], Why.Korean, Why.English)];

    /// <param name="contradicts">Whether other rows of its key say something else.</param>
    public static ImportedRow Find(ReturnedRow row, bool contradicts, RowImport import)
    {
        var found = new ImportedRow(row);
        found.Try(() =>
        {
            found.Item = row.Key is not null ? import.ItemOf(row) : row.IsKeyDamaged ? throw RowNotes.DamagedKey(import.LikelyItemOf(row)) : null;
            found._asked = RowDecision.Of(contradicts ? throw RowNotes.Doubled : row);
            found._place = row.Key is null ? import.PlaceOf(row) : default;
        });
        return found;
    }

    public void Decide(RowImport import)
    {
        if (Why is null)
        {
            Try(() => _result = Row.Key is null ? import.Add(Row, _asked!, _place) : Item is null ? RowImport.OnGone(Row, _asked!) : import.OnItem(Row, _asked!, Item));
        }
    }

    /// <summary>Takes its events back if one of them does not hold.</summary>
    public void Refuse(IReadOnlyDictionary<string, Conflict> conflicts)
    {
        if (Events.Select(e => conflicts.GetValueOrDefault(e.Id)).FirstOrDefault(c => c is not null) is { } refused)
        {
            (Why, _result) = (RowNotes.Rejected(refused.Korean + ".", refused.English + "."), null);
        }
    }

    /// <summary>
    /// The row as it goes back: its item as it stands now under a new key with what the reviewer wrote, or what the reviewer
    /// wrote alone, as a new item.
    /// </summary>
    public ReviewRow Returned(string name, ReviewedReport reviewed)
    {
        string Wanted(ReviewColumn corrected, ReviewColumn given) =>
            Row.Texts[corrected] is { Length: > 0 } text ? text : Row.Key is null || Row.Changed.Contains(given) ? Row.Texts[given] : "";
        var (type, value) = (Wanted(ReviewColumn.NewType, ReviewColumn.Type), Wanted(ReviewColumn.NewValue, ReviewColumn.Value));
        if (Item is null)
        {
            var typed = Row.Texts.With((ReviewColumn.Key, null), (ReviewColumn.Check, null), (ReviewColumn.State, null), (ReviewColumn.Confidence, null), (ReviewColumn.History, null));
            return WithReason(Row.Key is null ? typed : typed.With((ReviewColumn.Decision, null)), Why!);
        }

        var now = ItemRows.Of(name, reviewed, Item);
        if (Row.Key is null && !Row.IsKeyDamaged)
        {
            type = SheetWords.TypeOf(type) == SheetWords.TypeOf(now[ReviewColumn.Type]) ? "" : type;
            value = CellText.Folded(value) == now[ReviewColumn.Value] ? "" : value;
        }

        return WithReason(
            now.With(
                (ReviewColumn.Text, Row.Changed.Contains(ReviewColumn.Text) ? Row.Texts[ReviewColumn.Text] : now[ReviewColumn.Text]),
                (ReviewColumn.Decision, Row.Key is not null || Row.IsKeyDamaged ? Row.Texts[ReviewColumn.Decision] : SheetWords.Of(type.Length + value.Length == 0 ? ReviewAction.Accept : ReviewAction.Edit)),
                (ReviewColumn.NewType, type),
                (ReviewColumn.NewValue, value),
                (ReviewColumn.Note, Row.Texts[ReviewColumn.Note]),
                (ReviewColumn.Reviewer, Row.Texts[ReviewColumn.Reviewer])),
            Why!);
    }

    public static ReviewRow WithReason(ReviewRow row, RowRefusedException why) => row.With((ReviewColumn.WhyKorean, why.Korean), (ReviewColumn.WhyEnglish, why.English));

    private void Try(Action look)
    {
        try
        {
            look();
        }
        catch (RowRefusedException refused)
        {
            (Why, Item) = (refused, Item ?? refused.Item);
        }
    }
}
