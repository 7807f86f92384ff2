using System.Globalization;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Takes files: several parts with their activity, or one file as the body. What they are is told by their bytes.</summary>
internal sealed class DirectLineUpload(DirectLineParts parts, DirectLineAccess access)
{
    private const int MostParts = 21;
    private const int LongestName = 120;

    /// <summary>Takes an upload as one activity of the customer.</summary>
    public async Task<Refusal?> TakeAsync(HttpContext context)
    {
        var id = DirectLineEndpoints.Id(context);
        if (access.Admit(context.Request, id, out var caller) is { } refused) return refused;
        var key = caller.Key(id);
        if (await parts.Channel.LastAsync(key, context.RequestAborted).ConfigureAwait(false) is null) return Refusal.UnknownConversation;
        if (parts.RequestLimits.Message(key) is { } throttled) return throttled;
        if (await Bodies.ReadAsync(context.Request, parts.Limits.UploadBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.UploadBytes, "bytes");
        var (sent, unreadable) = await ReadAsync(context.Request, body).ConfigureAwait(false);
        if (sent is null) return unreadable;

        var activity = sent.Activity;
        var own = ClientActivity.OwnId(activity) ?? parts.Ids.Delivery();
        activity.Type ??= ActivityTypes.Message;
        if (activity.Type != ActivityTypes.Message) return Refusal.Bad("files go with a message");
        if (context.Request.Query["userId"].ToString() is { Length: > 0 } user) activity.From = new() { Id = user, Name = activity.From?.Name };
        activity.Attachments = Describe(activity.Attachments, sent.Files);
        if (ClientActivity.Clean(activity, caller.Grant, key, parts.Limits.TextCharacters) is { } wrong) return wrong;
        if (sent.Files.FirstOrDefault(file => !parts.Settings.FileKinds.Contains(FileKinds.Of(file.Bytes))) is { } odd) return Refusal.FileKind(odd.Name);
        for (var i = 0; i < sent.Files.Count; i++) await KeepAsync(caller, key, sent.Files[i], activity.Attachments[i]).ConfigureAwait(false);
        var taken = await parts.Channel.AcceptAsync(key, activity, own, context.RequestAborted).ConfigureAwait(false);
        await DirectLineEndpoints.JsonAsync(context, StatusCodes.Status200OK, DirectLineWire.Object(("id", taken))).ConfigureAwait(false);
        return null;
    }

    /// <summary>Reads the parts of an upload.</summary>
    /// <returns>The activity and the files, or why they can't be read.</returns>
    public async Task<(Upload? Upload, Refusal? Refusal)> ReadAsync(HttpRequest request, byte[] body)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return (null, Refusal.Bad("the content type is missing"));
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return Single(request, body);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= 200 }) return (null, Refusal.Bad("the boundary is missing"));
        try
        {
            return await PartsAsync(boundary, body).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            return (null, Refusal.Bad("the parts can't be told apart"));
        }
    }

    private async Task<(Upload? Upload, Refusal? Refusal)> PartsAsync(string boundary, byte[] body)
    {
        var reader = new MultipartReader(boundary, new MemoryStream(body));
        var (activity, files) = (new Activity(), new List<SentFile>());
        for (var count = 0; await reader.ReadNextSectionAsync().ConfigureAwait(false) is { } part; count++)
        {
            if (count == MostParts) return (null, Refusal.Bad(string.Create(CultureInfo.InvariantCulture, $"more than {MostParts - 1} files")));
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) return (null, Refusal.Bad("a part has no name"));
            using var content = new MemoryStream();
            await part.Body.CopyToAsync(content).ConfigureAwait(false);
            switch (HeaderUtilities.RemoveQuotes(disposition.Name).Value)
            {
                case "activity":
                    if (DirectLineWire.Read(content.ToArray(), parts.Limits.ActivityCharacters, out activity) is { } unreadable) return (null, unreadable);
                    break;
                case "file":
                    files.Add(new(Named(disposition), part.ContentType ?? "", content.ToArray()));
                    break;
            }
        }

        return files.Count > 0 ? (new Upload(activity, files), null) : (null, Refusal.Bad("there is no file in it"));
    }

    private static (Upload? Upload, Refusal? Refusal) Single(HttpRequest request, byte[] body)
    {
        _ = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition);
        return body.Length > 0 ? (new Upload(new Activity(), [new(Named(disposition), request.ContentType ?? "", body)]), null) : (null, Refusal.Bad("there is no file in it"));
    }

    /// <summary>Matches files to the attachments that announced them: by name, else by place. An attachment without a file is none.</summary>
    private static List<Attachment> Describe(IReadOnlyList<Attachment>? announced, IReadOnlyList<SentFile> files)
    {
        var described = new List<Attachment>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var (file, place) = (files[i], i);
            var own = announced?.FirstOrDefault(one => one?.Name == file.Name) ?? (announced is not null && place < announced.Count ? announced[place] : null);
            described.Add(new() { Name = file.Name, ContentType = FileKinds.Of(file.Bytes), Extra = own?.Extra });
        }

        return described;
    }

    private async Task KeepAsync(Caller caller, ConversationKey key, SentFile file, Attachment attachment)
    {
        var kept = new KeptFile(parts.Ids.Delivery(), file.Name, FileKinds.Of(file.Bytes), file.Bytes);
        attachment.ContentUrl = await parts.Channel.KeepAsync(key, caller.Site, kept, CancellationToken.None).ConfigureAwait(false);
        if (kept.Type.StartsWith("image/", StringComparison.Ordinal)) attachment.ThumbnailUrl = attachment.ContentUrl;
    }

    /// <summary>The name of a file without any path, and without what a file name may not have.</summary>
    private static string Named(ContentDispositionHeaderValue? disposition)
    {
        var given = (disposition?.FileNameStar is { HasValue: true } star ? star : disposition?.FileName ?? default).Value?.Trim('"') ?? "";
        var name = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return name.Length switch { 0 => "file", > LongestName => name[^LongestName..], _ => name };
    }
}
