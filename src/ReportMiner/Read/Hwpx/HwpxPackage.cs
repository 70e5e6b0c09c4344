using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwpx;

/// <summary>What a package says it holds: its sections in order, and its title.</summary>
internal sealed partial record HwpxPackage(ImmutableArray<string> Sections, string? Title)
{
    public static HwpxPackage Read(ZipParts parts)
    {
        var locked = false;
        parts.Read("META-INF/manifest.xml", xml => locked = xml.ReadToFollowing("encryption-data", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"));
        if (locked)
        {
            throw new UnreadableException(ReadFailures.Encrypted);
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        string? title = null;
        parts.Read("Contents/content.hpf", xml => xml.Each(group =>
        {
            xml.Each(name =>
            {
                switch (name)
                {
                    case "title":
                        title = xml.ReadElementContentAsString();
                        return true;
                    case "item":
                        files.TryAdd(xml.GetAttribute("id") ?? "", xml.GetAttribute("href") ?? "");
                        return false;
                    case "itemref":
                        order.Add(xml.GetAttribute("idref") ?? "");
                        return false;
                    default:
                        return false;
                }
            });
            return true;
        }));

        // Some writers name the parts from the folder the list stands in.
        ImmutableArray<string> sections =
        [
            .. order.Select(id => files.GetValueOrDefault(id, "")).Select(f => parts.Has(f) ? f : "Contents/" + f)
                .Where(f => SectionName().IsMatch(f) && parts.Has(f)).Distinct(StringComparer.Ordinal),
        ];
        return new HwpxPackage(sections.IsEmpty ? ByName(parts) : sections, title);
    }

    /// <summary>Some writers leave the order out; the names count the sections.</summary>
    private static ImmutableArray<string> ByName(ZipParts parts) =>
        [.. parts.Names.Where(n => SectionName().IsMatch(n)).OrderBy(n => int.Parse(SectionName().Match(n).Groups["n"].ValueSpan, CultureInfo.InvariantCulture)).ThenBy(n => n, StringComparer.Ordinal)];

    [GeneratedRegex(@"^Contents/section(?<n>\d{1,6})\.xml$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SectionName();
}
