using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;
using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

/// <summary>A RabbitMQ node of the tests' own: on loopback, on free ports, in a temporary folder, with its own cookie and port mapper.</summary>
public sealed class BrokerNode : IAsyncLifetime
{
    /// <summary>Where Debian's package has the server itself; its command in PATH would change to another account.</summary>
    internal const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly string _home = Directory.CreateTempSubdirectory("reportminer-rabbitmq-").FullName;
    private readonly int _mapperPort = FreePort();
    private readonly int _nodePort = FreePort();
    private Process? _mapper;
    private Process? _server;

    internal int Port { get; } = FreePort();

    internal string Address(string queue) => $"amqp://127.0.0.1:{Port}/?queue={queue}";

    public async Task InitializeAsync()
    {
        if (File.Exists(Program))
        {
            File.WriteAllText(Path.Combine(_home, "plugins"), "[].");
            _mapper = Start("epmd", "-port", $"{_mapperPort}", "-address", "127.0.0.1");
            await StartAsync();
        }
    }

    public Task DisposeAsync()
    {
        Kill();
        _mapper?.Kill();
        _mapper?.Dispose();
        Directory.Delete(_home, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>As a loss of power does.</summary>
    internal void Kill()
    {
        _server?.Kill(entireProcessTree: true);
        _server?.WaitForExit();
        _server?.Dispose();
        _server = null;
    }

    internal async Task StartAsync()
    {
        _server = Start(Program);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = Port }.CreateConnectionAsync();
                return;
            }
            catch (Exception) when (watch.Elapsed < TimeSpan.FromSeconds(90) && !_server.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <summary>Does something on a channel, without the code under test.</summary>
    internal async Task<T> OnChannelAsync<T>(Func<IChannel, Task<T>> work)
    {
        await using var connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = Port }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await work(channel);
    }

    /// <summary>Whether a queue is empty and no worker holds anything of it: what is handed out counts too.</summary>
    internal async Task<bool> IsDrainedAsync(string queue)
    {
        using var process = Process.Start(Information(Path.Combine(Path.GetDirectoryName(Program)!, "rabbitmqctl"), "--quiet", "list_queues", "--no-table-headers", "name", "messages"))!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await errors;
        return (await output).Split('\n').Contains($"{queue}\t0", StringComparer.Ordinal);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(Information(program, arguments))!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private ProcessStartInfo Information(string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _home };
        foreach (var (name, value) in new (string, string)[]
        {
            ("HOME", _home),
            ("ERL_EPMD_PORT", $"{_mapperPort}"),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODENAME", "reportminer@localhost"),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODE_PORT", $"{Port}"),
            ("RABBITMQ_DIST_PORT", $"{_nodePort}"),
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
            ("RABBITMQ_MNESIA_BASE", Path.Combine(_home, "data")),
            ("RABBITMQ_LOG_BASE", Path.Combine(_home, "log")),
            ("RABBITMQ_FEATURE_FLAGS_FILE", Path.Combine(_home, "flags")),
            ("RABBITMQ_PID_FILE", Path.Combine(_home, "pid")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(_home, "plugins")),
            ("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
            ("RABBITMQ_CONFIG_FILE", Path.Combine(_home, "none")),
            ("RABBITMQ_ADVANCED_CONFIG_FILE", Path.Combine(_home, "none")),
        })
        {
            info.Environment[name] = value;
        }

        return info;
    }
}
