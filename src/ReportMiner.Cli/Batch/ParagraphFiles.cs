namespace ReportMiner.Cli.Batch;

/// <summary>Texts with known spacing: UTF-8 files, one paragraph a line.</summary>
internal static class ParagraphFiles
{
    /// <summary>The files named and the .txt files of the folders named, in ordinal order within each folder.</summary>
    /// <exception cref="UsageException">An input is missing.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> inputs) => inputs.SelectMany<string, string>(input =>
        File.Exists(input) ? [input]
        : Directory.Exists(input) ? Directory.EnumerateFiles(input, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : throw new UsageException($"{input}: 그런 파일이나 폴더가 없습니다", "no such file or folder"));
}
