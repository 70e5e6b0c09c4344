using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ReportMiner.Review;

/// <summary>
/// Writes HTML in which every hole of an interpolated string is escaped, so that report text cannot become markup
/// by forgetfulness: only literals of this assembly and <see cref="Trusted"/> reach the page as they are.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _out = new();

    /// <summary>Writes markup; the handler has done so, hole by hole, by the time this is entered.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The instance goes to the handler.")]
    public void Write([InterpolatedStringHandlerArgument("")] Handler html) => _ = html;

    /// <summary>Writes text of a report, escaped.</summary>
    public void Text(string text, int start, int end) => _out.Append(Encoder.Encode(text[start..end]));

    /// <summary>Writes what the program itself carries or has already escaped: assets and JSON.</summary>
    public void Trusted(string markup) => _out.Append(markup);

    public byte[] ToUtf8() => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(_out.ToString());

    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly StringBuilder _out;

        public Handler(int literalLength, int formattedCount, HtmlWriter writer)
        {
            _ = literalLength + formattedCount;
            _out = writer._out;
        }

        public void AppendLiteral(string markup) => _out.Append(markup);

        public void AppendFormatted(string? text) => _out.Append(Encoder.Encode(text ?? string.Empty));

        public void AppendFormatted(int number) => _out.Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
