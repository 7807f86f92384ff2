using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.WeChat;

/// <summary>Takes pushes: what a customer says or sends, follows the account, or taps in its menu. Everything else is acknowledged and does nothing.</summary>
internal sealed class WeChatIntake(WeChatSettings settings, ReplyWindows windows, PassingOn passing, ChannelParts parts)
{
    /// <summary>How many messages a customer's message allows, and how long.</summary>
    public static readonly (int Most, TimeSpan Life) AfterMessage = (5, TimeSpan.FromHours(48));

    /// <summary>How many a tap, a scan or following allows, and how long.</summary>
    public static readonly (int Most, TimeSpan Life) AfterTap = (3, TimeSpan.FromMinutes(1));

    private const int LongestId = 128;

    /// <summary>The key of a customer.</summary>
    public ConversationKey Key(string customer) => new(WeChatChannel.Account + settings.AppId, customer);

    /// <summary>What a push is for its conversation; null when it concerns nobody.</summary>
    public async Task<Inbound?> ReadAsync(WeChatPush push, CancellationToken cancellationToken)
    {
        if (push.From is not { Length: > 0 and <= LongestId } customer || push.Delivery.Length > 256) return null;
        var key = Key(customer);
        var activity = push.Kind == "event" ? Happened(push) : await SaidAsync(push, key, cancellationToken).ConfigureAwait(false);
        if (activity is null) return null;
        activity.ChannelId = "wechat";
        activity.From = new() { Id = customer, Role = RoleTypes.User };
        activity.Recipient = new() { Id = "bot", Role = RoleTypes.Bot };
        activity.Conversation = new() { Id = customer };
        if (activity.Type == ActivityTypes.ConversationUpdate) activity.MembersAdded = [activity.Recipient, activity.From];
        return new(key, push.Delivery, activity, parts.Now);
    }

    /// <summary>Accepts a delivery; a new one opens the window in which it may be answered.</summary>
    public async Task<bool> TakeAsync(WeChatPush push, Inbound inbound)
    {
        // The window is opened first: the turn may have its answer before this goes on.
        var before = windows.Find(inbound.Key);
        var (most, life) = push.Kind == "event" || push.IsTap ? AfterTap : AfterMessage;
        windows.Open(inbound.Key, most, life);

        // All tries of a delivery wait for this, so that none of them going away ends it.
        if (await parts.TakeAsync(inbound, CancellationToken.None).ConfigureAwait(false)) return true;
        windows.PutBack(inbound.Key, before);
        return false;
    }

    /// <summary>Takes that people at the platform's desk took a customer or are done with them. When this returns it is durable.</summary>
    /// <returns>Whether the push was of that kind.</returns>
    public async Task<bool> HeardAsync(WeChatPush push, CancellationToken cancellationToken)
    {
        if (push.Kind != "event" || push.Event is not ("kf_create_session" or "kf_close_session") || push.From is not { Length: > 0 and <= LongestId } customer || push.Delivery.Length > 256) return false;
        await passing.TakeAsync(push.Event == "kf_create_session" ? PlatformEvent.Joined(Key(customer), push.Delivery, parts.Now) : PlatformEvent.Completed(Key(customer), push.Delivery, parts.Now), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Activity? Happened(WeChatPush push) => push.Event switch
    {
        "subscribe" or "scan" => new Activity { Type = ActivityTypes.ConversationUpdate },
        "click" when push.Get("EventKey") is { Length: > 0 } item => Activity.Message(Short(settings.Menu.GetValueOrDefault(item, item))),
        _ => null,
    };

    private async Task<Activity?> SaidAsync(WeChatPush push, ConversationKey key, CancellationToken cancellationToken)
    {
        InboundFile[] files = push.File is var (media, name, type) ? [new(parts.Ids.Delivery(), media, name, type)] : [];
        var text = push.Words;
        if (files.Length == 0 && (string.IsNullOrWhiteSpace(text) || push.Get("MediaId").Length > 0)) return null;
        if (push.Kind == "text") text = await NumberedChoices.ResolveAsync(parts.Store, (key, text), parts.Clock, _ => true, cancellationToken).ConfigureAwait(false);
        return InboundFiles.Said(Short(text), key, files);
    }

    private string Short(string text) => TextSplitter.Shorten(text, parts.Limits.TextCharacters, TextUnit.Utf16Units);
}
