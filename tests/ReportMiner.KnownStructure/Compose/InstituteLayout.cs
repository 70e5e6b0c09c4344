using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>Layout B: a report of a research institute, 제1장 / 제1절 / 1. / 가. / 1) in prose with many notes.</summary>
internal sealed class InstituteLayout : ILayout
{
    private static readonly NoteStyle[] Styles = [NoteStyle.Bracket, NoteStyle.RaisedBracket, NoteStyle.UnicodeBracket, NoteStyle.Bare];

    private static readonly string[][] Signs = [["①", "②", "③", "④"], ["(1)", "(2)", "(3)", "(4)"], ["가)", "나)", "다)", "라)"]];

    public string Name => "B";

    public KnownReport Compose(string name, Dice dice, bool small)
    {
        var grammar = new Grammar(dice);
        var notes = dice.Pick(Styles);
        var writer = new ReportWriter(dice, grammar, notes, NotePlace.Foot);
        var tables = new Tables(dice, grammar);
        var style = new PageStyle(
            "Noto Serif CJK KR", dice.Pick(["Noto Sans CJK KR", "Noto Serif CJK KR"]), dice.Pick([10, 10.5]), dice.Pick([1.65, 1.75]), dice.Pick([8, 8.5]), 78, 70, 80,
            dice.Chance(40), true, notes, dice.Pick(["{0}", "- {0} -"]), dice.Chance(70), false, true, dice.Chance(60), [18, 14, 12, 11, 10.5], [10, 24, 38]);
        var title = grammar.Say("title");
        var series = $"연구보고서 {grammar.Say("next")}-{dice.Between(1, 40)}";
        writer.Add(new TitleBlock(series, title, null, grammar.Say("org"), true));
        writer.Add(new Contents([]));
        var chapters = small ? 1 : 2;
        var columns = dice.Between(1, chapters);
        for (var chapter = 1; chapter <= chapters; chapter++)
        {
            writer.Add(new Columns(1, true));
            writer.Heading(1, $"제{chapter}장", $"제{chapter}장", grammar.Say("chapter"));
            var section = 1;
            for (; section <= (small ? 1 : 2); section++)
            {
                Section(writer, tables, chapter, section, small);
            }

            if (chapter == columns)
            {
                writer.Add(new Columns(2, true));
                writer.Heading(2, $"제{section}절", $"제{section}절", grammar.Say("section"));
                Subsections(writer, small ? 1 : 2);
                writer.Add(new Columns(1, true));
            }
        }

        return new KnownReport(Name, name, $"{title} 연구", style, ContentsPage.Fill(writer.Parts, 3), dice.Chance(50) ? series : null);
    }

    private static void Section(ReportWriter writer, Tables tables, int chapter, int section, bool small)
    {
        var dice = writer.Dice;
        writer.Heading(2, $"제{section}절", $"제{section}절", writer.Grammar.Say(dice.Chance(20) ? "longSection" : "section"), dice.Chance(20));
        writer.Prose(dice.Between(2, 4), dice.Between(0, 2));
        Subsections(writer, dice.Between(1, 2));
        if (section == 1)
        {
            writer.Add(dice.Between(1, 3) switch
            {
                1 => tables.Merged($"표 {chapter}-1"),
                2 => tables.Years($"표 {chapter}-1", dice.Chance(50)),
                _ => tables.Tasks($"표 {chapter}-1", dice.Between(3, 6), true),
            });
            writer.Prose(dice.Between(2, 4), dice.Between(0, 1));
        }
        if (section == 2 || small)
        {
            var bars = Enumerable.Range(0, dice.Between(5, 8)).Select(_ => dice.Between(20, 100));
            var source = dice.Chance(70) ? "자료: " + writer.Grammar.Say("source") : null;
            writer.Add(new Figure($"그림 {chapter}-1", writer.Grammar.Say("figureCaption"), [.. bars], source));
            writer.Add(tables.Merged($"표 {chapter}-2"));
        }
    }

    private static void Subsections(ReportWriter writer, int count)
    {
        var dice = writer.Dice;
        for (var i = 1; i <= count; i++)
        {
            writer.Heading(3, $"{i}", $"{i}.", writer.Grammar.Say("topicTitle"), dice.Chance(10));
            writer.Prose(dice.Between(2, 5), dice.Between(0, 3));
            if (i == 1 || dice.Chance(60))
            {
                for (var j = 0; j < 2; j++)
                {
                    writer.Heading(4, "가나"[j].ToString(), "가나"[j] + ".", writer.Grammar.Say("topicTitle"));
                    writer.Prose(dice.Between(2, 5), dice.Between(0, 2));
                    if (dice.Chance(35))
                    {
                        writer.Heading(5, "1)", "1)", writer.Grammar.Say("topicTitle"));
                        writer.Prose(dice.Between(2, 4), dice.Between(0, 1));
                        writer.Heading(5, "2)", "2)", writer.Grammar.Say("topicTitle"));
                        writer.Prose(dice.Between(2, 4), dice.Between(0, 1));
                    }
                }
            }

            if (dice.Chance(60))
            {
                Enumeration(writer);
            }
        }
    }

    private static void Enumeration(ReportWriter writer)
    {
        var dice = writer.Dice;
        var signs = dice.Pick(Signs);
        var count = dice.Between(2, 4);
        for (var i = 0; i < count; i++)
        {
            writer.Item(signs[i], 1, "enumeration", dice.Chance(15) ? 1 : 0);
        }

        writer.Prose(dice.Between(1, 3), 0);
    }
}
