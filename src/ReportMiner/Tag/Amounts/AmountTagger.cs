using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Amounts;

/// <summary>Finds amounts: numerals with a unit of their own, and bare numbers under a stated unit.</summary>
internal sealed class AmountTagger
{
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
        _heads = new UnitHeadReader(lexicon, rules.UnitHead, rules.ColumnHeads);
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
        TextSegment? previous = null;
        foreach (var segment in report.Segments())
        {
            if (segment.Table is { Rows.IsEmpty: false } table && !ReferenceEquals(table, current))
            {
                current = table;
                units = new TableUnits(table, previous is { Table: null } p ? report.Text[p.Start..p.End] : null, _heads);
            }

            var first = found.Count;
            _scanner.Scan(report.Text, segment, taken, found);
            if (segment.Table is not null)
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

            previous = segment;
        }

        return found.ToImmutable();
    }
}

/// <summary>The stretches the dates hold, asked in ascending order.</summary>
internal sealed class TakenSpans(ImmutableArray<DateItem> dates)
{
    private readonly (int Start, int End)[] _spans = [.. dates.Select(d => (d.Start, d.End)).Order()];

    /// <summary>The end of the stretch that overlaps [start, end), or -1.</summary>
    public int Overlap(int start, int end)
    {
        var at = FirstAfter(start);
        return at < _spans.Length && _spans[at].Start < end ? _spans[at].End : -1;
    }

    /// <summary>The end of the last stretch that ends at or before an offset, or -1.</summary>
    public int EndBefore(int offset)
    {
        var at = FirstAfter(offset) - 1;
        return at >= 0 ? _spans[at].End : -1;
    }

    // Index of the first stretch that ends after the offset.
    private int FirstAfter(int offset)
    {
        int lo = 0, hi = _spans.Length;
        while (lo < hi)
        {
            var mid = (lo + hi) / 2;
            if (_spans[mid].End <= offset) { lo = mid + 1; } else { hi = mid; }
        }

        return lo;
    }
}
