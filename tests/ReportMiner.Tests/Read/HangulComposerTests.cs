using ReportMiner.Read;
using Xunit;

namespace ReportMiner.Tests.Read;

public sealed class HangulComposerTests
{
    [Theory]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("\u1100\u1161", "가")]
    [InlineData("가\u11A8", "각")]
    [InlineData("각\u11A8", "각\u11A8")]
    [InlineData("\u1161\u1100", "\u1161\u1100")]
    [InlineData("정책 2024", "정책 2024")]
    public void Jamo_become_syllables(string text, string composed) => Assert.Equal(composed, HangulComposer.Compose(text));
}
