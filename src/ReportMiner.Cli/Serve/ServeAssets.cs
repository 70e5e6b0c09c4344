using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Serve;

/// <summary>The files of the page, all built in: markup, styles, scripts, and the labels of both languages as a module.</summary>
internal static class ServeAssets
{
    private const string Folder = "Serve/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, byte[]> Files = Load();

    /// <summary>A file and its media type, or null.</summary>
    public static (byte[] Bytes, string Type)? Find(string name) =>
        Files.TryGetValue(name, out var bytes) ? (bytes, Types[Path.GetExtension(name)]) : null;

    private static FrozenDictionary<string, byte[]> Load()
    {
        var here = typeof(ServeAssets).Assembly;
        var files = here.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && Types.ContainsKey(Path.GetExtension(n)))
            .ToDictionary(n => n[Folder.Length..], n => Read(here, n), StringComparer.Ordinal);
        // What the pages of a run look like and call things is kept in one place, the library.
        var library = typeof(Report).Assembly;
        foreach (var style in new[] { "common.css", "review.css" })
        {
            files[style] = Read(library, "Review/" + style);
        }

        var labels = JsonNode.Parse(Read(library, "Review/labels.json"))!.AsObject();
        foreach (var (key, label) in JsonNode.Parse(Read(here, Folder + "texts.json"))!.AsObject())
        {
            labels[key] = label!.DeepClone();
        }

        files["labels.js"] = Encoding.UTF8.GetBytes($"export const labels = {labels.ToJsonString(new JsonSerializerOptions())};\n");
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
