using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>Writes what channels are sent; what they send is read as any activity.</summary>
internal static class BotFrameworkWire
{
    /// <summary>The event by which people are asked to take over.</summary>
    public const string Initiate = "handoff.initiate";

    /// <summary>The event by which they say what became of it.</summary>
    public const string Status = "handoff.status";

    /// <summary>The address for a new activity, or for an answer to one.</summary>
    public static Uri Address(string service, string conversation, string? replyTo) => new(
        $"{service.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities{(replyTo is null ? "" : "/" + Uri.EscapeDataString(replyTo))}", UriKind.Absolute);

    /// <summary>What a line is sent as: only what is meant for the customer, from the bot to who spoke at the place.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="said">The line.</param>
    /// <param name="files">Its files as the channel can fetch them.</param>
    public static Activity Outgoing(BotFrameworkPlace place, Activity said, IReadOnlyList<Attachment> files)
    {
        var wasBot = place.Line.From?.Role == RoleTypes.Bot;
        var outgoing = new Activity
        {
            Type = said.Type,
            ChannelId = place.Line.ChannelId,
            ServiceUrl = place.Service,
            Conversation = place.Line.Conversation,
            From = wasBot ? place.Line.From : place.Line.Recipient,
            Recipient = wasBot ? place.Line.Recipient : place.Line.From,
            ReplyToId = said.ReplyToId,
            Locale = said.Locale ?? place.Line.Locale,
        };
        if (said.Type != ActivityTypes.Message) return outgoing;
        (outgoing.Text, outgoing.TextFormat, outgoing.InputHint) = (said.Text, said.TextFormat, said.InputHint ?? InputHints.AcceptingInput);
        outgoing.Attachments = files.Count > 0 ? files : null;
        if (NumberedChoices.Of(said) is { Count: > 0 } choices) outgoing.SuggestedActions = new() { To = outgoing.Recipient?.Id is { } id ? [id] : [], Actions = choices };
        return outgoing;
    }

    /// <summary>The event that passes a customer on to people, with everything that was said to them and by them.</summary>
    /// <param name="place">Where the conversation is held.</param>
    /// <param name="lines">The transcript.</param>
    public static Activity Handoff(BotFrameworkPlace place, IReadOnlyList<TranscriptLine> lines)
    {
        var handoff = Outgoing(place, Activity.Event(Initiate), []);
        (handoff.Name, handoff.Value) = (Initiate, WireJson.Element(json => json.WriteRawValue("{}")));
        handoff.RelatesTo = new() { ActivityId = place.Line.Id, ChannelId = place.Line.ChannelId, ServiceUrl = place.Service, Conversation = place.Line.Conversation, Bot = handoff.From, User = handoff.Recipient, Locale = place.Line.Locale };
        handoff.Attachments =
        [
            new()
            {
                Name = "Transcript",
                ContentType = "application/json",
                Content = WireJson.Element(json => json.WriteRawValue(Replies([.. lines.Select(line => line.Activity).Where(said => said.Type == ActivityTypes.Message)]))),
            },
        ];
        return handoff;
    }

    /// <summary>The answer to a call that waited for what is said.</summary>
    public static byte[] Replies(IReadOnlyList<Activity> said) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("activities");
        foreach (var one in said) json.WriteRawValue(ActivityJson.Write(one));
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The form that asks for a token.</summary>
    public static IEnumerable<KeyValuePair<string, string>> TokenWish(BotFrameworkSettings settings, string scope) =>
        [new("grant_type", "client_credentials"), new("client_id", settings.AppId), new("client_secret", settings.Secret), new("scope", scope)];
}
