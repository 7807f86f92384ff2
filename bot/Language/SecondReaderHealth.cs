using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Language;

/// <summary>How Azure AI Language fares, for health and log: kinds of failures and times, never words of a message or of an answer.</summary>
internal sealed class SecondReaderHealth(TimeProvider clock, ILogger logger)
{
    private readonly Lock guard = new();

    /// <summary>How it fares.</summary>
    public SecondReaderState State { get; private set; }

    /// <summary>Since when; the start of the process at first.</summary>
    public DateTimeOffset Since { get; private set; } = clock.GetUtcNow();

    /// <summary>The last failure in words, also when it is over; null before the first.</summary>
    public string? LastError { get; private set; }

    /// <summary>A sentence for health; null while all is well.</summary>
    public string? Trouble
    {
        get
        {
            lock (guard)
                return State == SecondReaderState.Working ? null : $"Azure AI Language does not help since {Since.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}; messages are read without it. {LastError}";
        }
    }

    /// <summary>An answer came.</summary>
    public void Succeeded() => Become(SecondReaderState.Working, null);

    /// <summary>An answer failed.</summary>
    public void Failed(string error) => Become(SecondReaderState.Failing, error);

    /// <summary>It is left alone from now on.</summary>
    public void Rests(string error) => Become(SecondReaderState.Resting, error);

    private void Become(SecondReaderState state, string? error)
    {
        lock (guard)
        {
            LastError = error ?? LastError;
            // What was under way when the rest began says nothing about its end.
            if (State == state || State == SecondReaderState.Resting && state == SecondReaderState.Failing) return;
            if (State == SecondReaderState.Working || state == SecondReaderState.Working) Since = clock.GetUtcNow();
            State = state;
        }

        if (state == SecondReaderState.Working) LanguageLog.Recovered(logger);
        else LanguageLog.Troubled(logger, state, error!);
    }
}
