using ComplaintBot.Channels;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk;

/// <summary>
/// Files a person sends to a customer. They are taken in first, checked as a customer's are and kept with the conversation; a reply then names
/// them, and says nothing about them that was not proven: so no page can make a customer open what the desk never saw.
/// </summary>
internal sealed class DeskFiles(IConversationStore store, Func<ConversationKey, IInboxOwner?> channelOf, UploadReader reader, IIdSource ids)
{
    /// <summary>Files of one reply.</summary>
    public const int Most = 10;

    /// <summary>The code of a reply with a file that was not taken in for this chat.</summary>
    public const string UnknownFile = "unknown-file";

    /// <summary>Takes files in.</summary>
    /// <returns>The files as a reply names them, or why they are not taken.</returns>
    public async Task<(IReadOnlyList<WireFile>? Files, DeskProblem? Problem)> TakeAsync(HttpRequest request, ConversationKey key)
    {
        if (channelOf(key) is not { } channel) return (null, DeskProblem.Unknown);
        var (sent, unreadable) = await reader.ReadAsync(request).ConfigureAwait(false);
        if ((unreadable ?? reader.WhyNot(sent!)) is { } refusal) return (null, Problem(refusal));
        if (sent!.Files.Count > Most) return (null, DeskProblem.TooLarge);
        var files = new List<WireFile>(sent.Files.Count);
        foreach (var file in sent.Files)
        {
            var kept = new KeptFile(ids.Delivery(), file.Name, file.Kind, file.Bytes);
            if (!await store.KeepFileAsync(key, kept, CancellationToken.None).ConfigureAwait(false)) return (null, DeskProblem.Unknown);
            files.Add(new(kept.Type, channel.AddressOf(key, kept.Id), kept.Name));
        }

        return (files, null);
    }

    /// <summary>A reply with its files as they were taken in; null when one of them was not taken in for this chat.</summary>
    public async Task<ReplyCommand?> ProvenAsync(ConversationKey key, ReplyCommand reply)
    {
        if (reply.Attachments is not { Count: > 0 and <= Most } named) return reply;
        var proven = new List<Attachment>(named.Count);
        foreach (var one in named)
        {
            if (one.ContentUrl is not { } address || await store.FileAsync(key, address[(address.LastIndexOf('/') + 1)..], CancellationToken.None).ConfigureAwait(false) is not { } file) return null;
            var own = channelOf(key)!.AddressOf(key, file.Id);
            proven.Add(new() { ContentType = file.Type, ContentUrl = own, Name = file.Name, ThumbnailUrl = file.Type.StartsWith("image/", StringComparison.Ordinal) ? own : null });
        }

        return reply with { Attachments = proven };
    }

    private static DeskProblem Problem(Refusal refusal) => refusal.Status switch
    {
        StatusCodes.Status413PayloadTooLarge => DeskProblem.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => new(refusal.Status, "file-kind", refusal.Detail),
        _ => DeskProblem.Bad(refusal.Detail),
    };
}
