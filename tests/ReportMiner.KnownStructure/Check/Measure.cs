namespace ReportMiner.KnownStructure.Check;

/// <summary>What is measured.</summary>
internal enum Measure
{
    /// <summary>Headings found with their title at the right level; a false heading counts against it too (F1).</summary>
    Headings,

    /// <summary>Headings with the right number.</summary>
    HeadingNumbers,

    /// <summary>List items typed, nested and whole, white space left out.</summary>
    Bullets,

    /// <summary>The same with every space right.</summary>
    BulletSpacing,

    /// <summary>Bracketed leads of list items.</summary>
    BulletHeads,

    /// <summary>Notes found with marker and whole text, white space left out.</summary>
    Footnotes,

    /// <summary>The same with every space right.</summary>
    FootnoteSpacing,

    /// <summary>Notes with the right number of references at the right words.</summary>
    FootnoteReferences,

    /// <summary>Tables with the exact grid and spans (and none too many).</summary>
    Tables,

    /// <summary>Tables with the exact grid.</summary>
    TableGrids,

    /// <summary>Head rows of tables.</summary>
    TableHeads,

    /// <summary>Captions and labels of tables.</summary>
    TableCaptions,

    /// <summary>Units of tables.</summary>
    TableUnits,

    /// <summary>Source lines of tables.</summary>
    TableSources,

    /// <summary>Captions and labels of figures.</summary>
    Figures,

    /// <summary>Paragraphs whole, white space left out.</summary>
    Paragraphs,

    /// <summary>The same with every space right.</summary>
    ParagraphSpacing,

    /// <summary>Running heads and page numbers in the body.</summary>
    Leaks,
}
