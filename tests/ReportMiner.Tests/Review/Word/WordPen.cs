using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ReportMiner.Tests.Review.Word;

/// <summary>Edits a document's XML as Word does when somebody types into its controls.</summary>
internal sealed class WordPen : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly WordprocessingDocument _document;
    private int _marks = 500_000;

    public WordPen(byte[] file)
    {
        _stream.Write(file);
        _document = WordprocessingDocument.Open(_stream, isEditable: true);
    }

    public Body Body => _document.MainDocumentPart!.Document.Body!;

    public MainDocumentPart Main => _document.MainDocumentPart!;

    public SdtRun Control(string tag) => Assert.Single(Body.Descendants<SdtRun>(), c => c.SdtProperties!.GetFirstChild<W.Tag>()!.Val == tag);

    /// <summary>What is seen in a control.</summary>
    public string Shown(string tag) => Control(tag).SdtContentRun!.InnerText;

    /// <summary>Types a text in place of another.</summary>
    public void Type(string tag, string text) => Begin(tag).Append(Run(text));

    /// <summary>Types a text of which the checker of spelling and the formats make many runs.</summary>
    public void TypeInPieces(string tag, string text, Random dice)
    {
        var content = Begin(tag);
        for (var i = 0; i < text.Length;)
        {
            var length = Math.Min(text.Length - i, dice.Next(1, 5));
            var run = Run(text.Substring(i, length));
            if (dice.Next(2) == 0)
            {
                run.PrependChild(new RunProperties(new Bold(), new Color { Val = "C00000" }));
            }

            content.Append(new ProofError { Type = ProofingErrorValues.SpellStart }, run, new ProofError { Type = ProofingErrorValues.SpellEnd });
            i += length;
        }
    }

    /// <summary>Types with changes tracked: what stays, what goes and what comes.</summary>
    public void Track(string tag, string text)
    {
        var was = Shown(tag);
        var content = Begin(tag);
        var (head, tail) = Common(was, text);
        content.Append(Run(was[..head]), Deleted(was[head..^tail]), Inserted(text[head..^tail]), Run(was[^tail..]));
    }

    /// <summary>Moves the words of a text round with changes tracked: the last word comes first.</summary>
    /// <returns>The text as it is then.</returns>
    public string Move(string tag)
    {
        var words = Shown(tag).Split(' ');
        var content = Begin(tag);
        content.Append(
            new MoveToRangeStart { Id = Mark(), Name = "move", Author = "김검토" },
            new MoveToRun(Run(words[^1] + " ")) { Id = Mark(), Author = "김검토" },
            new MoveToRangeEnd { Id = Mark() },
            Run(string.Join(' ', words[..^1])),
            new MoveFromRangeStart { Id = Mark(), Name = "move", Author = "김검토" },
            new MoveFromRun(Run(" " + words[^1])) { Id = Mark(), Author = "김검토" },
            new MoveFromRangeEnd { Id = Mark() });
        return string.Join(' ', [words[^1], .. words[..^1]]);
    }

    /// <summary>Deletes a text; the word processor asks for another.</summary>
    public void Clear(string tag)
    {
        Begin(tag).Append(Run("텍스트를 입력하려면 여기를 클릭하거나 탭하세요."));
        Control(tag).SdtProperties!.Append(new ShowingPlaceholder());
    }

    /// <summary>Chooses from the list.</summary>
    public void Choose(string tag, string code) =>
        Type(tag, Control(tag).SdtProperties!.GetFirstChild<SdtContentDropDownList>()!.Elements<ListItem>().Single(i => i.Value == code).DisplayText!);

    public void Delete(string tag) => Control(tag).Remove();

    /// <summary>Takes the control away with changes tracked, be it that its text stays.</summary>
    public void DeleteTracked(string tag) => Control(tag).InsertBeforeSelf(new CustomXmlDelRangeStart { Id = Mark(), Author = "김검토" });

    /// <summary>Copies the control's paragraph and types another text into the copy.</summary>
    public void Copy(string tag, string text)
    {
        var paragraph = Control(tag).Ancestors<Paragraph>().First();
        var copy = (Paragraph)paragraph.CloneNode(deep: true);
        var content = copy.Descendants<SdtRun>().Single(c => c.SdtProperties!.GetFirstChild<W.Tag>()!.Val == tag).SdtContentRun!;
        content.RemoveAllChildren();
        content.Append(Run(text));
        foreach (var bookmark in copy.Descendants<BookmarkStart>().ToList())
        {
            bookmark.Remove();
        }

        paragraph.InsertAfterSelf(copy);
    }

    /// <summary>Remarks on an element of a paragraph.</summary>
    public void Comment(OpenXmlElement on, string author, string text)
    {
        var id = Mark();
        var part = Main.WordprocessingCommentsPart ?? Main.AddNewPart<WordprocessingCommentsPart>("added");
        part.Comments ??= new Comments();
        part.Comments.Append(new Comment(new Paragraph(Run(text))) { Id = id, Author = author, Initials = "x" });
        on.InsertBeforeSelf(new CommentRangeStart { Id = id });
        on.InsertAfterSelf(new Run(new CommentReference { Id = id }));
        on.InsertAfterSelf(new CommentRangeEnd { Id = id });
    }

    public byte[] Done()
    {
        _document.Dispose();
        return _stream.ToArray();
    }

    public void Dispose() => _document.Dispose();

    private SdtContentRun Begin(string tag)
    {
        var control = Control(tag);
        control.SdtProperties!.RemoveAllChildren<ShowingPlaceholder>();
        control.SdtContentRun!.RemoveAllChildren();
        return control.SdtContentRun;
    }

    private static (int Head, int Tail) Common(string a, string b)
    {
        var head = a.AsSpan().CommonPrefixLength(b);
        var tail = 0;
        while (tail < Math.Min(a.Length, b.Length) - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        return (head, tail);
    }

    private InsertedRun Inserted(string text) => new(Run(text)) { Id = Mark(), Author = "김검토" };

    private DeletedRun Deleted(string text) => new(new Run(new DeletedText(text) { Space = SpaceProcessingModeValues.Preserve })) { Id = Mark(), Author = "김검토" };

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private string Mark() => (++_marks).ToString(CultureInfo.InvariantCulture);
}
