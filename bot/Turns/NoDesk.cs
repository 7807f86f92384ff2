using ComplaintBot.Dialogs.Complaint;

namespace ComplaintBot.Turns;

/// <summary>Where there is no desk, in the terminal and in scripts: nobody is there, and nobody is told.</summary>
internal sealed class NoDesk : IDesk
{
    private NoDesk()
    {
    }

    /// <summary>The only one: it has no state.</summary>
    public static NoDesk Instance { get; } = new();

    /// <inheritdoc/>
    public Task<DeskStatus> StatusAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken) => Task.FromResult(DeskStatus.Nobody);

    /// <inheritdoc/>
    public Task<(bool IsOnline, DateTimeOffset? SeenAt)> AgentAsync(ConversationKey key, CancellationToken cancellationToken) => Task.FromResult((false, (DateTimeOffset?)null));

    /// <inheritdoc/>
    public void Changed(ConversationKey key)
    {
    }
}
