using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using ReportMiner.Tests.Cli;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Packages;

/// <summary>
/// A home, a package cache and a feed of their own. The feed has what is packed here; dependencies come from the
/// packages that the build had restored, so that no network is needed.
/// </summary>
internal sealed class CleanMachine : IDisposable
{
    private const int MaxSeconds = 120;
    private static readonly string Configuration = typeof(CleanMachine).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly Workspace _work = new();

    public CleanMachine()
    {
        _work.Add("NuGet.Config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="ours" value="{_work["feed"]}" />
                {string.Join("\n    ", Restored().Select((f, i) => $"<add key=\"restored{i}\" value=\"{f}\" />"))}
              </packageSources>
              <packageSourceMapping>
                <packageSource key="ours"><package pattern="ReportMiner*" /></packageSource>
                {string.Join("\n    ", Restored().Select((_, i) => $"<packageSource key=\"restored{i}\"><package pattern=\"*\" /></packageSource>"))}
              </packageSourceMapping>
            </configuration>
            """);
    }

    public string this[string name] => _work[name];

    public string Add(string name, string text) => _work.Add(name, text);

    /// <summary>What the library depends on and no folder of restored packages has.</summary>
    public static IEnumerable<string> Missing() =>
        from library in Assets()["libraries"]!.AsObject()
        where library.Value!["type"]!.GetValue<string>() == "package"
        let parts = library.Key.ToLowerInvariant().Split('/')
        where !Restored().Any(f => File.Exists(Path.Combine(f, parts[0], parts[1], $"{parts[0]}.{parts[1]}.nupkg")))
        select library.Key;

    /// <summary>Packs a project as it was built into the feed.</summary>
    public void Pack(string project) =>
        Run("dotnet", "pack", Repository.PathOf(project), "--no-build", "--nologo", "-c", Configuration, "-o", _work["feed"], "-nodeReuse:false", $"-p:PublishDir={_work["publish"]}{Path.DirectorySeparatorChar}");

    /// <summary>Runs a program to its end and gives back what it printed.</summary>
    public string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = _work.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = start.Environment["DOTNET_CLI_HOME"] = _work["home"];
        start.Environment["NUGET_PACKAGES"] = _work["cache"];
        start.Environment["DOTNET_NOLOGO"] = start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(MaxSeconds)))
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output.Result}\n{errors.Result}");
        return output.Result;
    }

    public void Dispose() => _work.Dispose();

    private static IEnumerable<string> Restored() => Assets()["packageFolders"]!.AsObject().Select(f => f.Key);

    /// <summary>What the restore before the build found, and where.</summary>
    private static JsonNode Assets() => JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("src/ReportMiner/obj/project.assets.json")))!;
}
