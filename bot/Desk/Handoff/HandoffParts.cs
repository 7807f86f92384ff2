using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Handoff;

/// <summary>What handoffs are put together from.</summary>
internal sealed record HandoffParts
{
    public required IHandoffStore Handoffs { get; init; }

    public required HandoffSettings Settings { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The lines of a conversation after one.</summary>
    public required Func<ConversationKey, long, CancellationToken, Task<IReadOnlyList<TranscriptLine>>> Transcript { get; init; }

    public required ILogger Log { get; init; }
}

/// <summary>Carries a command to its conversation.</summary>
/// <param name="key">The conversation.</param>
/// <param name="person">In whose name.</param>
/// <param name="command">What to do.</param>
/// <param name="id">The command's id: the same one is the same command.</param>
/// <returns>Why it was refused, or null.</returns>
internal delegate Task<DeskRefusal?> CarryCommand(ConversationKey key, DeskPerson person, DeskCommand command, string id);
