using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;

namespace ReportMiner.Tests.Review.Excel;

/// <summary>
/// Fills in a workbook at random, and decides the same by events of another desk: what is imported must come to the same
/// report. The same seed edits the same.
/// </summary>
internal sealed class RandomExcelReviewer(ExcelDesk desk, ExcelDesk expected, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<(int Start, ItemKind Kind, string Key, Action Decide)> _decisions = [];
    private int _stamps;

    /// <returns>The workbook with so many edits.</returns>
    public byte[] Work(int edits)
    {
        using var book = desk.Open();
        var items = desk.Review.Reviewed.Items.ToArray();
        _random.Shuffle(items);
        foreach (var item in items.Take(edits))
        {
            Edit(book, item);
        }

        // The record of a workbook is in reading order.
        foreach (var (_, _, _, decide) in _decisions.OrderBy(d => d.Start).ThenBy(d => d.Kind).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            decide();
        }

        Disturb(book, [.. items.Skip(edits).Select(i => i.Key)]);
        return book.Save();
    }

    private void Edit(EditedWorkbook book, ItemState item)
    {
        var fields = desk.Review.Reviewed.FieldsOf(item.Key);
        var form = Pick(CellForm.Inline, CellForm.Shared, CellForm.Rich);
        switch (_random.Next(item.Kind == ItemKind.Date ? 6 : 7))
        {
            case 0:
                book.Set(item.Key, ReviewColumn.Decision, Pick("받아들임 accept", "accept", "받아들임 "), form);
                Expect(item, m => m.Accept(item.Key, Stamp()));
                break;
            case 1:
                book.Set(item.Key, ReviewColumn.Decision, Pick("뺌 reject", "Reject", "뺌"), form);
                Expect(item, m => m.Reject(item.Key, Stamp()));
                break;
            case 2:
                var note = Pick("=확인 필요", "👉 원문\n대조", "-", "_x0041_");
                book.Set(item.Key, ReviewColumn.Note, note, form);
                Expect(item, m => m.Comment(item.Key, Stamp() with { Reason = note }));
                break;
            case 3:
                Place(book, item, fields, form);
                break;
            case 4 or 5:
                var (cell, value) = Value(item.Kind, fields);
                book.Set(item.Key, _random.Next(3) == 0 && item.Kind != ItemKind.Fact ? ReviewColumn.Value : ReviewColumn.NewValue, cell, form);
                Expect(item, m => m.Edit(item.Key, value, Stamp()));
                break;
            default:
                var type = Pick([.. ItemChoices.TypesOf(item.Kind)]);
                book.Set(item.Key, Pick(ReviewColumn.Type, ReviewColumn.NewType), Pick(SheetWords.OfType(item.Kind, type), type), form);
                Expect(item, m => m.Edit(item.Key, ItemValue.ParseType(item.Kind, type).Value!, Stamp()));
                break;
        }
    }

    /// <summary>Corrects where the item begins or ends, within its line.</summary>
    private void Place(EditedWorkbook book, ItemState item, ItemFields fields, CellForm form)
    {
        var text = desk.Review.Extraction.Text.EnumerateRunes().ToArray();
        var (start, end) = (item.Start, item.End);
        if (_random.Next(2) == 0 && end < text.Length - 1 && text[end].Value != '\n')
        {
            end++;
        }
        else if (end - start > 2)
        {
            start++;
        }

        var words = string.Concat(text[start..end]);
        if (words != words.Trim() || words.Contains('\n', StringComparison.Ordinal) || CellText.Folded(words) == CellText.Folded(fields.Text(ItemField.Quote)!))
        {
            return;
        }

        book.Set(item.Key, ReviewColumn.Text, words, form);
        var place = ItemFields.Empty.With(ItemField.Start, start).With(ItemField.End, end);
        Expect(item, m => m.Edit(item.Key, item.Kind == ItemKind.Recommendation ? place.With(ItemField.Text, words) : place, Stamp()));
    }

    private (string Cell, ItemFields Value) Value(ItemKind kind, ItemFields present)
    {
        if (kind == ItemKind.Recommendation)
        {
            var category = Pick([.. ItemChoices.Categories]);
            return (Pick(category, SheetWords.OfCategory(category)), ItemFields.Empty.With(ItemField.Category, category));
        }

        var cell = kind switch
        {
            ItemKind.Mention => Pick("=SUM(A1)", "조선산업협회", "+82", "'따옴표", "@기관"),
            ItemKind.Date => Pick("2024", "2024-06/..", "../2025-41", "2024-06-01", "2024-33"),
            ItemKind.Amount => Pick("1200 명", "10..20 %", "vague 개", "-3.5 %p", "7"),
            _ => "object=새 말\\; 둘; amount=" + string.Join(" | ", present.Roles(ItemField.Arguments).GetValueOrDefault("amount", []).Select(p => p.Text).DefaultIfEmpty("3척")),
        };
        return (cell, ItemValue.Parse(kind, cell, present).Value!);
    }

    /// <summary>What reviewers do besides: sort, delete, hide and double rows, move and add columns.</summary>
    private void Disturb(EditedWorkbook book, IReadOnlyList<string> others)
    {
        for (var i = 0; i < others.Count; i++)
        {
            var row = book.RowOf(others[i]);
            switch (_random.Next(8))
            {
                case 0:
                    row.Remove();
                    break;
                case 1:
                    row.Hidden = true;
                    break;
                case 2:
                    book.Copy(row);
                    break;
            }
        }

        if (_random.Next(2) == 0)
        {
            book.Shuffle(_random);
        }

        if (_random.Next(2) == 0)
        {
            book.MoveColumns(_random);
        }
    }

    private void Expect(ItemState item, Func<EventMaker, ReviewEvent?> make) => _decisions.Add((item.Start, item.Kind, item.Key, () =>
    {
        if (make(expected.Review.Maker) is { } made)
        {
            expected.Review.Do(made);
        }
    }
    ));

    private EventStamp Stamp() => new($"y{++_stamps}", "이엑셀", DateTimeOffset.UnixEpoch, ReviewChannel.Xlsx);

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
