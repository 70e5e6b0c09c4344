using System.ComponentModel;
using System.Globalization;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>Prints a page as a PNG picture with <c>pdftoppm</c>, under the same limits as the reading.</summary>
public sealed class PagePrinter(PdfOptions options)
{
    /// <summary>Pixels of the longer side: small type of an A4 page is legible, and no page, however large, asks for more memory.</summary>
    private const int LongerSide = 1600;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private readonly ChildProcess _child = new(options);

    /// <summary>Prints a page; a file that is none or too slow gives a failure.</summary>
    /// <param name="path">Absolute path of a PDF file.</param>
    /// <param name="page">Page number, from 1.</param>
    public Outcome<byte[]> Print(string path, int page, CancellationToken cancellation)
    {
        if (PopplerPrograms.Find(options, "pdftoppm") is not { } pdftoppm)
        {
            return ReadFailures.PopplerMissing;
        }

        try
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            string[] arguments = ["-png", "-f", number, "-l", number, "-singlefile", "-scale-to", LongerSide.ToString(CultureInfo.InvariantCulture), path];
            // Latin-1 gives each byte a character of its own, and back.
            var picture = _child.Run(pdftoppm, arguments, r => Encoding.Latin1.GetBytes(r.ReadToEnd()), cancellation, Encoding.Latin1);
            if (PopplerPrograms.Failure(options, picture) is { } stopped)
            {
                return stopped;
            }

            return picture.Output.AsSpan().StartsWith(Signature) ? picture.Output : ReadFailures.Damaged;
        }
        catch (Win32Exception)
        {
            return ReadFailures.PopplerMissing;
        }
    }
}
