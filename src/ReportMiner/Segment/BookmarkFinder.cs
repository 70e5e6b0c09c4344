using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Finds the lines that a file's bookmarks name: what says a bookmark's title on its page is a heading.</summary>
internal sealed class BookmarkFinder(StructureRules rules, SourceDocument source)
{
    /// <summary>A title takes so many lines.</summary>
    private const int MostLines = 3;

    private const int FewestLetters = 2;

    /// <summary>So many pages, each with its own bookmark, are no chance.</summary>
    private const int FewestPages = 3;

    private readonly List<string> _unmet = [];

    /// <summary>The titles that no line of their page says, once the lines are marked.</summary>
    public IReadOnlyList<string> Unmet => _unmet;

    /// <summary>Sets role and bookmark of the lines that bookmarks name.</summary>
    public void Mark(List<Line> lines)
    {
        var pages = lines.GroupBy(l => l.Source.Page).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var bookmark in IsListOfPages() ? [] : source.Bookmarks.Where(b => b.Page is not null && IsTitle(b.Title)))
        {
            var met = Met(bookmark.Title, pages.GetValueOrDefault(bookmark.Page!.Value, []));
            if (met.Count == 0)
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

    /// <summary>The lines, and runs of lines, that say a title.</summary>
    private static List<List<Line>> Met(string title, List<Line> page)
    {
        var key = ContentsFinder.Key(title);
        var met = new List<List<Line>>();
        for (var i = 0; i < page.Count; i++)
        {
            var said = "";
            for (var count = 1; count <= MostLines && i + count <= page.Count && said.Length < key.Length; count++)
            {
                var line = page[i + count - 1];
                said += ContentsFinder.Key(line.Role == LineRole.Toc ? ContentsFinder.TitleOf(line.Text) : line.Text);
                // The bookmark may lack the number that the line shows.
                if (said == key || said.AsSpan(Math.Min(said.Length, ContentsFinder.Key(page[i].Text[..page[i].ContentStart]).Length)).SequenceEqual(key))
                {
                    met.Add(page.GetRange(i, count));
                    break;
                }
            }
        }

        return met;
    }
}
