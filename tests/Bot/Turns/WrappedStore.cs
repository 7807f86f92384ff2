using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Turns;

/// <summary>The real store, with something happening before a commit.</summary>
internal sealed class WrappedStore(IConversationStore store) : IConversationStore
{
    private int looks;

    /// <summary>Called with every commit before it is made; an outcome other than null is answered in its place.</summary>
    public Func<TurnCommit, CancellationToken, Task<CommitOutcome?>> Before { get; set; } = (_, _) => Task.FromResult<CommitOutcome?>(null);

    /// <summary>Every commit that was tried.</summary>
    public List<TurnCommit> Tried { get; } = [];

    /// <summary>How often an inbox or a conversation was asked for.</summary>
    public int Looks => looks;

    public async Task<CommitResult> TryCommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        lock (Tried) Tried.Add(commit);
        return await Before(commit, cancellationToken) is { } outcome ? CommitResult.Nothing(outcome) : await store.TryCommitAsync(commit, cancellationToken);
    }

    public Task<StoredConversation?> LoadAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref looks);
        return store.LoadAsync(key, now, cancellationToken);
    }

    public Task<Acceptance> AcceptAsync(Inbound inbound, CancellationToken cancellationToken) => store.AcceptAsync(inbound, cancellationToken);

    public Task<bool> IsKnownAsync(Inbound inbound, CancellationToken cancellationToken) => store.IsKnownAsync(inbound, cancellationToken);

    public Task<long?> LastSequenceAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken) => store.LastSequenceAsync(key, now, cancellationToken);

    public Task<IReadOnlyList<ConversationKey>> RemindersAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => store.RemindersAsync(now, most, cancellationToken);

    public Task<bool> KeepFileAsync(ConversationKey key, KeptFile file, CancellationToken cancellationToken) => store.KeepFileAsync(key, file, cancellationToken);

    public Task<KeptFile?> FileAsync(ConversationKey key, string id, CancellationToken cancellationToken) => store.FileAsync(key, id, cancellationToken);

    public Task<IReadOnlyList<Inbound>> InboxAsync(ConversationKey? key, int most, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref looks);
        return store.InboxAsync(key, most, cancellationToken);
    }

    public Task<IReadOnlyList<OutboxLine>> OutboxAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => store.OutboxAsync(now, most, cancellationToken);

    public Task<IReadOnlyList<OutboxLine>> OutboxOfAsync(ConversationKey key, DateTimeOffset now, int most, CancellationToken cancellationToken) => store.OutboxOfAsync(key, now, most, cancellationToken);

    public Task<DateTimeOffset?> OldestUnsentAsync(CancellationToken cancellationToken) => store.OldestUnsentAsync(cancellationToken);

    public Task MarkSentAsync(ConversationKey key, long sequence, CancellationToken cancellationToken) => store.MarkSentAsync(key, sequence, cancellationToken);

    public Task MarkFailedAsync(ConversationKey key, long sequence, DateTimeOffset? tryAgain, string reason, CancellationToken cancellationToken) =>
        store.MarkFailedAsync(key, sequence, tryAgain, reason, cancellationToken);

    public Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(ConversationKey key, long after, CancellationToken cancellationToken) => store.TranscriptAsync(key, after, cancellationToken);

    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken) => store.ExpireAsync(now, cancellationToken);

    public Task ArchiveAsync(string fingerprint, IReadOnlyList<PlaybookSource> sources, CancellationToken cancellationToken) => store.ArchiveAsync(fingerprint, sources, cancellationToken);

    public Task<IReadOnlyList<PlaybookSource>?> ArchivedAsync(string fingerprint, CancellationToken cancellationToken) => store.ArchivedAsync(fingerprint, cancellationToken);
}
