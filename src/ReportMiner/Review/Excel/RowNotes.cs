using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>What is said of rows that are not taken in, and of the file they are in.</summary>
internal static class RowNotes
{
    public static ImportFinding OtherSheet(string sheet) => new(
        ImportResult.Missing, null, null, null, sheet, $"‘{sheet}’ 시트에도 검토 표가 있으나 읽지 않았습니다.", $"The sheet “{sheet}” holds a review table too; it was not read.");

    public static ImportFinding NoColumn(ReviewColumn column) => new(
        ImportResult.Missing, null, null, null, SheetWords.Head(column).Ko, $"‘{SheetWords.Head(column).Ko}’ 열이 없습니다.", $"There is no column “{SheetWords.Head(column).En}”.");

    public static ImportFinding NotCompared(int rows) => new(
        ImportResult.Missing,
        null,
        null,
        null,
        null,
        $"{rows}줄의 종류, 본문 글, 값이 내보낸 것과 다르나 CSV에서는 읽지 않습니다. 고친 것은 ‘고친 종류’, ‘고친 값’에 적어 주십시오.",
        $"Type, words or value of {rows} rows are not as exported. In CSV they are not read: write corrections under “Corrected type” and “Corrected value”.");

    public static RowRefusedException NoReport(string name) => Rejected(
        name.Length == 0 ? "어느 보고서인지 적혀 있지 않습니다." : $"결과 폴더에 그런 보고서가 없습니다: {name}",
        name.Length == 0 ? "It does not say which report it is of." : $"There is no such report among the outputs: {name}");

    public static RowRefusedException DamagedKey(ItemState? item) => new(
        ImportResult.Rejected,
        item is null ? "키가 망가져서 어느 항목인지 알 수 없습니다. 키를 다시 붙여 넣거나, 새 항목이면 결정을 비우십시오." : "키가 망가졌습니다. 이 줄의 항목이 맞으면 다시 받아들이십시오.",
        item is null ? "The key is damaged, and the item cannot be told. Paste the key again, or leave the decision empty if the item is new." : "The key is damaged. If this row's item is the one, import it again.",
        item);

    public static RowRefusedException Doubled => Rejected(
        "키가 같은 줄이 여럿이고 적힌 것이 서로 다릅니다. 한 줄만 남기고, 새 항목이면 키를 지우십시오.", "Several rows have this key and say different things. Leave one, and clear the key of a row that is a new item.");

    public static RowRefusedException Flawed(ReviewColumn column, CellFlaw flaw)
    {
        var (korean, english) = flaw switch
        {
            CellFlaw.Date => ("칸이 날짜로 바뀌었습니다. 칸 서식을 ‘텍스트’로 하고 다시 적어 주십시오.", "was turned into a date. Format the cell as text and write it again."),
            CellFlaw.Percent => ("칸이 백분율로 바뀌었습니다. 칸 서식을 ‘텍스트’로 하고 다시 적어 주십시오.", "was turned into a percentage. Format the cell as text and write it again."),
            CellFlaw.LongNumber => ("칸의 수가 길어 끝자리가 바뀌었을 수 있습니다. 칸 서식을 ‘텍스트’로 하고 다시 적어 주십시오.", "is a number so long that its last digits may have changed. Format the cell as text and write it again."),
            CellFlaw.Formula => ("칸에 수식이 들어 있습니다. 값으로 적어 주십시오.", "holds a formula. Write the value itself."),
            CellFlaw.Error => ("칸이 오류 값입니다.", "holds an error."),
            _ => ("칸의 글이 너무 깁니다.", "holds too much text."),
        };
        return Rejected($"‘{SheetWords.Head(column).Ko}’ {korean}", $"“{SheetWords.Head(column).En}” {english}");
    }

    public static RowRefusedException NoDecision(string text) => Rejected($"‘{text}’은(는) 결정이 아닙니다. 목록에서 고르십시오.", $"“{text}” is no decision; choose from the list.");

    public static RowRefusedException NoType(string text, IEnumerable<string> choices) => Rejected(
        $"‘{text}’은(는) 여기에 쓸 수 있는 종류가 아닙니다: {string.Join(", ", choices)}", $"“{text}” is not a type it can have: {string.Join(", ", choices)}");

    public static RowRefusedException BothWays(ReviewAction action) => Rejected(
        $"결정은 ‘{SheetWords.Of(action)}’인데 고친 것도 적혀 있습니다. 하나만 남겨 주십시오.", $"The decision is “{SheetWords.Of(action)}”, yet something is corrected. Leave one of the two.");

    public static RowRefusedException NothingGiven(ReviewAction action) => Rejected(
        $"결정은 ‘{SheetWords.Of(action)}’인데 고친 종류, 고친 값, 메모가 비어 있습니다.", $"The decision is “{SheetWords.Of(action)}”, but nothing is written under corrected type, corrected value or note.");

    public static RowRefusedException Emptied(ReviewColumn column) => Rejected(
        $"‘{SheetWords.Head(column).Ko}’ 칸이 비었습니다. 항목이 아니면 ‘뺌’을, 날짜의 값이 없으면 (없음)을 적어 주십시오.",
        $"“{SheetWords.Head(column).En}” was emptied. Choose “뺌 reject” if it is no item; write (none) for a date without a value.");

    public static RowRefusedException NewRowDecides(string decision) => Rejected(
        $"키가 없는 줄은 새 항목인데 결정이 ‘{decision}’입니다. 새 항목이면 결정을 비우거나 ‘더함’으로 하십시오.", $"A row without a key is a new item, but the decision is “{decision}”. Leave it empty or say “더함 add”.");

    public static RowRefusedException AddsKnown => Rejected(
        "이미 있는 항목의 줄인데 결정이 ‘더함’입니다. 새 항목이면 키를 지우십시오.", "The row is of an item that is there, but the decision is “더함 add”. Clear the key if the item is new.");

    public static RowRefusedException Lacks(ReviewColumn column) => Rejected(
        $"새 항목에는 ‘{SheetWords.Head(column).Ko}’도 있어야 합니다.", $"A new item needs “{SheetWords.Head(column).En}” too.");

    public static RowRefusedException NotThere(string words) => Rejected($"본문의 그 자리에 그런 글이 없습니다: {words}", $"The text does not have these words there: {words}");

    public static RowRefusedException ManyPlaces(int places) => Conflicting(
        $"같은 글이 {places}곳에 있습니다. 쪽을 적거나 앞뒤 글을 붙여 넣어 주십시오.", $"These words occur {places} times. Give the page or paste some context.");

    public static RowRefusedException ThereAlready(ItemState item) => new(
        ImportResult.Conflict,
        "그 자리에 같은 갈래의 항목이 이미 있습니다. 이 줄은 그 항목의 줄입니다. 고칠 것인지 다시 정해 주십시오.",
        "There is an item of the kind at that place already. This row is now that item's: decide whether to change it.",
        item);

    public static RowRefusedException Gone => Conflicting(
        "그 항목이 이제 없습니다. 더하려면 이 줄을 다시 받아들이십시오.", "The item is not there any more. Import this row again to add it.");

    public static RowRefusedException ChangedSince => Conflicting(
        "파일을 낸 뒤에 다른 결정이 있었습니다. 이 줄의 상태와 값은 지금 것입니다. 그래도 옳으면 이 줄을 다시 받아들이십시오.",
        "Something else was decided after the file was written. State and value of this row are those of now. Import it again if it still holds.");

    public static RowRefusedException Rejected(string korean, string english) => new(ImportResult.Rejected, korean, english);

    public static RowRefusedException Conflicting(string korean, string english) => new(ImportResult.Conflict, korean, english);
}
