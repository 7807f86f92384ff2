using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>Writes what a turn left behind by one script. A case number lies in another partition: it is reserved before and given back when the turn is refused.</summary>
internal sealed class RedisTurns(RedisLink link, RedisNodes nodes, RedisCaseNumbers numbers)
{
    /// <summary>Redis forgets a conversation by itself only this long after it was last written, or up to a day sooner, should nobody have looked after it.</summary>
    public static readonly RedisValue Net = (RedisValue)(long)TimeSpan.FromDays(400).TotalMilliseconds;

    /// <summary>Told the partition of a commit that filed case events.</summary>
    public Action<PartitionKeys> Filed { get; set; } = _ => { };

    /// <summary>Writes a turn; whatever is refused leaves nothing.</summary>
    /// <exception cref="InvalidOperationException">An event belongs to a case that was never opened.</exception>
    public async Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var talk = link.Keys.Of(commit.Inbound.Key);
        await numbers.CheckAsync(commit, cancellationToken).ConfigureAwait(false);
        var reservation = commit.OpenedCase is { } number ? await numbers.ReserveAsync(number, talk.Member, cancellationToken).ConfigureAwait(false) : null;
        if (commit.OpenedCase is not null && reservation is null) return CommitResult.Nothing(CommitOutcome.CaseNumberTaken);

        var lines = Lines(commit);
        var values = new List<RedisValue>(28 + (3 * lines.Count));
        AddTurn(values, commit, talk, nodes.Own);
        AddChat(values, commit, lines);
        foreach (var (activity, kind, at) in lines)
        {
            values.Add(kind);
            values.Add(Millis.Floor(at));
            values.Add(RedisLine.Json(activity));
        }

        // When no answer comes the reservation stays: the turn may have been written.
        var answer = (RedisResult[])(await link.RunAsync(RedisScript.Commit, talk.All, [.. values], cancellationToken).ConfigureAwait(false))!;
        var outcome = (string)answer[0]! switch { "committed" => CommitOutcome.Committed, "stale" => CommitOutcome.Stale, _ => CommitOutcome.Duplicate };
        if (outcome != CommitOutcome.Committed)
        {
            if (reservation is not null) await numbers.FreeAsync(commit.OpenedCase!, reservation).ConfigureAwait(false);
            return CommitResult.Nothing(outcome);
        }

        if (FiledTurnJson.HasAny(commit)) Filed(talk.Partition);
        return new(outcome, Outgoing(commit, lines.Count, answer)) { IsInboxEmpty = (string)answer[2]! == "" };
    }

    private void AddTurn(List<RedisValue> values, TurnCommit commit, TalkKeys talk, long node)
    {
        var inbound = commit.Inbound;
        values.AddRange(
        [
            talk.Member, Millis.Floor(commit.At), commit.ExpectedVersion, commit.State, Millis.Ceiling(commit.Expires), commit.Fingerprint ?? "",
            commit.RemindAt is { } remind ? Millis.Ceiling(remind) : "",
            Uri.EscapeDataString(inbound.DedupeId), Millis.Floor(inbound.At), Millis.Ceiling(inbound.At + IConversationStore.DedupeFor),
            inbound.InboxId is { } place ? string.Join(' ', inbound.Before.Append(place).Select(Millis.Text)) : "",
            node, Net, link.Keys.Channel,
            FiledTurnJson.HasAny(commit) ? FiledTurnJson.Write(commit) : "",
        ]);
    }

    private static void AddChat(List<RedisValue> values, TurnCommit commit, List<(Activity Activity, string Kind, DateTimeOffset At)> lines)
    {
        if (commit.Chat is not { } row)
        {
            values.AddRange(Enumerable.Repeat((RedisValue)"", 12));
            return;
        }

        var chat = row.Summary;
        var (last, nth) = Last(commit, lines);
        var (open, taken) = (!chat.Over, chat.TakenAt);
        values.AddRange(
        [
            RedisChatRow.Write(chat), row.About ?? "", commit.At.UtcTicks,
            last?.Text ?? "", last?.From ?? "", nth, last is null ? 0 : Millis.Floor(last.At),
            open && chat.Owner == Owner.Waiting ? RedisChatRow.Urgency(chat.Priority, chat.QueuedAt ?? commit.At) : "",
            open && chat.Owner == Owner.Person ? RedisChatRow.Urgency(chat.Priority, commit.At) : "",
            chat.Approvals.Count > 0 ? Millis.Floor(commit.At) : "",
            taken is { } at ? $"{Millis.Text(Millis.Floor(at))} {Millis.Text(at.UtcTicks)}" : "",
            Math.Clamp(chat.Priority, 0, 3),
        ]);
    }

    /// <summary>The last thing said, and which of the new lines it is; 0 for a message that became a line when it was accepted.</summary>
    private static (ChatLine? Line, int Nth) Last(TurnCommit commit, List<(Activity Activity, string Kind, DateTimeOffset At)> lines)
    {
        var last = commit.Inbound is { IsLine: true, Sequence: not null } came ? ChatLine.Of(came.Activity, isOutgoing: false, came.At) : null;
        var nth = 0;
        for (var i = 0; i < lines.Count; i++)
            if (ChatLine.Of(lines[i].Activity, lines[i].Kind != RedisLine.Came, lines[i].At) is { } line) (last, nth) = (line, i + 1);
        return (last, nth);
    }

    /// <summary>The lines a turn adds, in order.</summary>
    private static List<(Activity Activity, string Kind, DateTimeOffset At)> Lines(TurnCommit commit)
    {
        var lines = new List<(Activity, string, DateTimeOffset)>();
        if (commit.Inbound is { IsLine: true, Sequence: null } came) lines.Add((came.Activity, RedisLine.Came, came.At));
        foreach (var activity in commit.Outgoing)
            if (activity.Type != ActivityTypes.Typing) lines.Add((activity, activity.Type == ActivityTypes.Event || commit.IsFetched ? RedisLine.Noted : RedisLine.Said, commit.At));
        return lines;
    }

    /// <summary>What is to be sent, with the numbers and times the script has given.</summary>
    private static List<OutboxLine> Outgoing(TurnCommit commit, int lines, RedisResult[] answer)
    {
        var (key, outgoing) = (commit.Inbound.Key, new List<OutboxLine>());
        var (before, nth) = ((long)answer[1], lines - commit.Outgoing.Count(activity => activity.Type != ActivityTypes.Typing));
        foreach (var activity in commit.Outgoing)
        {
            // A copy: the turn may have to be run and committed again, and its activities are not ours.
            var said = activity.Copy();
            if (activity.Type == ActivityTypes.Typing)
            {
                outgoing.Add(new(key, 0, said, 0));
                continue;
            }

            nth++;
            RedisLine.Name(said, RedisLine.Said, key, before + nth, Millis.Time((long)answer[nth + 2]));
            if (activity.Type != ActivityTypes.Event) outgoing.Add(new(key, before + nth, said, 0));
        }

        return outgoing;
    }
}
