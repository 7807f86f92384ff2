using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Kefu;

/// <summary>Takes what customers say or send and that they come. What people in WeCom say is theirs alone.</summary>
internal sealed class KefuIntake(ReplyWindows windows, PassingOn passing, ChannelParts parts)
{
    /// <summary>How many messages a customer's message allows, and how long.</summary>
    public static readonly (int Most, TimeSpan Life) AfterMessage = (5, TimeSpan.FromHours(48));

    private const int LongestCode = 256;
    private const int MostPieces = 10;

    /// <summary>The <c>change_type</c> of a session's end; the others are that somebody in WeCom has it now.</summary>
    private const long EndsSession = 3;

    /// <summary>How long a welcome is taken.</summary>
    private static readonly TimeSpan WelcomeLife = TimeSpan.FromSeconds(18);

    private readonly ConcurrentDictionary<ConversationKey, (string Code, DateTimeOffset Until)> welcomes = new();

    /// <summary>Takes a message. When this returns it is durable, or concerns nobody.</summary>
    public async Task TakeAsync(KefuMessage message)
    {
        var key = new ConversationKey(KefuChannel.Account + message.Account, message.Customer);
        var activity = message switch
        {
            { IsOfCustomer: true } => await SaidAsync(message, key).ConfigureAwait(false),
            { Event: "enter_session" } => Entered(message, key),
            _ => null,
        };
        if (message.Event == "msg_send_fail") await MissedAsync(message, key).ConfigureAwait(false);
        if (message.Event == "session_status_change") await MovedAsync(message, key).ConfigureAwait(false);
        if (activity is null) return;
        (activity.ChannelId, activity.Conversation) = ("kefu", new() { Id = message.Customer });
        (activity.From, activity.Recipient) = (new() { Id = message.Customer, Role = RoleTypes.User }, new() { Id = "bot", Role = RoleTypes.Bot });
        if (activity.Type == ActivityTypes.ConversationUpdate) activity.MembersAdded = [activity.Recipient, activity.From];

        // The window is opened first: the turn may have its answer before this goes on.
        var before = windows.Find(key);
        if (message.IsOfCustomer) windows.Open(key, AfterMessage.Most, message.At + AfterMessage.Life - parts.Clock.GetUtcNow());
        if (!await parts.TakeAsync(new(key, $"message {message.Id}", activity, parts.Now), CancellationToken.None).ConfigureAwait(false) && message.IsOfCustomer) windows.PutBack(key, before);
    }

    /// <summary>The code a welcome may still go with; it is good for one message.</summary>
    public string? Welcome(ConversationKey key) => welcomes.TryRemove(key, out var welcome) && parts.Clock.GetUtcNow() < welcome.Until ? welcome.Code : null;

    private async Task<Activity?> SaidAsync(KefuMessage message, ConversationKey key)
    {
        InboundFile[] files = message.File is var (media, name, type) ? [new(parts.Ids.Delivery(), media, name, type)] : [];
        var text = message.Words;
        if (files.Length == 0 && string.IsNullOrWhiteSpace(text)) return null;
        if (message.Kind == "text" && !message.IsTap) text = await NumberedChoices.ResolveAsync(parts.Store, (key, text), parts.Clock, _ => true, CancellationToken.None).ConfigureAwait(false);
        return InboundFiles.Said(TextSplitter.Shorten(text, parts.Limits.TextCharacters, TextUnit.Utf16Units), key, files);
    }

    private Activity Entered(KefuMessage message, ConversationKey key)
    {
        Keep(message, key, "welcome_code");
        return new() { Type = ActivityTypes.ConversationUpdate };
    }

    /// <summary>People in WeCom take a session, pass it among themselves, end it or take it up again. Its end comes with a code for one last message.</summary>
    private async Task MovedAsync(KefuMessage message, ConversationKey key)
    {
        if (message.Json.Number("change_type") is not (>= 1 and <= 4 and var change)) return;
        if (change == EndsSession) Keep(message, key, "msg_code");
        await passing.TakeAsync(change == EndsSession ? PlatformEvent.Completed(key, message.Id, parts.Now) : PlatformEvent.Joined(key, message.Id, parts.Now), CancellationToken.None).ConfigureAwait(false);
    }

    private void Keep(KefuMessage message, ConversationKey key, string name)
    {
        if (message.Json.Text(name) is { Length: > 0 and <= LongestCode } code) welcomes[key] = (code, message.At + WelcomeLife);
    }

    /// <summary>What was taken was not delivered after all: the desk shows it at the line. Where the customer can't be reached any more, nothing more goes until they write.</summary>
    private async Task MissedAsync(KefuMessage message, ConversationKey key)
    {
        var failure = new KefuMiss(message.Json.Number("fail_type") ?? 0).ForDelivery();
        ChannelLog.NotDone(parts.Log, "kefu", "delivering a message", failure.Message);
        if (failure.Kind == DeliveryTrouble.CustomerGone) windows.Close(key);
        if (message.Json.Text("fail_msgid") is { Length: > 0 and <= LongestCode } id && await LineOfAsync(key, id).ConfigureAwait(false) is { } line)
            await parts.Store.MarkFailedAsync(key, line, null, failure.Reason, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>The line that a message of ours was a piece of: its id follows from the line, so it is found again after any time.</summary>
    private async Task<long?> LineOfAsync(ConversationKey key, string id)
    {
        foreach (var line in (await parts.Store.TranscriptAsync(key, 0, CancellationToken.None).ConfigureAwait(false)).Where(line => line.Outgoing).Reverse())
            for (var piece = 0; piece < MostPieces; piece++)
                if (KefuWire.Id(key, line.Sequence, piece) == id) return line.Sequence;
        return null;
    }
}
