using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Makes sections of the headings, and blocks of the drafts.</summary>
internal sealed partial class SectionBuilder(StructureRules rules)
{
    public (ImmutableArray<Section> Sections, ImmutableArray<Block> Blocks) Build(string text, List<Draft> drafts, ImmutableArray<Footnote> notes)
    {
        var references = notes.SelectMany(n => n.References).OrderBy(r => r.Start).ToList();
        var sections = new List<Section>();
        var blocks = ImmutableArray.CreateBuilder<Block>(drafts.Count);
        var open = new Stack<int>();
        foreach (var draft in drafts)
        {
            if (draft.Kind == BlockKind.Heading)
            {
                while (open.Count > 0 && sections[open.Peek()].Level >= draft.Level)
                {
                    open.Pop();
                }

                var named = draft.Family?.Heading == "titleWithMarker";
                var title = Title(text, named ? draft.Start : draft.ContentStart, draft.End, references);
                sections.Add(new Section
                {
                    Id = "s" + (sections.Count + 1),
                    Parent = open.Count > 0 ? sections[open.Peek()].Id : null,
                    Level = draft.Level,
                    Number = named ? null : draft.Marker,
                    Title = title,
                    Role = SectionRole.Other,
                    Start = draft.Start,
                    End = draft.End,
                });
                open.Push(sections.Count - 1);
            }

            foreach (var i in open)
            {
                sections[i] = sections[i] with { End = draft.End };
            }

            blocks.Add(new Block
            {
                Id = "b" + (blocks.Count + 1),
                Kind = draft.Kind,
                Level = draft.Level,
                Marker = draft.Marker,
                Head = draft.Kind == BlockKind.ListItem ? HeadOf(text[draft.ContentStart..draft.End]) : null,
                Section = open.Count > 0 ? sections[open.Peek()].Id : null,
                Start = draft.Start,
                End = draft.End,
                ContentStart = draft.ContentStart,
            });
        }

        return (new SectionRoles(rules.Roles).Assign(text, [.. sections], blocks), blocks.ToImmutable());
    }

    private string? HeadOf(string content) =>
        rules.ListHead.Match(content) is { Success: true } match && match.Groups["head"].Value.Trim() is { Length: > 0 } head && !rules.NoListHead.IsMatch(head) ? head : null;

    private static string Title(string text, int start, int end, List<TextSpan> references)
    {
        var title = new StringBuilder();
        var at = start;
        foreach (var reference in references.Where(r => r.Start >= start && r.End <= end))
        {
            if (reference.Start < at)
            {
                // Two notes answer to one number.
                continue;
            }

            title.Append(text, at, reference.Start - at);
            at = reference.End;
        }

        title.Append(text, at, end - at);
        return Tags().Replace(title.ToString(), "").Trim('【', '】', ' ');
    }

    [GeneratedRegex(@"\s*(?:(?<=\s)신규|[\[<(【](?:신규|강화)[\]>)】])\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
