using System.Collections.Immutable;

namespace ReportMiner.KnownStructure.Model;

/// <summary>A piece of a known report, in reading order; both renderers draw it and the truth is told from it.</summary>
internal abstract record Part;

/// <summary>A heading; <paramref name="Printed"/> is what stands before the title on the page, with its full stop.</summary>
internal sealed record Heading(int Level, string? Number, string Printed, Phrase Title, bool Boxed = false) : Part;

/// <summary>A bullet, an enumerated item or a ※ remark.</summary>
internal sealed record Item(string Marker, int Depth, string? Head, Phrase Text) : Part
{
    public bool Remark => Marker == "※";
}

/// <summary>A paragraph of running text.</summary>
internal sealed record Prose(Phrase Text) : Part;

/// <summary>A star note, printed right under the bullet that points to it.</summary>
internal sealed record StarNote(Note Note) : Part;

/// <summary>The list of endnotes.</summary>
internal sealed record Endnotes(ImmutableArray<Note> Notes) : Part;

/// <summary>A figure: a bar chart without words.</summary>
internal sealed record Figure(string Label, string Caption, ImmutableArray<int> Bars, string? Source) : Part;

/// <summary>The cover or the head of the first page.</summary>
internal sealed record TitleBlock(string Series, string Title, string? Subtitle, string Byline, bool OwnPage) : Part;

/// <summary>The contents page.</summary>
internal sealed record Contents(ImmutableArray<ContentsEntry> Entries) : Part;

/// <summary>A line of the contents page; <paramref name="Heading"/> counts the report's headings from 0, its page is the renderer's to find.</summary>
internal sealed record ContentsEntry(int Level, string Text, int Heading)
{
    /// <summary>A page for renderers that lay out none.</summary>
    public int LikelyPage => 3 + (Heading / 4);
}

/// <summary>What comes next is set in this many columns, on the same page if there is room and none is asked for.</summary>
internal sealed record Columns(int Count, bool NewPage = false) : Part;

/// <summary>A frame drawn around the parts between this and the matching end.</summary>
internal sealed record BoxEdge(bool Opens) : Part;
