namespace ReportMiner.KnownStructure.Render;

/// <summary>The files under <c>data</c>, which travel inside the program.</summary>
internal static class DataFile
{
    public static string Read(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream("data/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
