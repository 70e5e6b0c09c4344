using System.Text;

namespace ReportMiner.Read.Hwp;

/// <summary>Reads the title from a property set (MS-OLEPS). What is not well formed has none: it is no part of the text.</summary>
internal static class SummaryInformation
{
    private const int FirstSet = 44;
    private const uint TitleId = 2;
    private const uint WideString = 31;
    private const int MostProperties = 1000;

    public static string? Title(byte[] properties)
    {
        if (Number(properties, FirstSet) is not { } set || Number(properties, set + 4) is not { } count)
        {
            return null;
        }

        for (var i = 0; i < Math.Min(count, MostProperties); i++)
        {
            if (Number(properties, set + 8 + (8 * i)) == TitleId && Number(properties, set + 12 + (8 * i)) is { } offset)
            {
                return Text(properties, set + offset);
            }
        }

        return null;
    }

    private static string? Text(byte[] properties, long at)
    {
        if (Number(properties, at) != WideString || Number(properties, at + 4) is not { } length || at + 8 + (2L * length) > properties.Length)
        {
            return null;
        }

        var text = Encoding.Unicode.GetString(properties, (int)at + 8, (int)length * 2).TrimEnd('\0').Trim();
        return text.Length > 0 ? text : null;
    }

    private static uint? Number(byte[] properties, long at) =>
        at + sizeof(uint) <= properties.Length ? BitConverter.ToUInt32(properties, (int)at) : null;
}
