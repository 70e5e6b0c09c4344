using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ReportMiner.Tests.Read.Fuzz;

/// <summary>
/// Damages files as nature and malice do: bytes flipped, cut, doubled and overwritten; in zipped formats inside the
/// parts, and in XML element by element, so that the damage is met behind the checks of the container.
/// </summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Values = ["", "-1", "0", "2", "65535", "2147483647", "4294967295", "99999999999999999999", "x", "%s%s", "가"];
    private static readonly int[] Numbers = [0, 1, -1, 127, 255, 0x7FFF, 0xFFFF, int.MaxValue, int.MinValue];

    private readonly Random _dice = new(seed);

    /// <summary>One damaged copy.</summary>
    public byte[] Damage(byte[] file)
    {
        var zipped = file.AsSpan().StartsWith("PK"u8);
        return zipped && _dice.Next(4) > 0 ? InPart(file) : Bytes(file);
    }

    /// <summary>Damage to plain bytes.</summary>
    public byte[] Bytes(byte[] file)
    {
        var bytes = new List<byte>(file);
        for (var times = 1 + _dice.Next(4); times > 0 && bytes.Count > 8; times--)
        {
            var at = _dice.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 << _dice.Next(12));
            switch (_dice.Next(8))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(_dice.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    for (var i = 0; i < length; i++)
                    {
                        bytes[at + i] = (byte)_dice.Next(256);
                    }

                    break;
                case 4:
                    for (var i = 0; i < length; i++)
                    {
                        bytes[at + i] = 0;
                    }

                    break;
                case 5:
                    var number = BitConverter.GetBytes(Numbers[_dice.Next(Numbers.Length)]);
                    for (var i = 0; i < 4 && at + i < bytes.Count; i++)
                    {
                        bytes[at + i] = number[i];
                    }

                    break;
                default:
                    bytes[at] ^= (byte)(1 << _dice.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }

    private byte[] InPart(byte[] file)
    {
        var parts = new List<(string Name, byte[] Content)>();
        using (var zip = new ZipArchive(new MemoryStream(file)))
        {
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using var open = entry.Open();
                open.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }
        }

        var xml = parts.Where(p => p.Name.EndsWith("xml", StringComparison.Ordinal) || p.Name.EndsWith("hpf", StringComparison.Ordinal)).ToList();
        var chosen = xml[_dice.Next(xml.Count)];
        parts[parts.IndexOf(chosen)] = (chosen.Name, _dice.Next(5) > 0 ? Elements(chosen.Content) : Bytes(chosen.Content));
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Damage to the elements of XML: taken out, doubled, moved into others, sunk deep, with odd attributes and texts.</summary>
    private byte[] Elements(byte[] part)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(new MemoryStream(part), LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return Bytes(part);
        }

        for (var times = 1 + _dice.Next(4); times > 0; times--)
        {
            var all = document.Root!.DescendantsAndSelf().ToList();
            var element = all[_dice.Next(all.Count)];
            var other = all[_dice.Next(all.Count)];
            switch (_dice.Next(7))
            {
                case 0 when element.Parent is not null:
                    element.Remove();
                    break;
                case 1 when element.Parent is not null:
                    for (var copies = 1 << _dice.Next(6); copies > 0; copies--)
                    {
                        element.AddAfterSelf(new XElement(element));
                    }

                    break;
                case 2 when element.Parent is not null:
                    other.Add(new XElement(element));
                    break;
                case 3:
                    for (var depth = 1 << _dice.Next(9); depth > 0; depth--)
                    {
                        var shell = new XElement(element.Name, element.Attributes(), element.Nodes());
                        element.ReplaceNodes(shell);
                    }

                    break;
                case 4:
                    element.Add(new XText(Values[_dice.Next(Values.Length)]));
                    break;
                default:
                    if (element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != XNamespace.Xml).ToList() is { Count: > 0 } attributes)
                    {
                        attributes[_dice.Next(attributes.Count)].Value = Values[_dice.Next(Values.Length)];
                    }

                    break;
            }
        }

        return Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
    }
}
