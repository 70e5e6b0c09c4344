using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Link.Facts;
using ReportMiner.Resources;
using ReportMiner.Segment;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Learn;

/// <summary>What the models are trained on is as the annotation guide has it.</summary>
public sealed class TrainingDataTests
{
    private const int FewestSentences = 3000;

    private static readonly MarkedExcerpt[] Excerpts = [.. MarkedExcerpt.ReadFolder(Repository.PathOf("models/training")), .. MarkedExcerpt.ReadFolder(Repository.PathOf("models/training/facts"))];

    [Fact]
    public void There_are_as_many_marked_sentences_as_the_data_card_says()
    {
        var marked = Excerpts.Sum(e => e.Marked.Marks.Select(m => e.Marked.Text.AsSpan(0, m.Start).Count('\n')).Distinct().Count());
        Assert.True(marked >= FewestSentences, $"{marked} lines carry a mark");
        Assert.All(Enum.GetValues<EntityType>(), t => Assert.True(Excerpts.Sum(e => e.Marked.Marks.Count(m => Is(m, t))) >= 300, $"few {t}"));
    }

    [Fact]
    public void An_excerpt_for_the_facts_alone_teaches_them_and_no_names()
    {
        var models = ResourceDirectory.Open(Repository.PathOf("models"));
        var excerpt = Excerpts[^1];
        var (all, facts) = (Study(excerpt), Study(excerpt.Only(Lesson.Facts)));
        Assert.True(all.TeachesAll(Lesson.Names));
        Assert.True(facts.TeachesAll(Lesson.Facts));
        Assert.All(facts.Report.Text.Index().Where(c => char.IsLetterOrDigit(c.Item)), c => Assert.False(facts.Teaches(Lesson.Names, c.Index, c.Index + 1)));

        StudiedReport Study(MarkedExcerpt e) => new ExcerptStudy(models).Of(e, ExcerptStudy.Read(e), new Segmenter(models));
    }

    [Fact]
    public void Facts_have_the_roles_of_their_type_and_say_what_the_text_says()
    {
        static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var annotated = Excerpts.Where(e => e.Facts is not null).ToList();
        Assert.True(annotated.Sum(e => e.Facts!.Value.Length) >= 3500, "few facts");
        foreach (var excerpt in annotated)
        {
            var text = Fold(excerpt.Marked.Text);
            foreach (var fact in excerpt.Facts!.Value)
            {
                string[] roles = [FactTypes.Amount, FactTypes.Object, .. FactTypes.RolesOf(fact.Type)];
                Assert.All(fact.Arguments.Keys, r => Assert.Contains(r, roles));
                Assert.All(fact.Arguments.Keys.SelectMany(fact.Of), surface => Assert.Contains(Fold(surface), text, StringComparison.Ordinal));
                Assert.InRange(fact.Lines[0], 1, fact.Lines[^1]);
            }
        }
    }

    [Fact]
    public void Marks_have_known_types_and_clean_edges()
    {
        foreach (var excerpt in Excerpts)
        {
            foreach (var mark in excerpt.Marked.Marks)
            {
                var surface = excerpt.Marked.Text[mark.Start..mark.End];
                Assert.True(mark.Type is "DATE" or "AMOUNT" || Enum.TryParse<EntityType>(mark.Type, ignoreCase: true, out _), $"{excerpt.Name}: {mark.Type}");
                Assert.Equal(surface.Trim(), surface);
                Assert.NotEmpty(surface);
                Assert.Equal(mark.Type is "DATE" or "AMOUNT", mark.Value is not null);
            }
        }
    }

    [Fact]
    public void Recommendations_stand_in_their_lines_and_have_known_kinds_and_categories()
    {
        using var rules = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("models/rules/recommendations.json")), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var categories = rules.RootElement.GetProperty("categories").EnumerateArray().Select(c => c.GetProperty("name").GetString()!).Append("other").ToHashSet(StringComparer.Ordinal);
        foreach (var excerpt in Excerpts)
        {
            var lines = excerpt.Marked.Text.Split('\n');
            foreach (var recommendation in excerpt.Recommendations.GetValueOrDefault([]))
            {
                Assert.Contains(Fold(recommendation.Text), Fold(lines[recommendation.Lines[0] - 1]));
                Assert.Contains(recommendation.Kind, (string[])["plan", "proposal"]);
                Assert.Contains(recommendation.Category, categories);
            }
        }
    }

    [Fact]
    public void Headings_stand_in_their_lines() => Assert.All(Excerpts, e =>
    {
        var lines = e.Marked.Text.Split('\n');
        Assert.All(e.Structure is { } structure ? structure.Headings : [], h => Assert.Contains(Fold(h.Title), Fold(lines[h.Line - 1])));
    });

    private static bool Is(TextMark mark, EntityType type) => mark.Type == EvaluationRows.Of(type);

    private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
