using DocumentFormat.OpenXml;

namespace ReportMiner.Read.Docx;

/// <summary>The fonts of a document's theme (ECMA-376 part 1, clause 20.1.4.1), by the names styles call them (<c>minorEastAsia</c>).</summary>
internal sealed class DocxFonts(OpenXmlElement? theme)
{
    private readonly OpenXmlElement? _scheme = theme.Child("themeElements").Child("fontScheme");

    public string? Of(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var fonts = _scheme.Child(name.StartsWith("major", StringComparison.Ordinal) ? "majorFont" : "minorFont");
        var face = name.EndsWith("EastAsia", StringComparison.Ordinal)
            ? Face(fonts.Child("ea")) ?? Face(fonts.Children("font").FirstOrDefault(f => f.Value("script") == "Hang"))
            : Face(fonts.Child("latin"));
        return face;
    }

    private static string? Face(OpenXmlElement? font) => font.Value("typeface") is { Length: > 0 } face ? face : null;
}
