using System.Threading.Channels;
using ComplaintBot.Dialogs.Vocabulary;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace ComplaintBot.Language;

/// <summary>
/// Azure AI Language as a second reader: never slower than its time-out, left alone while it fails. Texts of turns that come at the same
/// moment go out in one request; none is held back for others to come.
/// </summary>
internal sealed class AzureLanguage : ISecondReader, IAsyncDisposable
{
    /// <summary>Shorter messages are answers: locally they are read with the question, which the service does not know.</summary>
    private const int FewestLetters = 6;

    private const int MostWaiting = 1_000;

    /// <summary>Half of at least six requests within half a minute: two messages, all of whose tasks failed.</summary>
    private const int EnoughRequests = 6;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private readonly AzureLanguageSettings settings;
    private readonly AzureLanguageClient client;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline<SecondReading?[]> pipeline;
    private readonly Channel<Entry> waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly CancellationTokenSource stopping = new();
    private readonly Task pump;
    private long restsUntil;

    /// <summary>Starts reading.</summary>
    public AzureLanguage(AzureLanguageSettings settings, TimeProvider clock, ILogger logger)
    {
        (this.settings, this.clock) = (settings, clock);
        Health = new(clock, logger);
        client = new(settings, clock);
        pipeline = Guarded();
        pump = Task.Run(PumpAsync);
    }

    /// <summary>How the service fares.</summary>
    public SecondReaderHealth Health { get; }

    /// <inheritdoc/>
    public async ValueTask<SecondReading?> ReadAsync(string text, Tongue language, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow().UtcTicks < Volatile.Read(ref restsUntil) || !IsWorthAsking(text)) return null;
        var entry = new Entry(new(Cut(text), NameOf(language)));
        if (!waiting.Writer.TryWrite(entry)) return null;
        try
        {
            await entry.Done.Task.WaitAsync(settings.Timeout, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Whatever came in time is used.
        }

        return entry.Reading;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await stopping.CancelAsync().ConfigureAwait(false);
        await pump.ConfigureAwait(false);
        client.Dispose();
        stopping.Dispose();
    }

    private async Task PumpAsync()
    {
        var underWay = new List<Task>();
        while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new List<Entry>();
            while (batch.Count < AzureLanguageClient.MostDocuments && waiting.Reader.TryRead(out var entry)) batch.Add(entry);
            underWay.RemoveAll(sending => sending.IsCompleted);
            underWay.Add(SendAsync(batch));
        }

        await Task.WhenAll(underWay).ConfigureAwait(false);
    }

    private async Task SendAsync(List<Entry> batch)
    {
        LanguageDocument[] documents = [.. batch.Select(entry => entry.Document)];
        await Task.WhenAll(settings.Tasks.Select(task => AskAsync(task, documents, batch))).ConfigureAwait(false);
        foreach (var entry in batch) entry.Done.TrySetResult();
    }

    private async Task AskAsync(LanguageTask task, LanguageDocument[] documents, List<Entry> batch)
    {
        try
        {
            var readings = await pipeline.ExecuteAsync(async token => await client.AskAsync(task, documents, token).ConfigureAwait(false), stopping.Token).ConfigureAwait(false);
            for (var i = 0; i < readings.Length; i++)
                if (readings[i] is { } reading) batch[i].Add(reading);
            Health.Succeeded();
        }
        catch (BrokenCircuitException)
        {
            // It rests, and health says so since it began to.
        }
        catch (TimeoutRejectedException)
        {
            Health.Failed($"It took longer than {settings.Timeout.TotalMilliseconds} ms.");
        }
        catch (LanguageServiceException failure)
        {
            Health.Failed(failure.Message);
            if (failure.RetryAfter is { } wait) LeaveAlone(failure.Message, wait);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody waits any more.
        }
        catch (Exception unknown) when (unknown is not OutOfMemoryException)
        {
            Health.Failed($"It failed in an unexpected way: {unknown.GetType().Name}.");
        }
    }

    private void LeaveAlone(string error, TimeSpan wait)
    {
        var until = clock.GetUtcNow() + (wait < LongestRest ? wait : LongestRest);
        Interlocked.Exchange(ref restsUntil, until.UtcTicks);
        Health.Rests($"{error} It is asked again in {Math.Ceiling((until - clock.GetUtcNow()).TotalSeconds)} s.");
    }

    private ResiliencePipeline<SecondReading?[]> Guarded()
    {
        var breaker = new CircuitBreakerStrategyOptions<SecondReading?[]>
        {
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is not (null or LanguageServiceException { RetryAfter: not null }) && !stopping.IsCancellationRequested),
            FailureRatio = 0.5,
            MinimumThroughput = EnoughRequests,
            SamplingDuration = Rest,
            BreakDuration = Rest,
            OnOpened = opened =>
            {
                Health.Rests($"{(opened.Outcome.Exception is LanguageServiceException failure ? failure.Message : "It was too slow.")} It is asked again in {Rest.TotalSeconds} s.");
                return ValueTask.CompletedTask;
            },
        };
        return new ResiliencePipelineBuilder<SecondReading?[]> { TimeProvider = clock }.AddCircuitBreaker(breaker).AddTimeout(settings.Timeout).Build();
    }

    private static bool IsWorthAsking(string text)
    {
        var letters = 0;
        foreach (var c in text)
            if (char.IsLetter(c) && ++letters == FewestLetters) return true;
        return false;
    }

    private static string Cut(string text)
    {
        if (text.Length <= AzureLanguageClient.LongestText) return text;
        var end = AzureLanguageClient.LongestText;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    private static string NameOf(Tongue language) => language switch
    {
        Tongue.En => "en",
        Tongue.ZhHant => "zh-hant",
        _ => "zh-hans",
    };

    /// <summary>A text on its way, and what is known of it so far.</summary>
    private sealed class Entry(LanguageDocument document)
    {
        private SecondReading? reading;

        public LanguageDocument Document => document;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SecondReading? Reading => Volatile.Read(ref reading);

        public void Add(SecondReading part)
        {
            lock (Done) Volatile.Write(ref reading, reading is null ? part : reading.With(part));
        }
    }
}
