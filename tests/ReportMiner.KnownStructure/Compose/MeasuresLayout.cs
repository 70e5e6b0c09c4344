using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>Layout A: measures of the government in note form, Ⅰ / 1. / 가. / □ or Ⅰ / 1. / 가. / (1) with □ ○ - statements.</summary>
internal sealed class MeasuresLayout : ILayout
{
    public string Name => "A";

    public KnownReport Compose(string name, Dice dice, bool small)
    {
        var grammar = new Grammar(dice);
        var writer = new ReportWriter(dice, grammar, NoteStyle.Bracket, NotePlace.Foot);
        var tables = new Tables(dice, grammar);
        var squareTitles = dice.Chance(60);
        var signs = new Signs(dice.Chance(70) ? "□" : dice.Pick(["■", "◇"]), dice.Chance(60) ? "○" : dice.Pick(["ㅇ", "◦", "●"]), dice.Chance(80) ? "-" : "–");
        var title = grammar.Say("title");
        var style = new PageStyle(
            "Noto Serif CJK KR", "Noto Sans CJK KR", dice.Pick([13, 14, 15]), dice.Pick([1.6, 1.7]), 9, 62, 56, 58, dice.Chance(50), dice.Chance(70),
            NoteStyle.Bracket, "- {0} -", dice.Chance(50), dice.Chance(50), dice.Chance(50), true, [17, 14.5, 13.5, 12.5, 12], squareTitles ? [8, 22, 36] : [0, 14, 28]);
        writer.Add(new TitleBlock(grammar.Say("next") + ". " + dice.Between(1, 12) + ".", title, null, "관계부처 합동", true));
        var contents = dice.Chance(60);
        if (contents)
        {
            writer.Add(new Contents([]));
        }

        var chapters = small ? 2 : 3;
        for (var chapter = 1; chapter <= chapters; chapter++)
        {
            var number = "ⅠⅡⅢⅣⅤ"[chapter - 1].ToString();
            writer.Heading(1, number, number + ".", grammar.Say("chapter"));
            for (var section = 1; section <= (small ? 1 : 2); section++)
            {
                writer.Heading(2, $"{section}", $"{section}.", grammar.Say(dice.Chance(15) ? "longSection" : "section"));
                Sections(writer, squareTitles, signs);
            }

            if (small || dice.Chance(80))
            {
                writer.Add((small ? chapter : dice.Between(1, 3)) switch
                {
                    1 => tables.Merged(""),
                    2 => tables.Years("", dice.Chance(60)),
                    _ => tables.Tasks("", dice.Between(3, 6), true),
                });
            }

            if (small ? chapter == 1 : dice.Chance(50))
            {
                Reference(writer, chapter, signs);
            }
        }

        return new KnownReport(Name, name, $"{grammar.Say("next")}년 관계부처 합동 대책", style, ContentsPage.Fill(writer.Parts, 2));
    }

    /// <summary>The signs this report uses.</summary>
    private sealed record Signs(string Square, string Circle, string Dash);

    private static void Sections(ReportWriter writer, bool squareTitles, Signs signs)
    {
        var dice = writer.Dice;
        var count = squareTitles ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            if (!squareTitles)
            {
                writer.Heading(3, "가나다라"[i].ToString(), "가나다라"[i] + ".", writer.Grammar.Say("topicTitle"));
                for (var j = 1; j <= 2; j++)
                {
                    if (i == 0)
                    {
                        writer.Heading(4, $"({j})", $"({j})", writer.Grammar.Say("topicTitle"));
                    }

                    writer.Item(signs.Square, 1, "statement", dice.Chance(20) ? 1 : 0);
                    Bullets(writer, 2, signs);
                }

                continue;
            }

            writer.Heading(3, "가나다라"[i].ToString(), "가나다라"[i] + ".", writer.Grammar.Say("topicTitle"));
            var squares = dice.Between(1, 2);
            for (var j = 0; j < squares; j++)
            {
                writer.Heading(4, signs.Square, signs.Square, writer.Grammar.Say("topicTitle"));
                Bullets(writer, 1, signs);
            }
        }
    }

    private static void Bullets(ReportWriter writer, int depth, Signs signs)
    {
        var dice = writer.Dice;
        var items = dice.Between(1, 3);
        for (var i = 0; i < items; i++)
        {
            var kind = dice.Chance(45) ? "headed" : "item";
            if (dice.Chance(20))
            {
                writer.StarredItem(signs.Circle, depth, kind, dice.Chance(25) ? 2 : 1);
            }
            else
            {
                writer.Item(signs.Circle, depth, kind, dice.Chance(12) ? 1 : 0);
            }

            var dashes = dice.Chance(55) ? dice.Between(1, 3) : 0;
            for (var j = 0; j < dashes; j++)
            {
                if (dice.Chance(15))
                {
                    writer.StarredItem(signs.Dash, depth + 1, "dash");
                }
                else
                {
                    writer.Item(signs.Dash, depth + 1, "dash");
                }
            }
        }

        if (dice.Chance(12))
        {
            writer.Item("※", depth, "remark");
        }
    }

    private static void Reference(ReportWriter writer, int number, Signs signs)
    {
        var dice = writer.Dice;
        writer.Add(new BoxEdge(true));
        writer.Add(new Heading(1, null, "", new Phrase($"참고 {number} {writer.Grammar.Say("boxTitle")}"), true));
        var items = dice.Between(2, 4);
        for (var i = 0; i < items; i++)
        {
            writer.Item(signs.Circle, 1, dice.Chance(50) ? "headed" : "item");
            if (dice.Chance(50))
            {
                writer.Item(signs.Dash, 2, "dash");
            }
        }

        writer.Add(new BoxEdge(false));
    }
}
