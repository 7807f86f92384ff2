namespace ComplaintBot.Commands;

/// <summary>A clock that stands where a script sets it.</summary>
internal sealed class SessionClock(TimeProvider real) : TimeProvider
{
    private DateTimeOffset? set;

    /// <summary>Sets the clock; null lets it run with the real one.</summary>
    public void Set(DateTimeOffset? now) => set = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => set?.ToUniversalTime() ?? real.GetUtcNow();
}
