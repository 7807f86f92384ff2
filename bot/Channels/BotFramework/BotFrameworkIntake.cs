using System.Text.Json;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>Takes what proven callers send: what a customer says or sends, and that they are there. Everything else is accepted and does nothing.</summary>
internal sealed class BotFrameworkIntake(ChannelParts parts)
{
    private const int LongestId = 256;
    private const int MostFiles = 10;
    private const int LongestAddress = 2_000;
    private const string Joined = "webchat/join";

    /// <summary>What an activity is for its conversation; null when it concerns nobody.</summary>
    public Inbound? Read(ConversationKey key, Activity came)
    {
        if (came.From?.Id is not { Length: > 0 and <= LongestId } || came.Recipient is null || IsOwn(came)) return null;
        var activity = came.Type switch
        {
            ActivityTypes.Message => Said(key, came),
            ActivityTypes.ConversationUpdate when came.MembersAdded?.Any(member => member?.Id is { } id && id != came.Recipient.Id) == true => Join(came),
            ActivityTypes.Event when came.Name == Joined => Join(came),
            _ => null,
        };
        return activity is null ? null : new(key, $"activity {DeliveryOf(came) ?? parts.Ids.Delivery()}", activity, ClientActivity.TimeOf(came, parts.Clock.GetUtcNow(), parts.Zone));
    }

    /// <summary>By what an activity that comes twice is known; null when it has nothing of the kind.</summary>
    public static string? DeliveryOf(Activity came) => came.Id is { Length: > 0 and <= LongestId } id ? id : null;

    /// <summary>An echo of our own.</summary>
    private static bool IsOwn(Activity came) => came.From!.Role == RoleTypes.Bot || came.From.Id == came.Recipient?.Id;

    private Activity? Said(ConversationKey key, Activity came)
    {
        var text = came.Text is { Length: > 0 } words ? words : came.Value is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
        var files = Files(came);
        if (text.Length == 0 && files.Count == 0) return null;
        var activity = Addressed(InboundFiles.Said(TextSplitter.Shorten(text, parts.Limits.TextCharacters, TextUnit.Utf16Units), key, files), came);
        activity.TextFormat = "plain";
        return activity;
    }

    private static Activity Join(Activity came)
    {
        var activity = Addressed(new() { Type = ActivityTypes.ConversationUpdate }, came);
        activity.MembersAdded = [activity.Recipient!, .. came.MembersAdded is { Count: > 0 } members ? members.Where(member => member is not null && member.Id != came.Recipient!.Id) : [activity.From!]];
        return activity;
    }

    private static Activity Addressed(Activity activity, Activity came)
    {
        (activity.Id, activity.ChannelId, activity.ServiceUrl, activity.Conversation) = (came.Id, came.ChannelId, came.ServiceUrl, came.Conversation);
        activity.From = new() { Id = came.From!.Id, Name = ClientActivity.Named(came.From.Name), AadObjectId = came.From.AadObjectId, Role = RoleTypes.User };
        activity.Recipient = new() { Id = came.Recipient!.Id, Name = ClientActivity.Named(came.Recipient.Name), Role = RoleTypes.Bot };
        activity.Locale = came.Locale is { Length: <= 35 } tag ? tag : null;
        return activity;
    }

    private List<InboundFile> Files(Activity came)
    {
        var files = new List<InboundFile>();
        foreach (var one in came.Attachments?.Take(MostFiles) ?? [])
        {
            // Cards and the HTML copy of a text are no files.
            var address = one?.ContentType == "application/vnd.microsoft.teams.file.download.info" && one.Content is { ValueKind: JsonValueKind.Object } about ? about.Text("downloadUrl") : one?.ContentUrl;
            if (address is not { Length: > 0 and <= LongestAddress } || one!.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true) continue;
            files.Add(new(parts.Ids.Delivery(), address, InboundFiles.Named(one.Name, "file"), one.ContentType is { } type && FileKinds.Known.Contains(type) ? type : FileKinds.Unknown));
        }

        return files;
    }
}
