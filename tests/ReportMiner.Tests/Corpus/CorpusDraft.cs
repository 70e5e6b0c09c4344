using System.Collections.Immutable;
using ReportMiner.Corpus;
using ReportMiner.Documents;
using ReportMiner.Resolve;
using ReportMiner.Resources;
using ReportMiner.Tests.Emit;
using ReportMiner.Tests.House;

namespace ReportMiner.Tests.Corpus;

/// <summary>A report of one statement a line, for the tests of what is joined over reports.</summary>
internal sealed class CorpusDraft(string name, string? published = null, params string[] publishers)
{
    private static readonly ResourceDirectory Models = ResourceDirectory.Open(Repository.PathOf("models"));

    private readonly List<Block> _blocks = [];
    private readonly List<Mention> _mentions = [];
    private readonly List<Entity> _entities = [];
    private readonly List<DateItem> _dates = [];
    private readonly List<Amount> _amounts = [];
    private readonly List<Fact> _facts = [];
    private readonly List<Recommendation> _recommendations = [];
    private string _text = "";

    public string Name => name;

    public Report Report => TestReport.Empty with
    {
        Source = TestReport.Empty.Source with { FileName = name, Sha256 = name },
        Metadata = TestReport.Empty.Metadata with { Title = "보고서 " + name, Published = published, Publishers = [.. publishers] },
        Text = _text,
        Blocks = [.. _blocks],
        Mentions = [.. _mentions],
        Entities = [.. _entities],
        Dates = [.. _dates],
        Amounts = [.. _amounts],
        Facts = [.. _facts],
        Recommendations = [.. _recommendations],
    };

    /// <summary>The corpus of some reports; the stream stays open as long as the test runs.</summary>
    public static ReportCorpus Join(params CorpusDraft[] drafts)
    {
        var builder = new CorpusBuilder(Models, new MemoryStream());
        foreach (var draft in drafts)
        {
            builder.Add(builder.Digest(draft.Name, draft.Report, draft.Name + ".review.html", reviewed: false));
        }

        return builder.Build();
    }

    /// <summary>A line in which an entity stands under all its forms, the canonical first.</summary>
    public CorpusDraft Named(EntityType type, params string[] forms)
    {
        var (start, _) = Line(string.Join(' ', forms));
        var entity = $"e{_entities.Count + 1}";
        var ids = new List<string>();
        foreach (var form in forms)
        {
            ids.Add(Mention(type, form, start, entity));
            start += form.Length + 1;
        }

        _entities.Add(new Entity { Id = entity, Type = type, Subtype = null, Name = forms[0], Aliases = [.. forms[1..]], Mentions = [.. ids] });
        return this;
    }

    /// <summary>A line that states a fact with an amount of a unit at a date.</summary>
    public CorpusDraft Fact(string type, string thing, string amount, string unit, string? edtf, string? measure = null, string? actor = null, string? source = null, AmountModifier? modifier = null, double confidence = 0.9, bool sameLine = false)
    {
        var words = $"{actor} {edtf} {thing} {measure} {amount}{unit} {source}";
        var (start, end) = sameLine ? (_blocks[^1].Start, _blocks[^1].End) : Line(words);
        var arguments = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<FactArgument>>(StringComparer.Ordinal);
        void Role(string role, string? text, string? reference)
        {
            if (text is not null)
            {
                arguments.Add(role, [new FactArgument(text, reference)]);
            }
        }

        Role("object", thing, null);
        Role("measure", measure, null);
        Role("source", source, null);
        Role("actor", actor, actor is null ? null : Mention(EntityType.Org, actor, start, null));
        Role("amount", amount + unit, $"a{_amounts.Count + 1}");
        _amounts.Add(new Amount { Id = $"a{_amounts.Count + 1}", Text = amount + unit, Low = amount, High = amount, Unit = unit, Kind = unit.Length == 3 ? AmountKind.Money : AmountKind.Count, Modifier = modifier, Vague = false, Start = start, End = end, Confidence = 0.9, Source = "rule:test" });
        if (edtf is not null)
        {
            Role("date", edtf, Date(edtf, start, end));
        }

        _facts.Add(new Fact { Id = $"x{_facts.Count + 1}", Type = type, Arguments = arguments.ToImmutable(), Start = start, End = end, Page = 3, Confidence = confidence, Source = "model:facts" });
        return this;
    }

    /// <summary>A line that recommends; its actors are named in it.</summary>
    public CorpusDraft Advice(string text, string category, params string[] actors)
    {
        var (start, end) = Line(text);
        _recommendations.Add(new Recommendation { Id = $"r{_recommendations.Count + 1}", Text = text, Kind = RecommendationKind.Plan, Category = category, Actors = [.. actors.Select(a => Mention(EntityType.Org, a, start, null))], Period = null, Status = null, Amounts = [], Section = null, Start = start, End = end, Confidence = 0.9, Source = "rule:test" });
        return this;
    }

    /// <summary>A line with a date that is in no fact.</summary>
    public CorpusDraft Dated(string text, string? edtf)
    {
        var (start, end) = Line(text);
        Date(edtf, start, end);
        return this;
    }

    private (int Start, int End) Line(string text)
    {
        var start = _text.Length;
        _text += text + "\n";
        _blocks.Add(new Block { Id = $"b{_blocks.Count + 1}", Kind = BlockKind.Paragraph, Start = start, End = start + text.Length });
        return (start, start + text.Length);
    }

    private string Mention(EntityType type, string text, int start, string? entity)
    {
        _mentions.Add(new Mention { Id = $"m{_mentions.Count + 1}", Type = type, Text = text, Entity = entity, Start = start, End = start + text.Length, Confidence = 0.9, Source = "rule:test" });
        return _mentions[^1].Id;
    }

    private string Date(string? edtf, int start, int end)
    {
        var period = edtf is null ? null : EdtfPeriod.Parse(edtf);
        _dates.Add(new DateItem { Id = $"d{_dates.Count + 1}", Text = edtf ?? "요즈음", Edtf = edtf, From = period?.From, Until = period?.Until, Kind = period?.Kind ?? DateKind.Point, Start = start, End = end, Confidence = 0.9, Source = "rule:test" });
        return _dates[^1].Id;
    }
}
