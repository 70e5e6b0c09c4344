using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Joins letters that stand one below the other (the boxes of an organization chart, a vertical running head) into one
/// run each: read line by line, each line would take one letter of every stack.
/// </summary>
internal static class StackedText
{
    private const int FewestLetters = 3;

    /// <summary>From one letter's top to the next one's, in heights of a letter.</summary>
    private const double LeastStep = 0.5;

    private const double WidestStep = 1.4;

    /// <summary>How far to either side of a stack other text must stay, in heights: the letters of a spaced-out word have neighbours.</summary>
    private const double Clearance = 0.8;

    public static ImmutableArray<PdfFragment> Join(ImmutableArray<PdfFragment> fragments)
    {
        var letters = fragments.Where(IsLetter).ToList();
        if (letters.Count < FewestLetters)
        {
            return fragments;
        }

        var joined = new Dictionary<PdfFragment, PdfFragment?>(ReferenceEqualityComparer.Instance);
        foreach (var column in letters.GroupBy(l => Math.Round((l.X0 + l.X1) / 2)))
        {
            var stack = new List<PdfFragment>();
            foreach (var letter in column.OrderBy(l => l.Run.Y0))
            {
                if (stack.Count > 0 && !Follows(stack[^1], letter))
                {
                    Close(stack);
                }

                stack.Add(letter);
            }

            Close(stack);
        }

        return joined.Count == 0 ? fragments : [.. fragments.Select(f => joined.TryGetValue(f, out var whole) ? whole : f).OfType<PdfFragment>()];

        void Close(List<PdfFragment> stack)
        {
            if (stack.Count >= FewestLetters && stack.Count(l => IsClear(l, fragments)) >= stack.Count - 1)
            {
                foreach (var letter in stack.Skip(1))
                {
                    joined[letter] = null;
                }

                var run = stack[0].Run with
                {
                    Text = string.Concat(stack.Select(l => l.Run.Text)),
                    X0 = stack.Min(l => l.X0),
                    X1 = stack.Max(l => l.X1),
                    Y1 = stack[^1].Run.Y1,
                };
                joined[stack[0]] = new PdfFragment(run, stack[0].SpaceBefore, stack[^1].SpaceAfter);
            }

            stack.Clear();
        }
    }

    private static bool IsLetter(PdfFragment f) => f.Run.Text.Length == 1 && f.Run.Text[0] is (>= '가' and <= '힣') or (>= '一' and <= '鿿');

    private static bool Follows(PdfFragment above, PdfFragment below)
    {
        var step = (below.Run.Y0 - above.Run.Y0) / Math.Max(1, above.Run.Height);
        return step is > LeastStep and < WidestStep && Math.Abs(above.Run.Height - below.Run.Height) < 0.2 * above.Run.Height;
    }

    private static bool IsClear(PdfFragment letter, ImmutableArray<PdfFragment> fragments)
    {
        var margin = Clearance * letter.Run.Height;
        return fragments.All(f => ReferenceEquals(f, letter) || f.Overlap(letter) < 0.5 || f.X0 > letter.X1 + margin || f.X1 < letter.X0 - margin);
    }
}
