using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Turns what a client sent into what we take it for: nothing a client says of itself, of time or of places is believed.</summary>
internal static class ClientActivity
{
    /// <summary>The prefix of users that a token speaks for.</summary>
    public const string ProvenPrefix = "dl_";

    private const int LongestName = 200;
    private const int LongestId = 256;
    private const int MostAttachments = 20;
    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(14);

    /// <summary>The bot as clients see it.</summary>
    public static ChannelAccount Bot => new() { Id = "bot", Role = RoleTypes.Bot };

    /// <summary>Cleans an activity in place.</summary>
    /// <param name="activity">What the client sent.</param>
    /// <param name="grant">What its token allows, or null for a secret.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="mostText">How many characters a customer may say at once.</param>
    /// <returns>Why it is refused, or null.</returns>
    public static Refusal? Clean(Activity activity, Grant? grant, ConversationKey key, int mostText)
    {
        if (activity.Type is not { Length: > 0 and <= 100 }) return Refusal.Bad("the activity has no type");
        if (Sender(activity.From, grant, out var from) is { } refusal) return refusal;
        if (activity.Text?.Length > mostText) return Refusal.TooLarge(mostText, "characters");
        if (activity.Attachments is { } files && (files.Count > MostAttachments || files.Any(file => file is null))) return Refusal.Bad($"at most {MostAttachments} attachments, none of them null");
        if (activity is { Type: ActivityTypes.Message, Text: null or "", Value: null } and not { Attachments.Count: > 0 }) return Refusal.Bad("the message is empty");
        (activity.Id, activity.Timestamp, activity.ServiceUrl, activity.RelatesTo, activity.DeliveryMode) = (null, null, null, null, null);
        (activity.MembersAdded, activity.MembersRemoved, activity.Recipient) = (null, null, Bot);
        (activity.ChannelId, activity.From, activity.Conversation) = ("directline", from, new() { Id = key.Conversation });
        foreach (var file in activity.Attachments ?? []) (file.ContentUrl, file.ThumbnailUrl) = (null, null);
        return null;
    }

    /// <summary>The id the client will use again should it send the same once more; null when it gives none.</summary>
    public static string? OwnId(Activity activity)
    {
        if (activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("clientActivityID", out var own) && own.ValueKind == JsonValueKind.String && own.GetString() is { Length: > 0 and <= LongestId } id) return $"client {id}";
        return activity.Id is { Length: > 0 and <= LongestId } given ? $"id {given}" : null;
    }

    /// <summary>The time by the customer's clock: in the zone their client names, else at the offset of its time, else in the zone of the settings.</summary>
    public static DateTimeOffset TimeOf(Activity activity, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (activity.LocalTimezone is { Length: > 0 and < 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var own)) return TimeZoneInfo.ConvertTime(now, own);
        if (activity.LocalTimestamp is { } local && local.Offset != TimeSpan.Zero && local.Offset.Duration() <= FarthestOffset) return now.ToOffset(local.Offset);
        return TimeZoneInfo.ConvertTime(now, zone);
    }

    /// <summary>Whether an id may be claimed by a page on its own word.</summary>
    public static bool MayClaim(string id) => id.Length <= LongestId && !id.StartsWith(ProvenPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name as it is kept.</summary>
    public static string? Named(string? name) => name is { Length: > LongestName } ? name[..LongestName] : name;

    private static Refusal? Sender(ChannelAccount? said, Grant? grant, out ChannelAccount from)
    {
        from = new() { Role = RoleTypes.User };
        if (grant?.User is { } user)
        {
            (from.Id, from.Name) = (user, grant.Name ?? Named(said?.Name));
            return null;
        }

        if (said?.Id is not { Length: > 0 } id) return Refusal.Bad("from.id is missing");
        if (!MayClaim(id)) return Refusal.Bad("from.id may not begin with dl_ unless the token says so, nor be longer than 256");
        (from.Id, from.Name) = (id, Named(said.Name));
        return null;
    }
}
