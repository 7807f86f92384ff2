using System.Globalization;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Takes what members say or send to the application, and that they open it. Everything else is acknowledged and does nothing.</summary>
internal sealed class WeComIntake(WeComSettings settings, ChannelParts parts)
{
    private const int LongestId = 128;

    /// <summary>The key of a member.</summary>
    public ConversationKey Key(string member) => new($"{WeComChannel.Account}{settings.Account.CorpId}", member);

    /// <summary>Takes a callback. When this returns it is durable, or concerns nobody.</summary>
    public async Task TakeAsync(WeChatPush push, CancellationToken cancellationToken)
    {
        if (push.From is not { Length: > 0 and <= LongestId } member || push.Delivery.Length > 256) return;
        if (push.Get("AgentID") is { Length: > 0 } agent && agent != settings.Agent.ToString(CultureInfo.InvariantCulture)) return;
        var key = Key(member);
        var activity = push.Kind == "event" ? Happened(push) : await SaidAsync(push, key, cancellationToken).ConfigureAwait(false);
        if (activity is null) return;
        (activity.ChannelId, activity.Conversation) = ("wecom", new() { Id = member });
        (activity.From, activity.Recipient) = (new() { Id = member, Role = RoleTypes.User }, new() { Id = "bot", Role = RoleTypes.Bot });
        if (activity.Type == ActivityTypes.ConversationUpdate) activity.MembersAdded = [activity.Recipient, activity.From];
        await parts.TakeAsync(new(key, push.Delivery, activity, parts.Now), cancellationToken).ConfigureAwait(false);
    }

    private Activity? Happened(WeChatPush push) => push.Event switch
    {
        "enter_agent" or "subscribe" => new Activity { Type = ActivityTypes.ConversationUpdate },
        "click" when push.Get("EventKey") is { Length: > 0 } item => Activity.Message(Short(item)),
        _ => null,
    };

    private async Task<Activity?> SaidAsync(WeChatPush push, ConversationKey key, CancellationToken cancellationToken)
    {
        InboundFile[] files = push.File is var (media, name, type) ? [new(parts.Ids.Delivery(), media, name, type)] : [];
        var text = push.Words;
        if (files.Length == 0 && string.IsNullOrWhiteSpace(text)) return null;
        if (push.Kind == "text") text = await NumberedChoices.ResolveAsync(parts.Store, (key, text), parts.Clock, _ => true, cancellationToken).ConfigureAwait(false);
        return InboundFiles.Said(Short(text), key, files);
    }

    private string Short(string text) => TextSplitter.Shorten(text, parts.Limits.TextCharacters, TextUnit.Utf16Units);
}
