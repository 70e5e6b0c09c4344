using System.CommandLine.Parsing;
using System.Globalization;

namespace ReportMiner.Cli.Batch;

/// <summary>One of several equal shares of the work, <c>1/4</c>. Which share a document falls to depends on its bytes alone, so that machines need not agree on anything.</summary>
/// <param name="Index">From 1 to <paramref name="Count"/>.</param>
internal sealed record Shard(int Index, int Count)
{
    private const int MostShards = 10_000;

    /// <summary>What its journal is called.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Index}-of-{Count}");

    public bool Has(BatchItem item)
    {
        var hash = DocumentKey.ContentHash(item.Path);
        return hash.Length == 0 ? Index == 1 : ulong.Parse(hash.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % (ulong)Count == (ulong)(Index - 1);
    }

    /// <summary>Reads the option.</summary>
    public static Shard? Parse(ArgumentResult argument)
    {
        if (argument.Tokens is [{ Value: var text }] && text.Split('/') is [var index, var count]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && i >= 1 && i <= n && n <= MostShards)
        {
            return new Shard(i, n);
        }

        argument.AddError("--shard: 1/4처럼 몇째/몇 몫으로 적습니다 / must be the share and their number, as in 1/4");
        return null;
    }
}
