using DocumentFormat.OpenXml;

namespace ReportMiner.Read.Docx;

/// <summary>The sections of a document: each one's settings stand at its end, and say how it begins.</summary>
internal sealed class DocxSections(OpenXmlElement body)
{
    private readonly List<OpenXmlElement> _all = [.. body.Descendants().Where(e => e.LocalName == "sectPr" && e.Parent?.LocalName is "pPr" or "body")];
    private int _current;

    public OpenXmlElement? Settings => _current < _all.Count ? _all[_current] : null;

    /// <summary>Which section is being read.</summary>
    public int Current => _current;

    /// <summary>Goes on to the next section.</summary>
    /// <returns>Whether it begins on a new page.</returns>
    public bool Next()
    {
        _current++;
        return Settings.Child("type").Value() is null or "nextPage" or "oddPage" or "evenPage";
    }
}
