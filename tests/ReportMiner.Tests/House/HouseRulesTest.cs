using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ReportMiner.Cli;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.House;

public sealed class HouseRulesTest
{
    private static readonly Assembly Library = typeof(Report).Assembly;

    // What is chosen in pipeline.json, and the input, are handed to the stages from above.
    private static readonly Type[] Handed = [typeof(PipelineOptions), typeof(PdfOptions), typeof(LimitOptions), typeof(OutputOptions), typeof(PersonalDataMode), typeof(TagOptions), typeof(TagEngine), typeof(ReportInput)];

    private static readonly string[] Banned =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Environment", "System.Console", "System.Random", "System.Guid.NewGuid", "System.Diagnostics.Stopwatch",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    // Only the server of the review page may answer on the network, on loopback; it may call nobody either.
    private const string Server = "ReportMiner.Cli.Serve";

    // Only these call anybody: the broker that the user names.
    private const string Queue = "ReportMiner.Cli.Queue";

    [Fact]
    public void Nothing_leaves_the_machine()
    {
        var wrong = AssemblyUses.Of(Library).Concat(AssemblyUses.Of(typeof(CommandTree).Assembly))
            .Where(u => IsNetwork(u.Used) && !(u.User.Namespace == Server && Answers(u.Used)) && !(u.User.Namespace == Queue && IsBroker(u.Used)))
            .Select(u => $"{u.User} → {u.Used.DeclaringType?.FullName}.{u.Used.Name}")
            .Distinct().Order(StringComparer.Ordinal);
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_network_test_sees_what_opens_a_connection()
    {
        Assert.Contains(AssemblyUses.Of(typeof(Caller).Assembly), u => u.User == typeof(HouseRulesTest) && u.Used.Name == nameof(HttpClient.GetStringAsync) && IsNetwork(u.Used));
        Assert.True(IsNetwork(typeof(System.Net.Sockets.Socket)));
        Assert.True(IsNetwork(typeof(System.Net.Dns)));
        Assert.True(IsNetwork(typeof(RabbitMQ.Client.ConnectionFactory)));
        Assert.False(IsNetwork(typeof(System.Net.WebUtility)));
    }

    [Fact]
    public void Dependencies_point_one_way()
    {
        var wrong = AssemblyUses.Of(Library)
            .Select(u => (u.User, Used: AssemblyUses.Outer(u.Used as Type ?? u.Used.DeclaringType!)))
            .Where(u => u.Used.Assembly == Library && Ours(u.Used) && Ours(u.User) && !Allowed(u.User, u.Used))
            .Select(u => $"{u.User} → {u.Used}")
            .Distinct().Order(StringComparer.Ordinal);
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_arrow_test_sees_calls_inside_methods()
    {
        var uses = AssemblyUses.Of(Library).ToArray();
        Assert.Contains(uses, u => u.User == typeof(ReportPipeline) && u.Used.DeclaringType?.FullName == "ReportMiner.Emit.ReportComposer");
        Assert.False(Allowed(typeof(ReportMiner.Resources.ResourceDirectory), typeof(ReportPipeline)));
    }

    [Fact]
    public void The_library_asks_no_clock_no_console_no_culture_and_no_environment()
    {
        var wrong = AssemblyUses.Of(Library)
            .Where(u => u.Used is MethodBase)
            .Select(u => (u.User, Name: $"{u.Used.DeclaringType!.FullName}.{u.Used.Name}"))
            .Where(u => Banned.Any(b => u.Name == b || u.Name.StartsWith(b + ".", StringComparison.Ordinal)))
            .Where(u => u.Name != "System.Environment.get_CurrentManagedThreadId") // what `yield` compiles to
            .Where(u => u.User.Namespace != "ReportMiner.Read.Pdf" || !(u.Name.StartsWith("System.Environment.", StringComparison.Ordinal) || u.Name.StartsWith("System.Diagnostics.Stopwatch.", StringComparison.Ordinal))) // runs programs under a time limit
            .Where(u => u.User != typeof(PipelineTelemetry) || !u.Name.StartsWith("System.Diagnostics.Stopwatch.", StringComparison.Ordinal)) // tells listeners how long a stage took, and no output
            .Select(u => $"{u.User}: {u.Name}")
            .Distinct().Order(StringComparer.Ordinal);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Shared_records_have_no_setters()
    {
        var setters = Library.GetTypes()
            .Where(t => t.Namespace == "ReportMiner.Documents" || t.Name.EndsWith("Options", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties().Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).Select(p => $"{t.Name}.{p.Name}"))
            .Concat(Library.GetExportedTypes().SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(f => !f.IsInitOnly && !t.IsEnum).Select(f => $"{t.Name}.{f.Name}")));
        Assert.Empty(setters);
    }

    [Fact]
    public void The_tests_run_in_the_culture_of_the_product() => Assert.Equal(CultureInfo.InvariantCulture, CultureInfo.CurrentCulture);

    private static bool Allowed(Type user, Type used)
    {
        var (from, to) = (Stage(user), Stage(used));
        return from == to || from.Length == 0 || to == "Documents" && from != "Documents" || Handed.Contains(used) && from is not ("Documents" or "Resources") || (from, to) switch
        {
            ("Documents", _) => false,
            ("Resources", _) => false,
            (_, "Resources") => true,
            ("Review", "Emit" or "Learn") => true, // the pages show what Emit writes and what an evaluation finds
            ("Review", "Read") => true, // a document that comes back is read behind the same guards as a report
            ("Review", "Resolve" or "Link") => true, // what a reviewer enters is read as the stages read it
            ("Corpus", "Emit" or "Review" or "Resolve" or "Link") => true, // joins finished reports as the stages read names, dates and facts, and shows them as the pages do
            (_, "Classify") => true,
            ("Learn", "Segment" or "Tag" or "Link") => true, // learns and measures with the stages' own features
            _ => false,
        };
    }

    /// <summary>All of System.Net but the escaping of HTML, and what is built upon it.</summary>
    private static bool Answers(MemberInfo member) =>
        AssemblyUses.Outer(member as Type ?? member.DeclaringType!) is var type &&
        (type.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true || type == typeof(System.Net.IPAddress) || type == typeof(System.Net.HttpStatusCode));

    private static bool IsBroker(MemberInfo member) =>
        (member as Type ?? member.DeclaringType!).Namespace?.StartsWith("RabbitMQ", StringComparison.Ordinal) == true;

    private static bool IsNetwork(MemberInfo member) =>
        AssemblyUses.Outer(member as Type ?? member.DeclaringType!) is var type && type != typeof(System.Net.WebUtility) &&
        Array.Exists(["System.Net", "Microsoft.AspNetCore", "RabbitMQ"], n => type.Namespace == n || type.Namespace?.StartsWith(n + ".", StringComparison.Ordinal) == true);

    // What the compiler makes stands outside the namespaces.
    private static bool Ours(Type type) => type.Namespace?.Split('.')[0] == "ReportMiner";

    private static string Stage(Type type) => type.Namespace?.Split('.') is ["ReportMiner", var stage, ..] ? stage : "";

    /// <summary>Is never called: it is there to be seen.</summary>
    private static class Caller
    {
        public static Task<string> Call(HttpClient client) => client.GetStringAsync(new Uri("https://example.org"));
    }
}
