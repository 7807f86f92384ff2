using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>
/// One thing that happened or was said in a conversation, as the Bot Framework protocol writes it. Members this model does not
/// know are kept in <see cref="Extra"/> and written back.
/// </summary>
public sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>; null only when the wire had none, which the receiver refuses.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's id of the activity; unique in its conversation. Null until it is sent.</summary>
    public string? Id { get; set; }

    /// <summary>When the server got or made it, in UTC.</summary>
    [JsonConverter(typeof(IsoTimeConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's local time with its offset.</summary>
    [JsonConverter(typeof(IsoTimeConverter))]
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's time zone, by its IANA name.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>The channel, such as <c>directline</c>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Where answers are sent. It came from outside: check it against the allow-list before use.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Who called, as proven by the token. Set by the receiver; never read from or written to the wire.</summary>
    [JsonIgnore]
    public string? CallerId { get; set; }

    /// <summary>The sender's language tag, such as <c>zh-CN</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>Who gets it.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>What was said.</summary>
    public string? Text { get; set; }

    /// <summary><c>markdown</c> (what a missing format means), <c>plain</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; set; }

    /// <summary>What a voice channel says instead of the text.</summary>
    public string? Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    /// <summary>What to show where the whole can't be shown.</summary>
    public string? Summary { get; set; }

    /// <summary><c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Files and cards.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>Buttons for the answer.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Metadata such as mentions and what the client can do.</summary>
    public IReadOnlyList<Entity>? Entities { get; set; }

    /// <summary>The payload of an event or invoke, or what a form or button sent.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>What kind of thing <see cref="Value"/> is.</summary>
    public string? ValueType { get; set; }

    /// <summary>The name of an event, invoke or command.</summary>
    public string? Name { get; set; }

    /// <summary>What the channel alone understands. Kept as it came.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>.</summary>
    public string? Importance { get; set; }

    /// <summary>When it stops being of use, in UTC.</summary>
    [JsonConverter(typeof(IsoTimeConverter))]
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>Those who joined.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Those who left.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions given to the message of <see cref="ReplyToId"/>.</summary>
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions taken back from the message of <see cref="ReplyToId"/>.</summary>
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>The conversation's new subject.</summary>
    public string? TopicName { get; set; }

    /// <summary>Whether those who join see what was said before.</summary>
    public bool? HistoryDisclosed { get; set; }

    /// <summary>What an installationUpdate did: <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; set; }

    /// <summary>The activity this one answers.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>Another conversation this one is about.</summary>
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>One of <see cref="EndOfConversationCodes"/>.</summary>
    public string? Code { get; set; }

    /// <summary>Members this model has no property for (label, listenFor, textHighlights, semanticAction and the unknown); they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>Whether a turn has taken it; a second sending would overwrite whom it is for.</summary>
    internal bool IsSent { get; set; }

    /// <summary>A message, not yet addressed to anybody.</summary>
    /// <param name="text">What to say.</param>
    public static Activity Message(string? text) => new() { Type = ActivityTypes.Message, Text = text };

    /// <summary>An event, not yet addressed to anybody.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="value">Its payload.</param>
    public static Activity Event(string name, JsonElement? value = null) => new() { Type = ActivityTypes.Event, Name = name, Value = value };

    /// <summary>An answer to this activity: a message from its recipient to its sender in the same conversation.</summary>
    /// <param name="text">What to say.</param>
    public Activity CreateReply(string? text = null)
    {
        var reply = Message(text);
        reply.AddressAsReplyTo(this);
        return reply;
    }

    /// <summary>The place this activity came from, for speaking there later. The sender is taken to be the customer.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Locale = Locale,
    };

    /// <summary>Addresses this activity from the bot to the customer at a place kept earlier.</summary>
    /// <param name="reference">The place.</param>
    public void ApplyConversationReference(ConversationReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        From = reference.Bot;
        Recipient = reference.User;
        ReplyToId = reference.ActivityId;
    }

    /// <summary>A copy that can be changed and sent on its own. Lists and nested objects are shared with this one.</summary>
    public Activity Copy()
    {
        var copy = (Activity)MemberwiseClone();
        copy.IsSent = false;
        return copy;
    }

    internal void AddressAsReplyTo(Activity incoming)
    {
        ChannelId = incoming.ChannelId;
        ServiceUrl = incoming.ServiceUrl;
        Conversation = incoming.Conversation;
        Locale ??= incoming.Locale;
        From = incoming.Recipient;
        Recipient = incoming.From;

        // Clients hold back an answer to an activity they were never shown, and nobody is shown a conversationUpdate.
        ReplyToId ??= incoming.Type == ActivityTypes.ConversationUpdate ? null : incoming.Id;
    }
}
