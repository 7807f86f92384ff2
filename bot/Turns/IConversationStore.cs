using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Turns;

/// <summary>
/// Keeps conversations. Nothing is written by anybody but through <see cref="TryCommitAsync"/> and <see cref="AcceptAsync"/>, and each
/// of them is atomic: after a crash either all of it is there or none.
/// </summary>
internal interface IConversationStore
{
    /// <summary>How long deliveries are remembered: longer than any channel repeats them.</summary>
    static readonly TimeSpan DedupeFor = TimeSpan.FromDays(8);

    /// <summary>How long an untouched conversation is kept: well beyond the 24 hours after which a customer may still go on.</summary>
    static readonly TimeSpan KeepFor = TimeSpan.FromDays(90);

    /// <summary>Loads a conversation; null when there is none, no turn has been run on it yet, or it has expired.</summary>
    Task<StoredConversation?> LoadAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what a turn left behind, if nobody wrote since and the delivery is new. The outgoing activities get their id and a time that
    /// is later than every line before; the turn's own are left as they are, so that it can be run and committed again.
    /// </summary>
    Task<CommitResult> TryCommitAsync(TurnCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Accepts a delivery durably, to be worked off later, and begins its conversation if there is none. A message is a line of the
    /// transcript from here on, with the line's id (unless it has one) and time. A reminder that was waiting is dropped.
    /// </summary>
    Task<Acceptance> AcceptAsync(Inbound inbound, CancellationToken cancellationToken);

    /// <summary>Whether a delivery was accepted or worked off before and still is remembered.</summary>
    Task<bool> IsKnownAsync(Inbound inbound, CancellationToken cancellationToken);

    /// <summary>The number of the last line of a conversation, 0 while it has none; null when there is no such conversation or it has expired.</summary>
    Task<long?> LastSequenceAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// The conversations that want to be reminded by now, the longest due first. They do until something is accepted for them: a crash
    /// before that loses no reminder.
    /// </summary>
    Task<IReadOnlyList<ConversationKey>> RemindersAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Keeps a file with its conversation; false when there is no such conversation.</summary>
    Task<bool> KeepFileAsync(ConversationKey key, KeptFile file, CancellationToken cancellationToken);

    /// <summary>A file of a conversation, or null.</summary>
    Task<KeptFile?> FileAsync(ConversationKey key, string id, CancellationToken cancellationToken);

    /// <summary>Deliveries that were accepted and not yet worked off, oldest first; of one conversation, or of all.</summary>
    Task<IReadOnlyList<Inbound>> InboxAsync(ConversationKey? key, int most, CancellationToken cancellationToken);

    /// <summary>What is to be delivered now: of each conversation the oldest lines first, none behind one that waits for its next try.</summary>
    Task<IReadOnlyList<OutboxLine>> OutboxAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>What is to be delivered now in one conversation, oldest first; nothing behind a line that waits for its next try.</summary>
    Task<IReadOnlyList<OutboxLine>> OutboxOfAsync(ConversationKey key, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Since when the line that has waited longest to be delivered waits, those given up not counted; null when none waits.</summary>
    Task<DateTimeOffset?> OldestUnsentAsync(CancellationToken cancellationToken);

    /// <summary>Notes that a line was delivered.</summary>
    Task MarkSentAsync(ConversationKey key, long sequence, CancellationToken cancellationToken);

    /// <summary>Notes that a line could not be delivered and when to try again; null gives it up for good, with the reason, also a line that had left and of which it is told afterwards that it did not arrive.</summary>
    Task MarkFailedAsync(ConversationKey key, long sequence, DateTimeOffset? tryAgain, string reason, CancellationToken cancellationToken);

    /// <summary>The transcript after a line.</summary>
    Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(ConversationKey key, long after, CancellationToken cancellationToken);

    /// <summary>Forgets conversations and deliveries whose time has come by our clock, and playbooks no conversation needs.</summary>
    /// <returns>How many conversations were forgotten.</returns>
    Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps the files of a playbook as long as a conversation goes by it.</summary>
    Task ArchiveAsync(string fingerprint, IReadOnlyList<PlaybookSource> sources, CancellationToken cancellationToken);

    /// <summary>The files of an archived playbook, or null.</summary>
    Task<IReadOnlyList<PlaybookSource>?> ArchivedAsync(string fingerprint, CancellationToken cancellationToken);
}
