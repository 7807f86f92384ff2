using System.Text;
using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.CrashingChild;

/// <summary>
/// A bot reduced to what must survive a crash: it takes deliveries, keeps the ids it worked off as its state, answers each, and
/// sends the answers. Started again it gets every delivery again, for the channel can't know what was lost.
/// </summary>
internal sealed class Worker(string folder, Script script, SqliteDatabase database, Death death)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly SqliteConversationStore store = new(database);
    private readonly Journal acknowledged = new(AcknowledgedFile(folder));
    private readonly Journal sent = new(SentFile(folder));

    /// <summary>Where the channel notes which deliveries the bot has acknowledged.</summary>
    public static string AcknowledgedFile(string folder) => Path.Combine(folder, "acknowledged");

    /// <summary>Where the channel notes what it was sent: key, sequence and text.</summary>
    public static string SentFile(string folder) => Path.Combine(folder, "sent");

    public Task RunAsync()
    {
        var before = acknowledged.Lines.ToHashSet();
        return Parallel.ForEachAsync(script.Talks, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (talk, _) => await TalkAsync(talk, before).ConfigureAwait(false));
    }

    private async Task TalkAsync(Talk talk, HashSet<string> before)
    {
        foreach (var delivery in talk.Deliveries)
        {
            await TakeAsync(talk, delivery, before.Contains(delivery.Id)).ConfigureAwait(false);
            if (delivery.Repeated) await TakeAsync(talk, delivery, true).ConfigureAwait(false);
        }

        await WorkOffInboxAsync(talk).ConfigureAwait(false);
        await SendAsync(talk).ConfigureAwait(false);
    }

    /// <exception cref="InvalidOperationException">A delivery that had been acknowledged is not known any more.</exception>
    private async Task TakeAsync(Talk talk, Delivery delivery, bool wasAcknowledged)
    {
        death.Step("before-taking");
        var inbound = new Inbound(talk.Key, delivery.Id, Activity.Message(delivery.Id), Now);
        bool isNew;
        if (delivery.ByInbox)
        {
            isNew = (await store.AcceptAsync(inbound, default).ConfigureAwait(false)).IsNew;
        }
        else
        {
            await WorkOffInboxAsync(talk).ConfigureAwait(false);
            isNew = await TurnAsync(talk, inbound).ConfigureAwait(false);
        }

        if (isNew && wasAcknowledged) throw new InvalidOperationException($"{delivery.Id} was acknowledged and then lost.");
        death.Step("before-acknowledging");
        if (!wasAcknowledged) acknowledged.Add(delivery.Id);
        death.Step("acknowledged");
        if (!delivery.ByInbox || delivery.AtOnce) await WorkOffInboxAsync(talk).ConfigureAwait(false);
        if (delivery.AtOnce) await SendAsync(talk).ConfigureAwait(false);
    }

    private async Task WorkOffInboxAsync(Talk talk)
    {
        foreach (var inbound in await store.InboxAsync(talk.Key, 100, default).ConfigureAwait(false)) await TurnAsync(talk, inbound).ConfigureAwait(false);
    }

    private async Task<bool> TurnAsync(Talk talk, Inbound inbound)
    {
        var loaded = await store.LoadAsync(talk.Key, Now, default).ConfigureAwait(false);
        var state = loaded is null ? inbound.DedupeId : $"{Encoding.UTF8.GetString(loaded.State)} {inbound.DedupeId}";
        var data = new Dictionary<string, string> { ["id"] = inbound.DedupeId };
        var result = await store.TryCommitAsync(
            new TurnCommit
            {
                Inbound = inbound,
                ExpectedVersion = loaded?.Version ?? 0,
                State = Encoding.UTF8.GetBytes(state),
                Outgoing = [new Activity { Type = ActivityTypes.Typing }, .. Script.Answers(inbound.DedupeId).Select(Activity.Message)],
                Events = [new FiledEvent(talk.Case, new CaseEvent(CaseEventKind.FactRecorded, "customer", Now, data), [1, 2, 3])],
                OpenedCase = loaded is null ? talk.Case : null,
                At = Now,
                Expires = Now.AddDays(90),
            },
            default).ConfigureAwait(false);
        return result.Outcome switch
        {
            CommitOutcome.Committed => true,
            CommitOutcome.Duplicate => false,
            _ => throw new InvalidOperationException($"{inbound.DedupeId}: {result.Outcome}, though nobody else writes here."),
        };
    }

    private async Task SendAsync(Talk talk)
    {
        foreach (var line in await store.OutboxAsync(Now.AddDays(1), 10_000, default).ConfigureAwait(false))
        {
            if (line.Key != talk.Key) continue;
            death.Step("before-sending");
            sent.Add($"{line.Key} {line.Sequence} {line.Activity.Text}");
            death.Step("sent");
            await store.MarkSentAsync(line.Key, line.Sequence, default).ConfigureAwait(false);
            death.Step("marked");
        }
    }
}
