using System.Text;

namespace ReportMiner.Read;

/// <summary>Makes the characters of a file those of the text: spaces become plain ones, ligatures their letters, and jamo their syllables.</summary>
internal static class CharacterMender
{
    /// <param name="text">Characters of one style.</param>
    /// <param name="lost">Takes the characters that carry no text.</param>
    public static string Mend(string text, StringBuilder lost)
    {
        if (text.All(c => c is >= ' ' and < '\u007F' or >= '가' and <= '힣'))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case var _ when i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]):
                    kept.Append(c).Append(text[++i]);
                    break;
                case >= '\uD800' and <= '\uDFFF' or '\uFFFE' or '\uFFFF':
                    lost.Append('\uFFFD');
                    break;
                case '\u00A0' or '\u3000' or '\u202F' or '\u205F' or (>= '\u2000' and <= '\u200A') or '\t' or '\n' or '\r':
                    kept.Append(' ');
                    break;
                case '\u00AD':
                    // What the file calls a soft hyphen is drawn all the same.
                    kept.Append('-');
                    break;
                case '\uFFFD' or '\u007F' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or < ' ' or (>= '\u0080' and <= '\u009F'):
                    lost.Append(c);
                    break;
                case >= '\uFB00' and <= '\uFB06':
                    kept.Append(Ligature(c));
                    break;
                default:
                    kept.Append(c);
                    break;
            }
        }

        return HangulComposer.Compose(kept.ToString());
    }

    private static string Ligature(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        _ => "st",
    };
}
