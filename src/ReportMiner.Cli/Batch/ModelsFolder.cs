using ReportMiner.Emit;
using ReportMiner.Resources;

namespace ReportMiner.Cli.Batch;

/// <summary>A models folder that is replaced as a whole: what was there stays beside it.</summary>
internal sealed class ModelsFolder(string path)
{
    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>Makes a copy with some files in place of its own, seals it and puts it in the folder's place.</summary>
    /// <returns>Where the folder as it was is kept.</returns>
    public string Replace(IReadOnlyDictionary<string, byte[]> files)
    {
        var made = Path + ".partial";
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            {
                var copy = System.IO.Path.Combine(made, System.IO.Path.GetRelativePath(Path, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
            }

            var output = new OutputFolder(made);
            foreach (var (name, bytes) in files)
            {
                output.Write(name, bytes);
            }

            ResourceDirectory.Seal(made, ReportJson.Version);
            var backup = Enumerable.Range(1, int.MaxValue).Select(n => $"{Path}.backup-{n}").First(b => !Directory.Exists(b));
            Directory.Move(Path, backup);
            try
            {
                Directory.Move(made, Path);
            }
            catch (IOException)
            {
                Directory.Move(backup, Path);
                throw;
            }

            return backup;
        }
        finally
        {
            if (Directory.Exists(made))
            {
                Directory.Delete(made, recursive: true);
            }
        }
    }
}
