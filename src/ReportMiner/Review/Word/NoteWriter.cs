using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Documents;
using Footnote = ReportMiner.Documents.Footnote;
using WordNote = DocumentFormat.OpenXml.Wordprocessing.Footnote;

namespace ReportMiner.Review.Word;

/// <summary>Keeps the report's notes as footnotes of the document: the first statement that cites a note has it, later ones point to it.</summary>
internal sealed class NoteWriter(Report report)
{
    // Bookmarks of controls are numbered from 1.
    private const int FirstBookmark = 1_000_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly ILookup<int, Footnote> _byPlace = report.Footnotes.SelectMany(n => n.References.Select(r => (r.Start, Note: n))).ToLookup(n => n.Start, n => n.Note);
    private readonly int[] _places = [.. report.Footnotes.SelectMany(n => n.References).Select(r => r.Start).Distinct().Order()];

    /// <summary>A note of the document's own.</summary>
    public Run Own(string text)
    {
        _notes.Add(text);
        return Mark(_notes.Count);
    }

    /// <summary>The references of the notes that a stretch of the report cites.</summary>
    public IEnumerable<OpenXmlElement> References(int start, int end)
    {
        var first = TextSpans.First(_places.Length, i => _places[i] >= start);
        return _places.Skip(first).TakeWhile(p => p < end).SelectMany(p => _byPlace[p]).DistinctBy(n => n.Id).SelectMany(Reference);
    }

    /// <summary>The footnotes part, with the lines that part notes from text.</summary>
    public Footnotes Part()
    {
        var part = new Footnotes(
            new WordNote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new WordNote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        for (var i = 0; i < _notes.Count; i++)
        {
            var text = WordText.Paragraph("FootnoteText", [new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReferenceMark()), WordText.Run(" "), WordText.Run(_notes[i])]);
            part.Append(new WordNote(text) { Id = i + 1 });
        }

        return part;
    }

    private IEnumerable<OpenXmlElement> Reference(Footnote note)
    {
        if (_numbers.TryGetValue(note.Id, out var number))
        {
            return [new SimpleField(WordText.Run(number.ToString(CultureInfo.InvariantCulture), "FootnoteReference")) { Instruction = $" NOTEREF _rmn_{number} \\f \\h " }];
        }

        _notes.Add(WordLabels.Of("note", note.Marker, WordText.Fold(note.Text)));
        _numbers.Add(note.Id, _notes.Count);
        var bookmark = (FirstBookmark + _notes.Count).ToString(CultureInfo.InvariantCulture);
        return
        [
            new BookmarkStart { Id = bookmark, Name = "_rmn_" + _notes.Count.ToString(CultureInfo.InvariantCulture) },
            Mark(_notes.Count),
            new BookmarkEnd { Id = bookmark },
        ];
    }

    private static Run Mark(int number) => new(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReference { Id = number });
}
