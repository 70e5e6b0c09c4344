using System.Text;
using System.Text.RegularExpressions;
using ReportMiner.Cli.Serve;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Cli.Serve;

public sealed class LabelTests
{
    private static readonly string Labels = Encoding.UTF8.GetString(ServeAssets.Find("labels.js")!.Value.Bytes);

    [Fact]
    public void Every_label_the_scripts_name_is_there_and_every_label_of_theirs_is_used()
    {
        var folder = Repository.PathOf("src/ReportMiner.Cli/Serve/Assets");
        var scripts = string.Concat(Directory.GetFiles(folder, "*.js").Select(File.ReadAllText));
        var named = Regex.Matches(scripts, @"(?:label|fill)\('([^']+)'\s*[,)]").Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > 60);
        Assert.All(named, n => Assert.Contains($"\"{n}\":{{\"ko\":", Labels, StringComparison.Ordinal));

        var own = Regex.Matches(File.ReadAllText(Path.Combine(folder, "texts.json")), "^  \"([^\"]+)\":", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        // The last part may be a code: label('serve.state.' + state), label(`serve.${side}Left`).
        Assert.All(own, n => Assert.True(
            scripts.Contains($"'{n}'", StringComparison.Ordinal) || scripts.Contains($"'{n[..(n.LastIndexOf('.') + 1)]}'", StringComparison.Ordinal) || n.StartsWith("serve.start", StringComparison.Ordinal) || n.StartsWith("serve.end", StringComparison.Ordinal),
            n));
    }

    [Fact]
    public void The_page_loads_only_what_the_server_has()
    {
        foreach (var name in new[] { "index.html" }.Concat(Directory.GetFiles(Repository.PathOf("src/ReportMiner.Cli/Serve/Assets"), "*.js").Select(f => Path.GetFileName(f)!)))
        {
            var text = Encoding.UTF8.GetString(ServeAssets.Find(name)!.Value.Bytes);
            var asked = Regex.Matches(text, @"(?:/assets/|from '\./)([\w.]+)").Select(m => m.Groups[1].Value);
            Assert.All(asked, a => Assert.NotNull(ServeAssets.Find(a)));
            Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|https?://(?!www\\.w3\\.org)", text);
        }
    }
}
