using System.Collections.Immutable;

namespace ReportMiner.Corpus;

/// <summary>Says in both languages what a total is a total of.</summary>
internal static class TotalMeanings
{
    private const string MoneyKo = "확신도 0.5 이상, 통화마다 따로. 같은 말의 되풀이는 한 번만 세고, 합계 줄과 내역이 함께 있으면 내역만, 하나마다의 금액과 한도(최대)는 뺌. 떨어져 적힌 상위 사업과 하위 사업은 둘 다 들어 있음";
    private const string MoneyEn = "of confidence 0.5 or more, each currency by itself; what is said again counts once, of sums and their parts only the parts, amounts for each of something and limits are left out; a programme and its parts that are stated apart are both in it";

    private static readonly ImmutableArray<(string Of, string Ko, string En)> Kinds =
    [
        ("report", "보고서 수", "number of reports"),
        ("recommendation", "제언·추진과제 수. 글이 같은 것은 한 번만 셈", "number of recommendations and plans; the same words count once"),
        ("budget", $"예산 사실의 금액 합. {MoneyKo}", $"sum of the amounts of budget facts, {MoneyEn}"),
        ("investment", $"투자 사실의 금액 합. {MoneyKo}", $"sum of the amounts of investment facts, {MoneyEn}"),
        ("acquisition", $"인수 사실의 금액 합. {MoneyKo}", $"sum of the amounts of acquisition facts, {MoneyEn}"),
        (MoneyReader.Recommended, "제언·추진과제에 적힌 금액 합. 통화마다 한 문장에서 가장 큰 금액 하나만, 되풀이는 한 번만, 한도(최대)는 뺌", "sum of the money that recommendations and plans name: of each currency the greatest amount of a statement, what is said again once, limits left out"),
    ];

    /// <summary>The place of a kind of total among the others.</summary>
    public static int Order(string of) => Kinds.FindIndex(k => k.Of == of);

    public static string Of(TotalCell cell)
    {
        var (_, ko, en) = Kinds[Order(cell.Of)];
        var money = cell.Currency is not null;
        foreach (var part in cell.By.Split('+'))
        {
            (ko, en) = part switch
            {
                "ministry" => (ko + ". 부처는 행위자로 적힌 부처, 없으면 발행한 부처이며 둘이면 양쪽에 셈", en + "; by the ministry that acts, or else the one that published; of two it counts with each"),
                "category" => (ko + ". 제언의 분야별", en + "; by category of recommendations"),
                "year" when money => (ko + ". 금액의 해별(여러 해의 금액은 그 기간으로)", en + "; by the year of the money, that of several years by itself"),
                "year" => (ko + ". 보고서 발행 연도별", en + "; by the report's year of publication"),
                _ => (ko, en),
            };
        }

        return money && !cell.By.Contains("year", StringComparison.Ordinal)
            ? $"{ko}. 여러 해의 총액이 있으면 그 해별 금액은 뺌 / {en}; of the total of several years and its years only the total"
            : $"{ko} / {en}";
    }

    private static int FindIndex<T>(this ImmutableArray<T> items, Predicate<T> holds) => items.ToList().FindIndex(holds);
}
