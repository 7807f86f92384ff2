using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Takes a customer's files with the activity they go with.</summary>
internal sealed class DirectLineUpload(DirectLineParts parts, DirectLineAccess access)
{
    /// <summary>Takes an upload as one activity of the customer.</summary>
    public async Task<Refusal?> TakeAsync(HttpContext context)
    {
        var id = DirectLineEndpoints.Id(context);
        if (access.Admit(context.Request, id, out var caller) is { } refused) return refused;
        var key = caller.Key(id);
        if (!await parts.Channel.IsThereAsync(key, context.RequestAborted).ConfigureAwait(false)) return Refusal.UnknownConversation;
        if (parts.RequestLimits.Message(key) is { } throttled) return throttled;
        var (sent, unreadable) = await parts.Uploads.ReadAsync(context.Request).ConfigureAwait(false);
        if (sent is null) return unreadable;
        var activity = new Activity();
        if (sent.Activity is { } said && DirectLineWire.Read(said, parts.Limits.ActivityCharacters, out activity) is { } garbled) return garbled;

        var own = ClientActivity.OwnId(activity) ?? parts.Ids.Delivery();
        activity.Type ??= ActivityTypes.Message;
        if (activity.Type != ActivityTypes.Message) return Refusal.Bad("files go with a message");
        if (context.Request.Query["userId"].ToString() is { Length: > 0 } user) activity.From = new() { Id = user, Name = activity.From?.Name };
        activity.Attachments = Describe(activity.Attachments, sent.Files);
        if (ClientActivity.Clean(activity, caller.Grant, key, parts.Limits.TextCharacters) is { } wrong) return wrong;
        if (parts.Uploads.WhyNot(sent) is { } odd) return odd;
        for (var i = 0; i < sent.Files.Count; i++) await KeepAsync(key, sent.Files[i], activity.Attachments[i]).ConfigureAwait(false);
        var taken = await parts.Channel.AcceptAsync(key, activity, own, context.RequestAborted).ConfigureAwait(false);
        await DirectLineEndpoints.JsonAsync(context, StatusCodes.Status200OK, DirectLineWire.Object(("id", taken))).ConfigureAwait(false);
        return null;
    }

    /// <summary>Matches files to the attachments that announced them: by name, else by place. An attachment without a file is none.</summary>
    private static List<Attachment> Describe(IReadOnlyList<Attachment>? announced, IReadOnlyList<SentFile> files)
    {
        var described = new List<Attachment>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var (file, place) = (files[i], i);
            var own = announced?.FirstOrDefault(one => one?.Name == file.Name) ?? (announced is not null && place < announced.Count ? announced[place] : null);
            described.Add(new() { Name = file.Name, ContentType = file.Kind, Extra = own?.Extra });
        }

        return described;
    }

    private async Task KeepAsync(ConversationKey key, SentFile file, Attachment attachment)
    {
        var kept = new KeptFile(parts.Ids.Delivery(), file.Name, file.Kind, file.Bytes);
        attachment.ContentUrl = await parts.Channel.KeepAsync(key, kept, CancellationToken.None).ConfigureAwait(false);
        if (kept.Type.StartsWith("image/", StringComparison.Ordinal)) attachment.ThumbnailUrl = attachment.ContentUrl;
    }
}
