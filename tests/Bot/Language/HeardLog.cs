using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.Language;

/// <summary>Keeps what is logged, and tells when something came.</summary>
internal sealed class HeardLog : ILogger, IDisposable
{
    private readonly SemaphoreSlim came = new(0);

    public ConcurrentQueue<(int Id, string Text)> Lines { get; } = new();

    public async Task CameAsync() => Assert.True(await came.WaitAsync(TimeSpan.FromSeconds(30)), "nothing was logged");

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Lines.Enqueue((eventId.Id, $"{formatter(state, exception)} {exception}"));
        came.Release();
    }

    public void Dispose() => came.Dispose();
}
