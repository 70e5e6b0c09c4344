using System.CommandLine;
using ReportMiner.Emit;
using ReportMiner.Resources;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer models</c>: seals and verifies a models folder.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var sealedFolder = new Argument<string>("DIR") { Description = "models 폴더 / models folder" };
        var seal = new Command("seal", "규칙이나 이름 목록을 고친 뒤 manifest.json을 새로 씁니다. / Rewrites manifest.json after an edit of rules or lists.\n\n예 / Example:\n  reportminer models seal models") { sealedFolder };
        seal.SetAction(parse =>
        {
            var folder = parse.GetRequiredValue(sealedFolder);
            UsageException.ThrowIfNoFolder(folder);
            ResourceDirectory.Seal(folder, ReportJson.Version);
            parse.InvocationConfiguration.Error.WriteLine($"{Path.Combine(folder, ResourceDirectory.ManifestName)}: 새로 썼습니다 / written");
            return ExitCode.Success;
        });

        var checkedFolder = new Argument<string?>("DIR") { Description = "models 폴더(없으면 프로그램 옆) / models folder; default: beside the program", Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", "파일들이 manifest.json과 같은지 봅니다. / Checks the files against manifest.json.\n\n예 / Example:\n  reportminer models verify models") { checkedFolder };
        verify.SetAction(parse =>
        {
            var resources = ResourceDirectory.Open(parse.GetValue(checkedFolder) ?? new ReportPipelineBuilder().Models);
            foreach (var file in resources.Files)
            {
                _ = resources.ReadText(file.Name);
                parse.InvocationConfiguration.Output.WriteLine($"{file.Name}\t{file.Version}\t{file.Sha256}");
            }

            parse.InvocationConfiguration.Error.WriteLine($"파일 {resources.Files.Length}개가 모두 맞습니다 / all {resources.Files.Length} files match");
            return ExitCode.Success;
        });
        return new Command("models", "규칙과 이름 목록(models 폴더)을 다룹니다. / Seals and verifies the folder of rules and lists.") { seal, verify };
    }
}
