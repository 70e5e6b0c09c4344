using System.Globalization;

namespace ReportMiner.Read.Hwp;

/// <summary>What a form's button or field shows. Its record holds properties in a row, as <c>Caption:wstring:2:확인</c>.</summary>
internal static class FormText
{
    private static readonly string[] Shown = ["Caption:wstring:", "Text:wstring:"];

    public static string Find(string properties)
    {
        foreach (var name in Shown)
        {
            var at = properties.IndexOf(name, StringComparison.Ordinal) + name.Length;
            var colon = at < name.Length ? -1 : properties.IndexOf(':', at);
            if (colon > 0 && int.TryParse(properties.AsSpan(at, colon - at), NumberStyles.None, CultureInfo.InvariantCulture, out var length) &&
                length <= properties.Length - colon - 1)
            {
                return properties.Substring(colon + 1, length);
            }
        }

        return "";
    }
}
