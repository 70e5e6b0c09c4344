using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Finds the lines that a file's bookmarks name: what says a bookmark's title on its page is a heading.</summary>
internal sealed class BookmarkFinder(StructureRules rules, SourceDocument source, IReadOnlyCollection<Removal> removed)
{
    /// <summary>A title takes so many lines.</summary>
    private const int MostLines = 3;

    private const int FewestLetters = 2;

    /// <summary>So many pages, each with its own bookmark, are no chance.</summary>
    private const int FewestPages = 3;

    private readonly List<string> _unmet = [];

    /// <summary>The titles that no line of their page says, nor a running head taken out of it, once the lines are marked.</summary>
    public IReadOnlyList<string> Unmet => _unmet;

    /// <summary>Sets role and bookmark of the lines that bookmarks name.</summary>
    public void Mark(List<Line> lines)
    {
        var pages = lines.GroupBy(l => l.Source.Page).ToDictionary(g => g.Key, g => g.Select(Said.By).ToList());
        foreach (var bookmark in IsListOfPages() ? [] : source.Bookmarks.Where(b => b.Page is not null && IsTitle(b.Title)))
        {
            var met = Met(bookmark.Title, pages.GetValueOrDefault(bookmark.Page!.Value, []));
            if (met.Count == 0 && !removed.Any(r => r.Page == bookmark.Page && ContentsFinder.Key(r.Text) == ContentsFinder.Key(bookmark.Title)))
            {
                _unmet.Add(bookmark.Title);
            }

            // What stands in contents, captions, notes and tables stays there.
            var named = met.Where(m => m.TrueForAll(l => l.Role is LineRole.Plain or LineRole.Marked or LineRole.Heading && l.Bookmark is null)).ToList();
            foreach (var line in named.Find(m => m[0].Role == LineRole.Heading) ?? named.FirstOrDefault() ?? [])
            {
                line.Role = LineRole.Heading;
                line.Bookmark = bookmark;
            }
        }
    }

    /// <summary>An outline that only counts the pages: slides, scans put together.</summary>
    private bool IsListOfPages() =>
        source.Bookmarks.Length >= FewestPages && source.Bookmarks.Length == source.Source.Pages && source.Bookmarks.Select(b => b.Page).SequenceEqual(Enumerable.Range(1, source.Bookmarks.Length).Select(p => (int?)p));

    /// <summary>Whether a bookmark says what a title says: no name of a file, of a slide or of a place in the file, no whole statement.</summary>
    private bool IsTitle(string title) =>
        title.Length <= HeadingJudge.TitleLength && title.Count(char.IsLetter) >= FewestLetters && !rules.EmptyBookmark.IsMatch(title) && !rules.ProseEnd.IsMatch(title);

    /// <summary>The lines, and runs of lines, that say a title; they may show a number that it lacks.</summary>
    private static List<List<Line>> Met(string title, List<Said> page)
    {
        var key = ContentsFinder.Key(title);
        var met = new List<List<Line>>();
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Key.Length > 0 && Math.Max(Count(page, i, 0, key), Count(page, i, page[i].Marker, key)) is > 0 and var count)
            {
                met.Add([.. page.GetRange(i, count).Select(s => s.Line)]);
            }
        }

        return met;
    }

    /// <summary>How many lines from one on say a key, so many characters of the first left aside; 0 if they do not.</summary>
    private static int Count(List<Said> page, int from, int skip, string key)
    {
        var at = 0;
        for (var i = from; i < Math.Min(page.Count, from + MostLines); i++)
        {
            var said = page[i].Key.AsSpan(i == from ? skip : 0);
            if (!key.AsSpan(at).StartsWith(said, StringComparison.Ordinal))
            {
                return 0;
            }

            at += said.Length;
            if (at == key.Length)
            {
                return i - from + 1;
            }
        }

        return 0;
    }

    /// <summary>A line as it is compared.</summary>
    /// <param name="Marker">How many characters of the key are the line's marker.</param>
    private readonly record struct Said(Line Line, string Key, int Marker)
    {
        public static Said By(Line line) => line.Role == LineRole.Toc
            ? new Said(line, ContentsFinder.Key(ContentsFinder.TitleOf(line.Text)), 0)
            : new Said(line, ContentsFinder.Key(line.Text), ContentsFinder.Key(line.Text[..line.ContentStart]).Length);
    }
}
