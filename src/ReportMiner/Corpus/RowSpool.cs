using System.Text.Json;

namespace ReportMiner.Corpus;

/// <summary>Rows kept in a stream instead of in memory, read again by their numbers. Several spools may share a stream; none is thread-safe.</summary>
internal sealed class RowSpool<T>(Stream stream)
    where T : CorpusRow
{
    private readonly List<(long Offset, int Length)> _places = [];

    public int Count => _places.Count;

    public T this[int number]
    {
        get
        {
            var (offset, length) = _places[number];
            var bytes = new byte[length];
            stream.Seek(offset, SeekOrigin.Begin);
            stream.ReadExactly(bytes);
            return JsonSerializer.Deserialize<T>(bytes, CorpusJson.Options)!;
        }
    }

    /// <summary>Keeps a row.</summary>
    /// <returns>Its number.</returns>
    public int Add(T row)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(row, CorpusJson.Options);
        _places.Add((stream.Seek(0, SeekOrigin.End), bytes.Length));
        stream.Write(bytes);
        return _places.Count - 1;
    }

    /// <summary>The rows in the order they were added.</summary>
    public IEnumerable<T> All() => Enumerable.Range(0, Count).Select(n => this[n]);
}
