using Microsoft.Extensions.Logging;

namespace ComplaintBot.Channels;

/// <summary>What a person has to put right at a channel: said to the log once, and in health until it is over.</summary>
/// <param name="channel">The channel's name in the log.</param>
/// <param name="log">Told of it.</param>
internal sealed class ChannelTrouble(string channel, ILogger log)
{
    private volatile string? words;

    /// <summary>What it is, or null.</summary>
    public string? Words => words;

    /// <summary>Notes what a failure says of it; null says nothing, and leaves what was noted before.</summary>
    public void Note(string? found)
    {
        if (found is null) return;
        if (found != words) ChannelLog.Troubled(log, channel, found);
        words = found;
    }

    /// <summary>It has been put right.</summary>
    public void End() => words = null;
}
