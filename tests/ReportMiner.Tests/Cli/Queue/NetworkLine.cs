using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ReportMiner.Tests.Cli.Queue;

/// <summary>A line to the broker that can be cut: every byte goes through here.</summary>
internal sealed class NetworkLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private readonly int _target;
    private volatile TaskCompletionSource _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _refuses;

    public NetworkLine(int target)
    {
        _target = target;
        _flowing.SetResult();
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Breaks what is connected and lets nobody connect.</summary>
    public void Break()
    {
        _refuses = true;
        while (_ends.TryTake(out var end))
        {
            end.Close();
        }
    }

    /// <summary>Nothing arrives any more, and nobody is told.</summary>
    public void FallSilent() => _flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend()
    {
        _refuses = false;
        _flowing.TrySetResult();
    }

    public void Dispose()
    {
        _listener.Stop();
        Break();
        _flowing.TrySetResult();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync();
                if (_refuses)
                {
                    near.Close();
                    continue;
                }

                var far = new TcpClient();
                _ends.Add(near);
                _ends.Add(far);
                _ = JoinAsync(near, far);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task JoinAsync(TcpClient near, TcpClient far)
    {
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream()), PumpAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
        {
            // The broker is down, or the line was broken.
        }

        near.Close();
        far.Close();
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReadAsync(buffer) is var length and > 0)
            {
                await _flowing.Task;
                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The line was broken.
        }
    }
}
