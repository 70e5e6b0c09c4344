using System.IO.Compression;
using ReportMiner.Emit;
using ReportMiner.Tests.Cli;
using Xunit;

namespace ReportMiner.Tests.Packages;

public sealed class PackagesTests
{
    [PackingFact]
    public void The_tool_installs_from_a_folder_and_runs()
    {
        using var machine = new CleanMachine();
        var report = machine.Add("plan.txt", Workspace.Plan);

        machine.Pack("src/ReportMiner.Cli");
        machine.Run("dotnet", "tool", "install", "ReportMiner.Tool", "--tool-path", machine["tools"]);
        var printed = machine.Run(Path.Combine(machine["tools"], "reportminer"), "run", report, "-o", machine["out"]);

        Assert.StartsWith("written\t", printed);
        Assert.Equal("해양 관측 대책", ReportJson.Read(File.ReadAllBytes(machine["out/plan.txt.json"])).Metadata.Title);
    }

    [PackingFact]
    public void A_program_that_references_the_package_runs_the_default_pipeline()
    {
        using var machine = new CleanMachine();
        var report = machine.Add("plan.txt", Workspace.Plan);
        machine.Add("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseSharedCompilation>false</UseSharedCompilation></PropertyGroup>
              <ItemGroup><PackageReference Include="ReportMiner" Version="{ReportJson.Version}" /></ItemGroup>
            </Project>
            """);
        machine.Add("app/Program.cs", """
            using System.Text;
            using ReportMiner;

            Console.OutputEncoding = new UTF8Encoding(false);
            var outcome = new ReportPipelineBuilder().Build().Run(new ReportInput(args[0]));
            Console.WriteLine($"{outcome.Value!.Metadata.Title}: {outcome.Value.Amounts.Length}");
            """);

        machine.Pack("src/ReportMiner");
        machine.Run("dotnet", "build", machine["app"], "-o", machine["built"], "-nodeReuse:false");

        Assert.Equal("해양 관측 대책: 2", machine.Run("dotnet", Path.Combine(machine["built"], "app.dll"), report).Trim());
    }

    [PackingFact]
    public void The_packages_hold_what_their_users_need_and_no_training_data()
    {
        using var machine = new CleanMachine();
        machine.Pack("src/ReportMiner");
        machine.Pack("src/ReportMiner.Cli");

        var library = Files(machine[$"feed/ReportMiner.{ReportJson.Version}.nupkg"]);
        var tool = Files(machine[$"feed/ReportMiner.Tool.{ReportJson.Version}.nupkg"]);

        Assert.Superset(new HashSet<string> { "README.md", "lib/net10.0/ReportMiner.dll", "lib/net10.0/ReportMiner.xml", "models/manifest.json", "models/README.md" }, library);
        Assert.Superset(new HashSet<string> { "README.md", "tools/net10.0/any/pipeline.json", "tools/net10.0/any/models/manifest.json" }, tool);
        Assert.DoesNotContain(library.Concat(tool), f => f.Contains("/training/", StringComparison.Ordinal));
    }

    private static HashSet<string> Files(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Select(e => e.FullName)];
    }
}
