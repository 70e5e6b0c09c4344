using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>A report as the finder of facts sees it: what facts may hang on, and what may fill their roles. Thread-safe.</summary>
internal sealed class FactReading(FactRules rules, SegmentedReport report, Metadata metadata, Tags tags)
{
    /// <summary>So many sources round a statement are looked at.</summary>
    private const int MostSources = 9;
    private const int MostPhrases = 100;

    /// <summary>What parts one figure's words from the next one's.</summary>
    private static readonly SearchValues<char> Parting = SearchValues.Create(",;)/·→>~");

    private readonly ConcurrentDictionary<(int Start, int End), List<FactWord>> _words = [];
    private readonly ConcurrentDictionary<int, ImmutableArray<(FactCue Cue, int Start, int End)>> _cues = [];
    private readonly ConcurrentDictionary<FactSource, List<int>> _clauses = [];

    public FactRules Rules => rules;

    public SegmentedReport Report => report;

    public Metadata Metadata => metadata;

    public Tags Tags => tags;

    public string Text => report.Text;

    /// <summary>The figures and verbs, in reading order.</summary>
    public IEnumerable<FactAnchor> Anchors()
    {
        foreach (var statement in FactStatement.Of(report))
        {
            foreach (var (amount, label) in Labelled(statement))
            {
                yield return new FactAnchor(statement, amount.Start, amount.End, amount, null, null, null) { Label = label };
            }

            var bodies = 0;
            foreach (var name in TextSpans.Within(tags.Mentions, statement.Start, statement.End))
            {
                bodies += name.Type is EntityType.Org or EntityType.Loc ? 1 : 0;
                if (name.Type is EntityType.Product or EntityType.Work or EntityType.Law or EntityType.Policy)
                {
                    yield return new FactAnchor(statement, name.Start, name.End, null, name, null, FactTypes.Release);
                }
            }

            if (bodies >= 2 && statement.Block.Kind is not BlockKind.Table)
            {
                yield return new FactAnchor(statement, statement.End, statement.End, null, null, null, FactTypes.Partnership);
            }

            foreach (var (cue, start, end) in Cues(statement))
            {
                foreach (var type in cue.Types.Where(t => FactTypes.OfVerbs.Contains(t)))
                {
                    yield return new FactAnchor(statement, start, end, null, null, cue, type);
                }
            }
        }
    }

    /// <summary>The figures of a statement and what tells each from the others.</summary>
    private IEnumerable<(Amount Amount, FactLabel Label)> Labelled(FactStatement statement)
    {
        var amounts = TextSpans.Within(tags.Amounts, statement.Start, statement.End).ToList();
        List<FactWord> telling = amounts.Count == 0 ? [] : [.. Words(statement.Sources[0]).Where(w => !IsLead(w))];
        var (end, label) = (statement.Start, default(FactLabel));
        for (var i = 0; i < amounts.Count; i++)
        {
            var start = end;
            if (i > 0)
            {
                // What follows a figure up to a comma or bracket still speaks of it: 81,499명 증가), 석사 10,509명.
                var comma = report.Text.AsSpan(end, Math.Max(0, amounts[i].Start - end)).IndexOfAny(Parting);
                start = comma < 0 ? end : end + comma + 1;
            }

            var words = 0;
            for (var w = TextSpans.First(telling.Count, w => telling[w].Start >= start); w < telling.Count && telling[w].End <= amounts[i].Start; w++)
            {
                words++;
            }

            label = i == 0 || words > 0
                ? new FactLabel(start, amounts[i].Start, words, 0, i == 0, amounts.Count)
                : label with { Back = label.Back + 1 };
            yield return (amounts[i], label);
            end = amounts[i].End;
        }

        bool IsLead(FactWord word) => TextSpans.Touch(tags.Dates, word.Start, word.End) || rules.IsFigureLead(report.Text.AsSpan(word.Start, word.End - word.Start));
    }

    /// <summary>The cues of a statement; what a name or a title says is none.</summary>
    public ImmutableArray<(FactCue Cue, int Start, int End)> Cues(FactStatement statement)
    {
        return _cues.GetOrAdd(statement.Start, _ =>
        {
            var text = report.Text[statement.Start..statement.End];
            return [.. rules.Cues.SelectMany(c => c.Find(text).Select(m => (Cue: c, Start: statement.Start + m.Start, End: statement.Start + m.End))).Where(m => !TextSpans.Touch(tags.Mentions, m.Start, m.End)).OrderBy(m => m.Start)];
        });
    }

    /// <summary>The words of a source; two sources may begin at one place and end at different ones.</summary>
    public List<FactWord> Words(FactSource source) => _words.GetOrAdd((source.Start, source.End), _ => FactPhrases.Words(report.Text, source));

    /// <summary>Where the source's words end that end a clause, parted by spaces alone.</summary>
    public List<int> ClauseEnds(FactSource source) => _clauses.GetOrAdd(source, _ =>
    {
        var ends = new List<int>();
        for (var at = source.Start; at < source.End;)
        {
            var end = report.Text.IndexOf(' ', at, source.End - at);
            end = end < 0 ? source.End : end;
            if (rules.EndsClause(report.Text.AsSpan(at, end - at).TrimEnd(",.")))
            {
                ends.Add(end);
            }

            at = end + 1;
        }

        return ends;
    });

    /// <summary>Where what fills the anchor's roles is looked for.</summary>
    public static IEnumerable<FactSource> Sources(FactAnchor anchor) => anchor.Statement.Sources.Take(MostSources);

    /// <summary>Whether phrases of the next source too may fill the anchor's roles, after so many of those before it.</summary>
    public static bool TakesPhrases(FactAnchor anchor, int phrases) => anchor.Type is null && phrases < MostPhrases;

    /// <summary>What may fill the anchor's roles: names, dates, and where the roles take any, phrases.</summary>
    public IEnumerable<Filler> Fillers(FactAnchor anchor)
    {
        var phrases = 0;
        foreach (var source in Sources(anchor))
        {
            foreach (var filler in Fillers(source, TakesPhrases(anchor, phrases)))
            {
                phrases += filler.Phrase is null ? 0 : 1;
                yield return filler;
            }
        }
    }

    /// <summary>What of a source may fill roles.</summary>
    public IEnumerable<Filler> Fillers(FactSource source, bool phrases)
    {
        foreach (var mention in TextSpans.Within(tags.Mentions, source.Start, source.End))
        {
            yield return new Filler(source, mention.Start, mention.End, mention.Id, null, mention, null);
        }

        foreach (var date in TextSpans.Within(tags.Dates, source.Start, source.End))
        {
            yield return new Filler(source, date.Start, date.End, date.Id, null, null, date);
        }

        foreach (var phrase in phrases ? FactPhrases.Of(rules, report.Text, source, Words(source), tags) : [])
        {
            yield return new Filler(source, phrase.Start, phrase.End, null, phrase, null, null);
        }
    }
}
