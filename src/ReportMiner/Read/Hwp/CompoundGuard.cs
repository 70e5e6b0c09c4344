using System.Buffers.Binary;

namespace ReportMiner.Read.Hwp;

/// <summary>
/// Looks at a compound file's raw tables (MS-CFB) before anything follows them: sectors lie in the file, no two chains
/// share one, none runs in a circle, and the tree of the directory is a tree and not deep. What reads the file can then
/// neither hang nor run out of memory or stack.
/// </summary>
internal sealed class CompoundGuard
{
    private const uint LastSector = 0xFFFFFFFA;
    private const uint NoEntry = 0xFFFFFFFF;
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int SmallShift = 6;
    private const int SmallStream = 4096;

    /// <summary>Sectors of the allocation table the header itself lists.</summary>
    private const int Listed = 109;

    /// <summary>Storages stand in storages; those of Hangul no deeper than this.</summary>
    private const int MostStorages = 16;

    private readonly byte[] _file;
    private readonly ReadBudget _budget;
    private readonly int _shift;
    private readonly bool[] _claimed;
    private readonly uint[] _table;

    private CompoundGuard(byte[] file, ReadBudget budget)
    {
        _file = file;
        _budget = budget;
        Demand(file.Length >= HeaderLength && Word(28) == 0xFFFE && Word(30) is 9 or 12 && Word(32) == SmallShift && Number(56) == SmallStream);
        _shift = Word(30);
        _claimed = new bool[Math.Max(0, (file.Length - 1) >> _shift)];
        _table = Table();
    }

    private int PerSector => 1 << (_shift - 2);

    /// <exception cref="UnreadableException">The tables lie.</exception>
    public static void Check(byte[] file, ReadBudget budget)
    {
        var guard = new CompoundGuard(file, budget);
        guard.Directory();
    }

    /// <summary>The allocation table: which sector follows each.</summary>
    private uint[] Table()
    {
        var count = Number(44);
        Demand(count > 0 && count <= ((uint)_claimed.Length / PerSector) + Listed);
        var sectors = new List<uint>();
        for (var i = 0; i < Math.Min(count, Listed); i++)
        {
            sectors.Add(Number(76 + (4 * i)));
        }

        var more = Number(68);
        for (var left = Number(72); sectors.Count < count; left--)
        {
            Demand(left > 0);
            var at = Claim(more);
            for (var i = 0; i < PerSector - 1 && sectors.Count < count; i++)
            {
                sectors.Add(Number(at + (4 * i)));
            }

            more = Number(at + (4 * (PerSector - 1)));
        }

        return Numbers([.. sectors.Select(Claim)]);
    }

    private void Directory()
    {
        var sectors = Chain(Number(48)).ToList();
        var entries = sectors.SelectMany(s => Enumerable.Range(0, (1 << _shift) / EntryLength).Select(i => s + (i * EntryLength))).Where(e => e + EntryLength <= _file.Length).ToList();
        Demand(entries.Count > 0);
        _budget.Add(entries.Count);
        var rootLength = Number(entries[0] + 120);
        var smallTable = Numbers([.. Chain(Number(60))]);
        Demand(rootLength == 0 || (long)Chain(Number(entries[0] + 116)).Count() << _shift >= rootLength);

        var seen = new bool[entries.Count];
        var small = new bool[Math.Min(smallTable.Length, (rootLength + (1 << SmallShift) - 1) >> SmallShift)];
        var open = new Stack<(uint Entry, int Depth)>([(0, 0)]);
        while (open.TryPop(out var place))
        {
            Demand(place.Entry < seen.Length && !seen[place.Entry] && place.Depth <= MostStorages);
            seen[place.Entry] = true;
            var at = entries[(int)place.Entry];
            if (_file[at + 66] == 2)
            {
                Stream(Number(at + 116), Number(at + 120), smallTable, small);
            }

            var links = new[] { (Number(at + 68), place.Depth), (Number(at + 72), place.Depth), (Number(at + 76), place.Depth + 1) };
            foreach (var link in links.Where(l => l.Item1 != NoEntry))
            {
                open.Push(link);
            }
        }
    }

    private void Stream(uint start, uint length, uint[] smallTable, bool[] small)
    {
        _budget.Pass();
        if (length >= SmallStream)
        {
            Demand((long)Chain(start).Count() << _shift >= length);
            return;
        }

        for (var sector = start; length > 0; sector = smallTable[sector])
        {
            Demand(sector < small.Length && !small[sector]);
            small[sector] = true;
            length -= Math.Min(length, 1 << SmallShift);
        }
    }

    /// <summary>The sectors of a chain, by where they begin in the file.</summary>
    private IEnumerable<int> Chain(uint start)
    {
        for (var sector = start; sector < LastSector; sector = _table[sector])
        {
            yield return Claim(sector);
            Demand(sector < _table.Length);
        }
    }

    private int Claim(uint sector)
    {
        Demand(sector < _claimed.Length && !_claimed[sector]);
        _claimed[sector] = true;
        return (int)(sector + 1) << _shift;
    }

    private uint[] Numbers(IReadOnlyList<int> sectors)
    {
        var numbers = new uint[sectors.Count * PerSector];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(sectors[i / PerSector] + (4 * (i % PerSector)));
        }

        return numbers;
    }

    private ushort Word(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(at, sizeof(ushort)));

    private uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(at, sizeof(uint)));

    private ReadOnlySpan<byte> Bytes(int at, int count)
    {
        Demand(at + count <= _file.Length);
        return _file.AsSpan(at, count);
    }

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }
    }
}
