using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>Makes tables of the customary shapes.</summary>
internal sealed class Tables(Dice dice, Grammar grammar)
{
    private static readonly string[] Units = ["억 원", "개소", "명", "건", "백만 원", "%", "천 명", "톤"];

    /// <summary>One head row, one column of names, years across.</summary>
    public TableSpec Years(string label, bool ruled)
    {
        var first = dice.Between(2018, 2021);
        var years = Enumerable.Range(first, dice.Between(3, 5)).Select(y => new Cell(y + "년")).ToList();
        var stubs = Take("stubA", dice.Between(3, 6));
        var rows = stubs.Select(s => Row([new Cell(s), .. years.Select(_ => Number())]));
        return Spec(label, [Row([new Cell("구분"), .. years]), .. rows, Row([new Cell("계"), .. years.Select(_ => Number())])], 1, [3, .. years.Select(_ => 2)], ruled);
    }

    /// <summary>Two head rows with spans over them, and names that span rows.</summary>
    public TableSpec Merged(string label)
    {
        var groups = Take("measure", 2);
        var first = dice.Between(2020, 2023);
        string[] years = [first + "년", first + 1 + "년"];
        var head = Row([new Cell("구분", 2, 2), .. groups.Select(g => new Cell(g, 1, 2))]);
        var under = Row([.. groups.SelectMany(_ => years).Select(y => new Cell(y))]);
        var body = new List<ImmutableArray<Cell>>();
        foreach (var region in Take("stubA", dice.Between(2, 4)))
        {
            var stubs = Take("stubB", dice.Between(2, 3));
            for (var i = 0; i < stubs.Count; i++)
            {
                Cell[] lead = i == 0 ? [new Cell(region, stubs.Count), new Cell(stubs[i])] : [new Cell(stubs[i])];
                body.Add(Row([.. lead, .. Enumerable.Range(0, 4).Select(_ => Number())]));
            }
        }

        body.Add(Row([new Cell("합계", 1, 2), .. Enumerable.Range(0, 4).Select(_ => Number())]));
        return Spec(label, [head, under, .. body], 2, [2, 2, 2, 2, 2, 2], true);
    }

    /// <summary>Tasks with their ministry and schedule: long cells, names that span rows, continued over pages where it is long.</summary>
    public TableSpec Tasks(string label, int groups, bool maySplit)
    {
        var rows = new List<ImmutableArray<Cell>> { Row([new Cell("분야"), new Cell("추진 과제"), new Cell("소관 부처"), new Cell("추진 일정")]) };
        foreach (var group in Take("stubC", groups))
        {
            var count = dice.Between(1, 4);
            var ministry = grammar.Say("ministry");
            for (var i = 0; i < count; i++)
            {
                List<Cell> cells = i == 0 ? [new Cell(group, count)] : [];
                cells.Add(new Cell(grammar.Say(dice.Chance(50) ? "dash" : "action")));
                cells.Add(new Cell(ministry));
                cells.Add(new Cell(grammar.Say("schedule")));
                rows.Add(Row(cells));
            }
        }

        return Spec(label, [.. rows], 1, [2, 7, 3, 3], true) with { Unit = null, MaySplit = maySplit };
    }

    private TableSpec Spec(string label, ImmutableArray<ImmutableArray<Cell>> rows, int heads, ImmutableArray<int> widths, bool ruled) => new(
        label, grammar.Say("tableCaption"), dice.Chance(75) ? dice.Pick(Units) : null, dice.Chance(70) ? "자료: " + grammar.Say("source") : null, heads, rows, widths, ruled);

    private List<string> Take(string kind, int count)
    {
        var taken = new List<string>();
        while (taken.Count < count)
        {
            var next = grammar.Any(kind);
            if (!taken.Contains(next))
            {
                taken.Add(next);
            }
        }

        return taken;
    }

    private Cell Number() => new(
        dice.Chance(6) ? "-" : dice.Chance(70) ? dice.Between(12, 9999).ToString("N0", CultureInfo.InvariantCulture) : dice.Between(1, 99) + "." + dice.Between(0, 9),
        Number: true);

    private static ImmutableArray<Cell> Row(IEnumerable<Cell> cells) => [.. cells];
}
