using System.Text;

namespace ReportMiner.Read;

/// <summary>
/// Composes conjoining jamo to syllables, as files from macOS have them (Unicode Standard, 3.12). .NET's own
/// normalization does nothing where globalization is invariant, as it is here so that all machines give the same bytes.
/// </summary>
internal static class HangulComposer
{
    private const char FirstSyllable = '\uAC00';
    private const char FirstLead = '\u1100';
    private const char FirstVowel = '\u1161';

    /// <summary>One before the first: a syllable without a final consonant counts as its zeroth.</summary>
    private const char NoTail = '\u11A7';

    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstLead, '\u11FF'))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var last = composed.Length > 0 ? composed[^1] : '\0';
            if (c - FirstVowel is >= 0 and < Vowels and var vowel && last - FirstLead is >= 0 and < Leads and var lead)
            {
                composed[^1] = (char)(FirstSyllable + (((lead * Vowels) + vowel) * Tails));
            }
            else if (c - NoTail is > 0 and < Tails and var tail && last - FirstSyllable is >= 0 and < Leads * Vowels * Tails and var syllable && syllable % Tails == 0)
            {
                composed[^1] = (char)(last + tail);
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }
}
