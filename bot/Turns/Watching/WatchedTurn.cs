using System.Diagnostics;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Vocabulary;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns.Watching;

/// <summary>One turn that is being watched. Failed, unless it is told otherwise.</summary>
internal sealed class WatchedTurn : IDisposable
{
    private readonly ConversationKey key;
    private readonly ILogger log;
    private readonly TimeProvider time;
    private readonly long since;
    private readonly System.Diagnostics.Activity? span;
    private string outcome = "failed";

    /// <summary>Begins to watch.</summary>
    public WatchedTurn(Inbound inbound, ILogger log, TimeProvider time)
    {
        (key, this.log, this.time) = (inbound.Key, log, time);
        since = time.GetTimestamp();
        span = Instruments.Source.StartActivity("turn", ActivityKind.Consumer);
        span?.SetTag("complaintbot.channel", key.Channel).SetTag("complaintbot.conversation", LogText.Of(key.Conversation));
    }

    /// <summary>Measures something that is asked of the store.</summary>
    /// <param name="operation">What it is called.</param>
    /// <param name="work">The work, just begun.</param>
    public async Task<T> StoreAsync<T>(string operation, Task<T> work)
    {
        var began = time.GetTimestamp();
        using var part = Instruments.Source.StartActivity(operation, ActivityKind.Client);
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            part?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
        finally
        {
            Instruments.Store.Record(time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
        }
    }

    /// <summary>Notes that it ended without a change: somebody was faster, or the same was done before.</summary>
    public void Ended(string how) => outcome = how;

    /// <summary>Notes that it was committed.</summary>
    /// <param name="before">The stage before it; null for the first turn of a conversation.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="number">Which turn of the conversation it was, from 1.</param>
    public void Committed(Stage? before, ComplaintTurn turn, long number)
    {
        outcome = "committed";
        var (stage, owner, playbook) = (turn.State.Stage, turn.State.Owner, turn.Playbook.Id);
        if (before != stage) Instruments.Stages.Add(1, new("stage", stage.Id()), new("playbook", playbook));
        foreach (var (_, entry) in turn.Events)
            if (entry.Kind == CaseEventKind.HandedOver) Instruments.Handovers.Add(1, new("trigger", entry.Data.GetValueOrDefault("trigger")), new("playbook", playbook));
        span?.SetTag("complaintbot.turn", number).SetTag("complaintbot.case", turn.Case.Number).SetTag("complaintbot.stage", stage.Id()).SetTag("complaintbot.owner", owner.Id()).SetTag("complaintbot.playbook", playbook);
        if (log.IsEnabled(LogLevel.Information))
            TurnLog.TurnDone(log, number, key.Channel, LogText.Of(key.Conversation), stage.Id(), owner.Id(), (long)time.GetElapsedTime(since).TotalMilliseconds, turn.Case.Number);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Instruments.Turn.Record(time.GetElapsedTime(since).TotalSeconds, new("channel", key.Channel), new("outcome", outcome));
        if (outcome == "failed") span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag("complaintbot.outcome", outcome).Dispose();
    }
}
