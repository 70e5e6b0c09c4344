using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ReportMiner.PdfPig;

/// <summary>PdfPig's own filters, with the limits looked at before each stream is unpacked.</summary>
internal sealed class GuardedFilters(ReadLimit limit) : IFilterProvider
{
    private readonly IFilterProvider _own = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Guard(_own.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Guard(_own.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Guard(_own.GetAllFilters());

    private List<IFilter> Guard(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new Guarded(f, limit))];

    private sealed class Guarded(IFilter own, ReadLimit limit) : IFilter
    {
        /// <summary>Deflate packs no more than this many bytes into one.</summary>
        private const long Densest = 1032;

        public bool IsSupported => own.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            limit.Check();
            if (own is FlateFilter && limit.Doubts(input.Length * Densest))
            {
                Measure(input);
            }

            return own.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>Unpacks without keeping anything: only a large stream can hide more than the limit.</summary>
        private void Measure(Memory<byte> input)
        {
            using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            long size = 0;
            try
            {
                while (stream.Read(buffer) is var read and > 0)
                {
                    limit.Take(size += read);
                }
            }
            catch (InvalidDataException)
            {
                // Damaged: the filter says so itself.
            }
        }
    }
}
