using System.Xml;

namespace ReportMiner.Read.Flow;

/// <summary>
/// Reads an XML part through once before anyone builds on it. What passes is well formed, calls in nothing, is within
/// the budget's limits, and can be read again without care.
/// </summary>
internal static class XmlGuard
{
    /// <summary>An element takes at least this much memory once it is built, however short it is written.</summary>
    private const int ElementWeight = 128;

    /// <summary>A document type is looked at, not followed: the reader stops there.</summary>
    private static readonly XmlReaderSettings Looking = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1, CheckCharacters = false };

    /// <returns>How many bytes the part has.</returns>
    /// <exception cref="UnreadableException">The part is damaged, has a document type, or is beyond a limit.</exception>
    public static long Check(Stream part, ReadBudget budget)
    {
        try
        {
            using var counted = new CountedStream(part, budget);
            using var reader = XmlReader.Create(counted, Looking);
            while (reader.Read())
            {
                counted.EndRecord();
                switch (reader.NodeType)
                {
                    case XmlNodeType.DocumentType:
                        throw new UnreadableException(ReadFailures.ForeignXml);
                    case XmlNodeType.Element:
                        budget.Unpack(ElementWeight);
                        if (!reader.IsEmptyElement)
                        {
                            budget.Enter();
                        }

                        break;
                    case XmlNodeType.EndElement:
                        budget.Leave();
                        break;
                }
            }

            return counted.All;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }
    }

    /// <summary>Whether an exception of a zip or XML library says that the file is broken.</summary>
    public static bool IsDamage(Exception e) => e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException;

    /// <summary>Counts what is really unpacked: stated sizes may lie.</summary>
    private sealed class CountedStream(Stream part, ReadBudget budget) : Stream
    {
        private long _record;

        public long All { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <summary>A tag or a stretch of characters has ended.</summary>
        public void EndRecord() => _record = 0;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = part.Read(buffer);
            All += read;
            budget.Unpack(read);
            budget.Record(_record += read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                part.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
