namespace ReportMiner.Tests.Cli;

/// <summary>A folder of its own for a test, gone with it.</summary>
internal sealed class Workspace : IDisposable
{
    public const string Plan = "해양 관측 대책\n2024. 3. 5.\n\n1. 추진 배경\n □ 과기정통부는 ’24년까지 2,300억원을 들이기로 함 👉\n  ○ 관측선 3척을 새로 마련할 필요\n";

    public Workspace() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "reportminer-" + Guid.NewGuid().ToString("N"));

    public string this[string name] => Path.Combine(Root, name);

    public string Add(string name, string text) => Add(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
