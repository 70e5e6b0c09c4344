using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Links star notes to the stars of the text before them. Star lines that no star points to stay list items.</summary>
internal sealed class StarLinker(NoteRules rules, string text, List<Draft> drafts)
{
    private const int Reach = 25;

    public List<Footnote> Link()
    {
        var notes = new List<Footnote>();
        var open = new List<(int Draft, TextSpan Span, string Marker)>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Role == LineRole.Star)
            {
                var nearest = open.FindLastIndex(o => o.Marker == draft.Marker && (i - o.Draft <= Reach || SamePage(drafts[o.Draft], draft)));
                if (nearest >= 0)
                {
                    var holder = open[nearest].Draft;
                    var references = open.Where(o => o.Draft == holder && o.Marker == draft.Marker).Select(o => o.Span).ToList();
                    open.RemoveAll(o => o.Draft == holder && o.Marker == draft.Marker);
                    draft.Kind = BlockKind.Footnote;
                    draft.Level = 0;
                    notes.Add(NoteLinker.Make(text, draft, references, "rule:note-star"));
                }
            }

            if (draft.Role is LineRole.Note or LineRole.Toc)
            {
                continue;
            }

            var from = draft.Role == LineRole.Star ? draft.ContentStart : draft.Start;
            foreach (Match star in rules.StarMark.Matches(text[from..draft.End]))
            {
                open.Add((i, new TextSpan(from + star.Index, from + star.Index + star.Length), star.Value));
            }
        }

        return notes;
    }

    private static bool SamePage(Draft holder, Draft note) => note.First.Source.Page > 0 && holder.Last.Source.Page == note.First.Source.Page;
}
