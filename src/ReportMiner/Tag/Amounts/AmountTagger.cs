using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Amounts;

/// <summary>Finds amounts: numerals with a unit of their own, and bare numbers under a stated unit.</summary>
internal sealed class AmountTagger
{
    private const int HeadLines = 2;
    private const int LongestHeadLine = 80;

    private readonly UnitHeadReader _heads;
    private readonly AmountScanner _scanner;
    private readonly BareNumberScanner _bare;

    public AmountTagger(ResourceDirectory resources)
        : this(AmountRules.Load(resources), AmountRules.LoadUnits(resources))
    {
    }

    internal AmountTagger(AmountRules rules, ImmutableArray<UnitRule> units)
    {
        var lexicon = new UnitLexicon(units, rules.Particles);
        _heads = new UnitHeadReader(lexicon, rules.UnitHead, rules.RateHead, rules.ColumnHeads);
        _scanner = new AmountScanner(rules, lexicon);
        _bare = new BareNumberScanner(rules, _heads);
    }

    /// <summary>Finds amounts outside the dates.</summary>
    public ImmutableArray<AmountExpression> Tag(SegmentedReport report, ImmutableArray<DateItem> dates)
    {
        var found = ImmutableArray.CreateBuilder<AmountExpression>();
        var taken = new TakenSpans(dates);
        TableUnits? units = null;
        Table? current = null;
        var above = new Queue<string>();
        var series = new FigureSeries(_heads);
        foreach (var segment in report.Segments())
        {
            if (segment.Table is { Rows.IsEmpty: false } table && !ReferenceEquals(table, current))
            {
                current = table;
                units = new TableUnits(table, string.Join('\n', above.Reverse()), _heads);
            }

            var first = found.Count;
            _scanner.Scan(report.Text, segment, taken, found);
            if (series.Next(report.Text, segment) is { } figure)
            {
                _bare.ScanCell(report.Text, segment, figure, taken, found, first);
            }
            else if (segment.Table is not null)
            {
                if (units?.Of(segment.Row, segment.Column) is { } unit)
                {
                    _bare.ScanCell(report.Text, segment, unit, taken, found, first);
                }
            }
            else
            {
                _bare.ScanList(report.Text, segment, taken, found, first);
            }

            Remember(report.Text, segment, above);
        }

        return found.ToImmutable();
    }

    /// <summary>Keeps the last short lines since the last table: its unit stands there, before or after its caption.</summary>
    private static void Remember(string text, in TextSegment segment, Queue<string> above)
    {
        if (segment.Table is not null || segment.End - segment.Start > LongestHeadLine)
        {
            above.Clear();
            return;
        }

        above.Enqueue(text[segment.Start..segment.End]);
        if (above.Count > HeadLines)
        {
            above.Dequeue();
        }
    }
}
