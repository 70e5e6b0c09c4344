using System.Globalization;
using DocumentFormat.OpenXml;

namespace ReportMiner.Read.Docx;

/// <summary>What one place (a style, a run) says of how characters are set; null where it says nothing.</summary>
/// <param name="Ascii">The font of Latin letters, digits and signs.</param>
/// <param name="EastAsia">The font of Hangul and Chinese characters.</param>
/// <param name="Size">Points.</param>
/// <param name="Color">Six hexadecimal digits, or <c>auto</c>.</param>
internal sealed record CharacterLook(string? Ascii, string? EastAsia, double? Size, bool? Bold, bool? Raised, string? Color, bool? Hidden)
{
    public static CharacterLook None { get; } = new(null, null, null, null, null, null, null);

    /// <param name="properties">A <c>w:rPr</c>, or null.</param>
    public static CharacterLook Of(OpenXmlElement? properties, DocxFonts theme)
    {
        if (properties is null)
        {
            return None;
        }

        var fonts = properties.Child("rFonts");
        return new CharacterLook(
            theme.Of(fonts.Value("asciiTheme") ?? fonts.Value("hAnsiTheme")) ?? fonts.Value("ascii") ?? fonts.Value("hAnsi"),
            theme.Of(fonts.Value("eastAsiaTheme")) ?? fonts.Value("eastAsia"),
            double.TryParse(properties.Child("sz").Value(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var halves) ? halves / 2 : null,
            properties.Child("b").Switch(),
            properties.Child("vertAlign").Value() is { } align ? align == "superscript" : null,
            properties.Child("color").Value(),
            properties.Child("vanish").Switch());
    }

    public CharacterLook Over(CharacterLook below) => ReferenceEquals(this, None) ? below : new(
        Ascii ?? below.Ascii,
        EastAsia ?? below.EastAsia,
        Size ?? below.Size,
        Bold ?? below.Bold,
        Raised ?? below.Raised,
        Color ?? below.Color,
        Hidden ?? below.Hidden);
}
