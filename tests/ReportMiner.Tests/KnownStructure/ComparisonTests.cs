using System.Collections.Immutable;
using ReportMiner.KnownStructure;
using ReportMiner.KnownStructure.Check;
using ReportMiner.KnownStructure.Truth;
using Xunit;

namespace ReportMiner.Tests.KnownStructure;

/// <summary>The check itself: full marks for the truth, and every kind of mistake is seen.</summary>
public sealed class ComparisonTests
{
    private static readonly KnownTruth Truth = TruthTeller.Tell(GenerateCommand.Compose("B", 4), "x");

    private static readonly Prediction Right = new(
        9,
        [.. Truth.Headings.Select(h => new FoundSection(h.Level, h.Number, h.Title))],
        [
            .. Truth.Items.Select(i => new FoundBlock(i.Kind, i.Depth, i.Marker, i.Head, i.Marker + " " + i.Text)),
            .. Truth.Paragraphs.Select(p => new FoundBlock("paragraph", 0, null, null, p.Text)),
        ],
        [.. Truth.Footnotes.Select(n => new FoundNote(n.Marker, n.Text, [.. n.References.Select(r => "앞의 말 " + r + "3),")]))],
        [.. Truth.Tables.Select(t => new FoundTable(t.Label, t.Caption, t.Unit, t.SourceLine, t.HeaderRows, t.Rows, t.Spans))],
        [.. Truth.Figures.Select(f => new FoundFigure(f.Label, f.Caption))]);

    [Fact]
    public void The_truth_itself_gets_full_marks()
    {
        var comparison = Comparison.Of(Truth, Right);
        Assert.Empty(comparison.Misses);
        Assert.All(comparison.Scores, s => Assert.Equal(1, s.Value.Value));
    }

    [Fact]
    public void A_wrong_level_and_a_false_heading_are_seen()
    {
        var wrong = Right with { Sections = [Right.Sections[0] with { Level = 3 }, .. Right.Sections.Skip(1), new FoundSection(2, null, "없는 제목")] };
        Assert.Equal(new Score(Truth.Headings.Length, Truth.Headings.Length - 1, 2), Comparison.Of(Truth, wrong).Scores[Measure.Headings]);
    }

    [Fact]
    public void A_bullet_cut_in_two_is_one_miss_and_false_ones()
    {
        var (first, rest) = (Right.Blocks[0], Right.Blocks.Skip(1));
        var wrong = Right with { Blocks = [first with { Text = first.Text[..12] }, first with { Text = first.Text[12..], Marker = null }, .. rest] };
        Assert.Equal(new Score(Truth.Items.Length, Truth.Items.Length - 1, 2), Comparison.Of(Truth, wrong).Scores[Measure.Bullets]);
    }

    [Fact]
    public void A_space_lost_in_a_paragraph_counts_only_as_spacing()
    {
        var at = Truth.Items.Length;
        var block = Right.Blocks[at];
        var wrong = Right with { Blocks = Right.Blocks.SetItem(at, block with { Text = block.Text.Remove(block.Text.IndexOf(' '), 1) }) };
        var scores = Comparison.Of(Truth, wrong).Scores;
        Assert.Equal(1, scores[Measure.Paragraphs].Value);
        Assert.Equal(Truth.Paragraphs.Length - 1, scores[Measure.ParagraphSpacing].Right);
    }

    [Fact]
    public void A_reference_too_few_or_at_another_word_is_seen()
    {
        var note = Right.Footnotes[0];
        foreach (var before in new ImmutableArray<string>[] { [], [.. note.Before.Select(_ => "다른 말")] })
        {
            var scores = Comparison.Of(Truth, Right with { Footnotes = Right.Footnotes.SetItem(0, note with { Before = before }) }).Scores;
            Assert.Equal(1, scores[Measure.Footnotes].Value);
            Assert.Equal(Truth.Footnotes.Length - 1, scores[Measure.FootnoteReferences].Right);
        }
    }

    [Fact]
    public void Lost_spans_count_against_the_table_and_not_its_grid()
    {
        var at = Truth.Tables.ToList().FindIndex(t => t.Spans.Length > 0);
        var wrong = Right with { Tables = Right.Tables.SetItem(at, Right.Tables[at] with { Spans = [] }) };
        var scores = Comparison.Of(Truth, wrong).Scores;
        Assert.Equal(1, scores[Measure.TableGrids].Value);
        Assert.Equal(Truth.Tables.Length - 1, scores[Measure.Tables].Right);
    }

    [Fact]
    public void A_running_head_and_a_page_number_in_the_body_are_leaks()
    {
        var head = new FoundBlock("paragraph", 0, null, null, Truth.Furniture[0].Text);
        var wrong = Right with { Blocks = [head, .. Right.Blocks, new FoundBlock("paragraph", 0, null, null, "- 7 -"), new FoundBlock("paragraph", 0, null, null, "170")] };
        Assert.Equal(2, Comparison.Of(Truth, wrong).Scores[Measure.Leaks].Wrong);
    }
}
