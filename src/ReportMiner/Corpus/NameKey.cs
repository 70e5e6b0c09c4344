using System.Text;

namespace ReportMiner.Corpus;

/// <summary>What is left of a name or phrase when its spelling is not looked at: no spaces, dots, dashes or quotes, one width, one case.</summary>
internal static class NameKey
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        var full = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        for (var i = 0; i < full.Length; i++)
        {
            var c = full[i];
            // 3.5 is not 35, C++ not C, A* not A.
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '+' or '*' or '%' or '&' || (c is '.' or ',' && IsDigit(full, i - 1) && IsDigit(full, i + 1)))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.Length > 0 ? key.ToString() : full;
    }

    /// <summary>Whether all its letters are of the Latin script.</summary>
    public static bool IsLatin(string key) => key.All(c => c < '\u0250') && key.Any(char.IsAsciiLetter);

    /// <summary>Whether a key's letters stand in the other in the same order, as those of 과기부 in 과학기술정보통신부.</summary>
    public static bool IsShortOf(string key, string full)
    {
        var at = -1;
        return key.Length < full.Length && key[0] == full[0] && key.All(c => (at = full.IndexOf(c, at + 1)) >= 0);
    }

    /// <summary>The digits of a key: those of a version or a year tell names apart.</summary>
    public static string Digits(string key) => string.Concat(key.Where(char.IsAsciiDigit));

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
