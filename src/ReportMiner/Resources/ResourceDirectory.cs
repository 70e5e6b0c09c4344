using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Resources;

/// <summary>
/// The folder <c>models/</c>: rules, gazetteers and taggers as files, listed with their SHA-256 in
/// <c>manifest.json</c>. A file is verified when it is first read. Thread-safe.
/// </summary>
public sealed class ResourceDirectory
{
    /// <summary>Name of the list of files.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Folders that no run reads: what models are trained on, and what editors check files with.</summary>
    private static readonly string[] Unread = ["schemas/", "training/"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly string _root;
    private readonly ImmutableSortedDictionary<string, ManifestEntry> _manifest;
    private readonly ImmutableSortedDictionary<string, byte[]> _others;

    private ResourceDirectory(string root, ImmutableSortedDictionary<string, ManifestEntry> manifest, ImmutableSortedDictionary<string, byte[]> others)
    {
        _root = root;
        _manifest = manifest;
        _others = others;
    }

    /// <summary>The files of the manifest, ordinal order.</summary>
    public ImmutableArray<ResourceVersion> Files =>
        [.. _manifest.Select(e => new ResourceVersion(e.Key, e.Value.Version, e.Value.Sha256))];

    /// <summary>Opens a folder that has a manifest.</summary>
    /// <exception cref="ResourceException">The manifest is missing or not valid.</exception>
    public static ResourceDirectory Open(string root)
    {
        var path = Path.Combine(root, ManifestName);
        try
        {
            var manifest = JsonSerializer.Deserialize<Dictionary<string, ManifestEntry>>(File.ReadAllBytes(path), Json)!;
            return new ResourceDirectory(root, manifest.ToImmutableSortedDictionary(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new ResourceException($"{ManifestName}: {e.Message}", e);
        }
    }

    /// <summary>The same folder with some files in place of its own, or beside them, which are not on the disk.</summary>
    /// <param name="files">The files by their names in the manifest.</param>
    /// <param name="version">Their version.</param>
    public ResourceDirectory With(ImmutableSortedDictionary<string, byte[]> files, string version) =>
        new(_root, _manifest.SetItems(files.Select(f => KeyValuePair.Create(f.Key, new ManifestEntry(version, Hash(f.Value))))), _others.SetItems(files));

    /// <summary>Reads a file as UTF-8 text.</summary>
    /// <param name="name">Name in the manifest, with forward slashes: <c>rules/dates.json</c>.</param>
    /// <exception cref="ResourceException">The file is not listed, missing, or its hash differs.</exception>
    public string ReadText(string name)
    {
        var bytes = ReadBytes(name);
        return System.Text.Encoding.UTF8.GetString(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes);
    }

    /// <summary>Reads a file as it is.</summary>
    /// <param name="name">Name in the manifest, with forward slashes.</param>
    /// <exception cref="ResourceException">As <see cref="ReadText"/>.</exception>
    public byte[] ReadBytes(string name)
    {
        if (!_manifest.TryGetValue(name, out var entry))
        {
            throw new ResourceException($"{name}: not in {ManifestName}");
        }

        if (_others.TryGetValue(name, out var other))
        {
            return other;
        }

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResourceException($"{name}: {e.Message}", e);
        }

        if (!string.Equals(Hash(bytes), entry.Sha256, StringComparison.Ordinal))
        {
            throw new ResourceException($"{name}: content differs from {ManifestName} (run `reportminer models seal` after an edit)");
        }

        return bytes;
    }

    /// <summary>Reads a JSON file (comments and trailing commas allowed).</summary>
    /// <exception cref="ResourceException">As <see cref="ReadText"/>, or the JSON does not fit <typeparamref name="T"/>.</exception>
    public T ReadJson<T>(string name)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ReadText(name), Json)
                ?? throw new ResourceException($"{name}: is null");
        }
        catch (JsonException e)
        {
            throw new ResourceException($"{name}: {e.Message}", e);
        }
    }

    /// <summary>Reads a tab-separated file: rows of cells; blank lines and lines that open with <c>#</c> are left out.</summary>
    /// <exception cref="ResourceException">As <see cref="ReadText"/>.</exception>
    public IEnumerable<string[]> ReadRows(string name) =>
        ReadText(name).Split('\n')
            .Select(l => l.TrimEnd('\r'))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'));

    /// <summary>Writes the manifest of a folder anew from the files in it.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="version">Version to give to files that are new or have changed.</param>
    public static void Seal(string root, string version)
    {
        var path = Path.Combine(root, ManifestName);
        var old = File.Exists(path)
            ? JsonSerializer.Deserialize<Dictionary<string, ManifestEntry>>(File.ReadAllBytes(path), Json)!
            : [];
        var entries = new SortedDictionary<string, ManifestEntry>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
            if (name is not ManifestName && !name.EndsWith(".md", StringComparison.Ordinal) && !Array.Exists(Unread, f => name.StartsWith(f, StringComparison.Ordinal)))
            {
                var hash = Hash(File.ReadAllBytes(file));
                entries[name] = old.TryGetValue(name, out var e) && e.Sha256 == hash ? e : new ManifestEntry(version, hash);
            }
        }

        File.WriteAllText(path, JsonSerializer.Serialize(entries, Json) + "\n");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record ManifestEntry(string Version, string Sha256);
}
