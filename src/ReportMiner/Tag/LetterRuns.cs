namespace ReportMiner.Tag;

/// <summary>The words of a text as print shows them: runs of letters and digits.</summary>
internal static class LetterRuns
{
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            yield return (at, end);
            at = end;
        }
    }
}
