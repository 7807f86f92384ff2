using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Turns.Watching;

/// <summary>Measures turns and says in the log what became of each: which conversation, which case, where it stands now. Never what was said.</summary>
/// <param name="log">Where it is said.</param>
/// <param name="time">Measures.</param>
internal sealed class TurnWatch(ILogger log, TimeProvider time)
{
    /// <summary>Measures, and says nothing.</summary>
    public static readonly TurnWatch Silent = new(NullLogger.Instance, TimeProvider.System);

    /// <summary>Begins to watch a turn, until what is returned is disposed.</summary>
    public WatchedTurn Begin(Inbound inbound) => new(inbound, log, time);
}
