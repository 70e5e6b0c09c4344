using ReportMiner.Documents;

namespace ReportMiner.Tests.Review;

/// <summary>Reports of our own writing for the tests of the pages.</summary>
internal static class SampleReports
{
    private const string Attack = "<script>alert(1)</script> javascript:alert(2) \"><img src=x onerror=alert(3)> </script> \u2028\u2029 <!-- ]]> http://evil.example/";

    public static Report Realistic(int rounds = 1)
    {
        var draft = new ReportDraft { Title = "지역 제조업의 데이터 활용 실태와 정책 과제", FileName = "제조데이터-2023.pdf" };
        draft.Diagnostics.Add(new Diagnostic(Severity.Warning, "RM1004", "2쪽 글꼴에 글자 대응표가 없어 숫자가 빠졌을 수 있습니다. / A font on page 2 has no character map; digits may be missing.", 2));
        draft.Diagnostics.Add(new Diagnostic(Severity.Info, "RM1201", "발행일을 표지에서 찾았습니다. / The publication date was found on the cover.", 1));
        draft.Removed.Add(new Removal(RemovalReason.RunningHead, "지역 제조업의 데이터 활용 실태", 1, 1));
        draft.Removed.Add(new Removal(RemovalReason.PageNumber, "- 1 -", 1, 44));
        for (var i = 0; i < rounds; i++)
        {
            Round(draft);
        }

        return draft.Done();
    }

    /// <summary>A report whose every free text is an attack on the page.</summary>
    public static Report Hostile()
    {
        var draft = new ReportDraft { Title = Attack, FileName = Attack };
        draft.Diagnostics.Add(new Diagnostic(Severity.Error, Attack, Attack, 1));
        draft.Removed.Add(new Removal(RemovalReason.Markup, Attack, 1, 1));
        draft.Page();
        draft.Block(BlockKind.Heading, Attack, 1, "<b>").Block(BlockKind.Caption, Attack).Block(BlockKind.Toc, Attack)
            .Block(BlockKind.Paragraph, "앞 " + Attack + " 뒤").Name(EntityType.Org, Attack, canonical: Attack).Advice(Attack, Attack)
            .Block(BlockKind.Table, Attack + "\t값\n" + Attack + "\t1").Date("1", Attack)
            .Block(BlockKind.ListItem, Attack, 2, "<script>").Amount(Attack, "1", Attack, AmountKind.Count)
            .Block(BlockKind.Footnote, "1) " + Attack).Note("1", "alert(");
        return draft.Done();
    }

    private static void Round(ReportDraft d)
    {
        d.Page();
        d.Block(BlockKind.Heading, "Ⅰ. 공장 데이터, 어디까지 왔나", 1, "Ⅰ")
            .Block(BlockKind.Paragraph, "중소벤처기업부가 2022년 9월에 벌인 조사에서 제조기업 1,240곳 가운데 31.5%만이 설비 데이터를 꾸준히 모은다고 답했다1. 👉 모으는 곳도 절반은 종이와 엑셀에 머물렀다.")
            .Name(EntityType.Org, "중소벤처기업부", 0.98).Date("2022년 9월", "2022-09").Amount("1,240곳", "1240", "곳", AmountKind.Count).Amount("31.5%", "31.5", "%", AmountKind.Percent).Name(EntityType.Product, "엑셀", 0.52)
            .Block(BlockKind.Heading, "1. 나라별 움직임", 2, "1.")
            .Block(BlockKind.ListItem, "□ 독일은 「산업데이터 공유법」 초안을 2023.2월 공개", 1, "□").Name(EntityType.Loc, "독일").Name(EntityType.Law, "산업데이터 공유법", 0.81).Date("2023.2월", "2023-02")
            .Block(BlockKind.ListItem, "○ 지멘스는 협력사 40여 곳과 공용 저장소를 운영하고 2억 유로를 더 넣기로 했다", 2, "○").Name(EntityType.Org, "지멘스", 0.93).Amount("2억 유로", "200000000", "EUR", AmountKind.Money)
            .Block(BlockKind.ListItem, "- 시범 공장 하노버메세 2023에서 공개", 3, "-").Name(EntityType.Event, "하노버메세 2023", 0.58)
            .Block(BlockKind.Caption, "[표 1-1] 분야별 지원 규모")
            .Block(BlockKind.Table, "분야\t’23년\t’24년\n센서·수집\t120억원\t185억원\n표준·연계\t64억원\t90억원\n인력\t38억원\t51억원").Amount("120억원", "12000000000", "KRW", AmountKind.Money).Amount("185억원", "18500000000", "KRW", AmountKind.Money).Amount("51억원", "5100000000", "KRW", AmountKind.Money, 0.55)
            .Block(BlockKind.Source, "자료: 한국정책연구소(2023)").Name(EntityType.Org, "한국정책연구소", 0.88)
            .Block(BlockKind.Footnote, "1 표본은 종업원 10인 이상 사업체이며 응답률은 62%이다.").Amount("62%", "62", "%", AmountKind.Percent).Note("1", "답했다");
        d.Page();
        d.Block(BlockKind.Heading, "Ⅱ. 정책 과제", 1, "Ⅱ")
            .Block(BlockKind.Heading, "1. 데이터를 모을 까닭을 만들자", 2, "1.")
            .Block(BlockKind.ListItem, "○ 산업부와 중기부가 함께 2024년까지 업종별 표준 서식을 마련하고 참여 기업의 세액 공제를 늘릴 필요", 1, "○")
            .Name(EntityType.Org, "산업부", 0.97, "산업통상자원부").Name(EntityType.Org, "중기부", 0.97, "중소벤처기업부").Date("2024년까지", "../2024").Advice("산업부와 중기부가 함께 2024년까지 업종별 표준 서식을 마련하고 참여 기업의 세액 공제를 늘릴 필요", "data-infrastructure")
            .Block(BlockKind.Paragraph, "이를 위해 ‘제조데이터 촉진계획’에 인력 3천 명 양성 목표를 담아야 한다. 김서윤 박사는 현장 교육이 먼저라고 짚는다.")
            .Name(EntityType.Policy, "제조데이터 촉진계획", 0.66).Amount("3천 명", "3000", "명", AmountKind.Count).Advice("이를 위해 ‘제조데이터 촉진계획’에 인력 3천 명 양성 목표를 담아야 한다.", "talent-education", 0.49).Name(EntityType.Per, "김서윤", 0.77)
            .Block(BlockKind.Note, "※ 세부 일정은 부록을 볼 것").Block(BlockKind.Quote, "데이터가 없으면 자동화도 없다.");
    }
}
