using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>Layout C: an issue brief in two columns, Ⅰ. / 1. / 가. / ■ or 1. / 1.1 / 1.1.1 / ■, with • - * bullets and endnotes.</summary>
internal sealed class BriefLayout : ILayout
{
    public string Name => "C";

    public KnownReport Compose(string name, Dice dice, bool small)
    {
        var grammar = new Grammar(dice);
        var notes = dice.Pick([NoteStyle.Bracket, NoteStyle.RaisedBracket, NoteStyle.Bare]);
        var writer = new ReportWriter(dice, grammar, notes, dice.Chance(50) ? NotePlace.End : NotePlace.Foot);
        var tables = new Tables(dice, grammar);
        var decimals = dice.Chance(40);
        var stars = dice.Chance(50);
        var square = dice.Chance(70) ? "■" : "◆";
        var dot = dice.Chance(60) ? "•" : dice.Pick(["▪", "·"]);
        var style = new PageStyle(
            "Noto Sans CJK KR", "Noto Sans CJK KR", dice.Pick([9.5, 10]), dice.Pick([1.55, 1.65]), 7.5, 64, 60, 48, dice.Chance(50), dice.Chance(50),
            notes, dice.Pick(["{0}", "- {0} -"]), true, false, true, true, [15, 12.5, 11.5, 10.5, 10], [4, 14, 24]);
        var org = grammar.Say("org");
        writer.Add(new TitleBlock($"이슈브리프 제{dice.Between(3, 98)}호", grammar.Say("title"), "핵심 쟁점과 정책 제언", $"{org} {grammar.Say("person")} 연구위원", false));
        writer.Add(new BoxEdge(true));
        writer.Heading(1, null, "", "요약");
        for (var i = 0; i < 3; i++)
        {
            writer.Item(dot, 1, dice.Chance(30) ? "headed" : "item");
        }

        writer.Add(new BoxEdge(false));
        writer.Add(new Columns(2));
        var chapters = small ? 2 : dice.Between(3, 4);
        for (var chapter = 1; chapter <= chapters; chapter++)
        {
            var number = decimals ? $"{chapter}" : "ⅠⅡⅢⅣ"[chapter - 1].ToString();
            writer.Heading(1, number, number + ".", grammar.Say("chapter"));
            writer.Prose(dice.Between(2, 3), dice.Between(0, 2));
            for (var section = 1; section <= (small ? 1 : 2); section++)
            {
                Section(writer, decimals ? chapter + "." : "", section, stars, square, dot);
            }

            if (chapter == (small ? 1 : 2))
            {
                writer.Add(tables.Years("표 1", dice.Chance(50)));
            }
            else if (chapter == (small ? 2 : 3))
            {
                writer.Add(new Columns(1));
                writer.Add(dice.Chance(50) ? tables.Merged("표 2") : tables.Tasks("표 2", dice.Between(3, 5), false));
                writer.Add(new Columns(2));
            }
        }

        writer.Finish("미주");
        return new KnownReport(Name, name, $"{org} 이슈브리프", style, writer.Parts);
    }

    private static void Section(ReportWriter writer, string above, int section, bool stars, string square, string dot)
    {
        var dice = writer.Dice;
        var number = $"{above}{section}";
        writer.Heading(2, number, above.Length > 0 ? number : number + ".", writer.Grammar.Say(dice.Chance(15) ? "longSection" : "section"));
        if (dice.Chance(60))
        {
            writer.Prose(dice.Between(1, 3), dice.Between(0, 1));
        }

        for (var i = 0; i < 2; i++)
        {
            var letter = above.Length > 0 ? $"{number}.{i + 1}" : "가나"[i].ToString();
            writer.Heading(3, letter, above.Length > 0 ? letter : letter + ".", writer.Grammar.Say("topicTitle"));
            var squares = dice.Between(1, 2);
            for (var j = 0; j < squares; j++)
            {
                writer.Heading(4, square, square, writer.Grammar.Say("topicTitle"));
                Bullets(writer, stars, dot);
            }
        }
    }

    private static void Bullets(ReportWriter writer, bool stars, string dot)
    {
        var dice = writer.Dice;
        var items = dice.Between(2, 3);
        for (var i = 0; i < items; i++)
        {
            if (stars && dice.Chance(20))
            {
                writer.StarredItem(dot, 1, "item");
            }
            else
            {
                writer.Item(dot, 1, dice.Chance(35) ? "headed" : "item", dice.Chance(15) ? 1 : 0);
            }

            var dashes = dice.Chance(50) ? dice.Between(1, 2) : 0;
            for (var j = 0; j < dashes; j++)
            {
                writer.Item("-", 2, "dash");
                if (!stars && dice.Chance(35))
                {
                    writer.Item("*", 3, "starBullet");
                }
            }
        }
    }
}
