namespace ReportMiner.Cli.Queue;

/// <summary>Lets work go on side by side, but some of it only alone.</summary>
/// <param name="places">How much goes on at a time.</param>
internal sealed class AloneGate(int places) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places);
    private readonly SemaphoreSlim _entry = new(1);

    public async Task<T> RunAsync<T>(bool alone, Func<Task<T>> work)
    {
        var taken = alone ? places : 1;
        // One after the other: two that want all places would wait for each other.
        await _entry.WaitAsync();
        for (var i = 0; i < taken; i++)
        {
            await _places.WaitAsync();
        }

        _entry.Release();
        try
        {
            return await work();
        }
        finally
        {
            _places.Release(taken);
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _entry.Dispose();
    }
}
