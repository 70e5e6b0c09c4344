using System.Collections.Immutable;
using ReportMiner.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace ReportMiner.PdfPig;

/// <summary>Reads the document's outline (ISO 32000-2, 12.3.3). PdfPig follows it wherever it leads, so that it is first seen to end.</summary>
internal static class Bookmarks
{
    private const int Deepest = 50;

    /// <returns>The entries in order; none of an outline that cannot be read, which a message then says.</returns>
    public static ImmutableArray<Bookmark> Read(PdfDocument document, ReadLimit limit, MessageLog messages)
    {
        try
        {
            if (!Ends(document.Structure, limit))
            {
                messages.Error("The outline leads back into itself.");
                return [];
            }

            return document.TryGetBookmarks(out var found, allowContainerNode: true) ? [.. found.GetNodes().Select(n => new Bookmark(n.Title, PageOf(n), n.Level + 1))] : [];
        }
        catch (Exception e) when (e is not (OperationCanceledException or LimitPassedException))
        {
            messages.Error($"Outline: {e.Message}");
            return [];
        }
    }

    private static int? PageOf(BookmarkNode node) => node is DocumentBookmarkNode { PageNumber: > 0 and var page } and not (ExternalBookmarkNode or EmbeddedBookmarkNode) ? page : null;

    /// <summary>Whether the outline names each entry once and is not too deep for a stack.</summary>
    private static bool Ends(Structure structure, ReadLimit limit)
    {
        DictionaryToken? Find(DictionaryToken node, NameToken name) =>
            !node.TryGet(name, out var token) ? null : (token is IndirectReferenceToken reference ? structure.GetObject(reference.Data).Data : token) as DictionaryToken;

        var seen = new HashSet<IndirectReference>();
        var open = new Stack<(DictionaryToken Node, int Depth)>();
        if (Find(structure.Catalog.CatalogDictionary, NameToken.Outlines) is { } root)
        {
            open.Push((root, 0));
        }

        while (open.TryPop(out var entry))
        {
            limit.Check();
            foreach (var (name, down) in new[] { (NameToken.First, 1), (NameToken.Next, 0) })
            {
                if (Find(entry.Node, name) is { } next)
                {
                    if (entry.Depth + down > Deepest || (entry.Node.Data[name.Data] is IndirectReferenceToken reference && !seen.Add(reference.Data)))
                    {
                        return false;
                    }

                    open.Push((next, entry.Depth + down));
                }
            }
        }

        return true;
    }
}
