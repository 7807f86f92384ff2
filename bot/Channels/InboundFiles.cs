using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels;

/// <summary>
/// Files on their way in. The webhook answers at once and notes what a message refers to; the files are fetched before its turn, as often as it
/// takes, and kept with the conversation. Until then the delivery stays in the inbox, so a sudden death loses none.
/// </summary>
internal static class InboundFiles
{
    /// <summary>Where kept files are to be had.</summary>
    public const string Root = "/channels/files";

    private const string Member = "files";
    private const int LongestName = 120;

    /// <summary>The name of a file without any path, and without what a file name may not have.</summary>
    public static string Named(string? given, string otherwise)
    {
        var name = string.Concat((given ?? "")[((given ?? "").LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return name.Length switch { 0 => otherwise, > LongestName => name[^LongestName..], _ => name };
    }

    /// <summary>Notes with a message which files it refers to.</summary>
    public static void Attach(Activity activity, ConversationKey key, IReadOnlyList<InboundFile> files)
    {
        if (files.Count == 0) return;
        activity.Attachments = [.. files.Select(file => Described(key, file))];
    }

    /// <summary>A message with the files it refers to.</summary>
    public static Activity Said(string text, ConversationKey key, IReadOnlyList<InboundFile> files)
    {
        var activity = Activity.Message(text);
        if (files.Count == 0) return activity;
        activity.ChannelData = WireJson.Element(json =>
        {
            json.WriteStartObject();
            Write(json, files);
            json.WriteEndObject();
        });
        Attach(activity, key, files);
        return activity;
    }

    /// <summary>Writes what fetching needs into the channel's own data of an activity.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<InboundFile> files)
    {
        if (files.Count == 0) return;
        json.WriteStartArray(Member);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("id", file.Id);
            json.WriteString("reference", file.Reference);
            json.WriteString("name", file.Name);
            json.WriteString("type", file.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Fetches and keeps the files of a delivery that are not kept yet.</summary>
    /// <exception cref="UnusableInboundException">One is of a kind that is not taken.</exception>
    public static async Task KeepAsync(IConversationStore store, Inbound inbound, Func<InboundFile, CancellationToken, Task<byte[]>> fetch, CancellationToken cancellationToken)
    {
        if (inbound.Activity.ChannelData is not { ValueKind: JsonValueKind.Object } data) return;
        foreach (var one in data.Objects(Member))
        {
            if (one.Text("id") is not { } id || one.Text("reference") is not { } reference) continue;
            if (await store.FileAsync(inbound.Key, id, cancellationToken).ConfigureAwait(false) is not null) continue;
            var file = new InboundFile(id, reference, one.Text("name") ?? "file", one.Text("type") ?? FileKinds.Unknown);
            var bytes = await fetch(file, cancellationToken).ConfigureAwait(false);
            var kind = FileKinds.Of(bytes);
            if (!FileKinds.Known.Contains(kind)) throw new UnusableInboundException(ChannelTexts.For(inbound.Activity.Locale)["media-kind"]);
            await store.KeepFileAsync(inbound.Key, new KeptFile(id, file.Name, kind, bytes), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What the customer is told when a turn failed for good: of a file, that it did not arrive.</summary>
    public static string ApologyFor(Inbound inbound) => ChannelTexts.For(inbound.Activity.Locale)[inbound.Activity.Attachments is { Count: > 0 } ? "media-lost" : "turn-failed"];

    /// <summary>A file that goes out with a message: those that are kept with the conversation go by the end of their address.</summary>
    public static async Task<KeptFile?> OutgoingAsync(IConversationStore store, ConversationKey key, Attachment attachment, CancellationToken cancellationToken)
    {
        if (attachment.ContentUrl is not { Length: > 1 } url || url[0] != '/') return null;
        return await store.FileAsync(key, Uri.UnescapeDataString(url[(url.LastIndexOf('/') + 1)..]), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The path of a file that is kept with a conversation of a platform.</summary>
    public static string PathOf(ConversationKey key, string file) => $"{Root}/{Uri.EscapeDataString(key.Channel)}/{Uri.EscapeDataString(key.Conversation)}/{file}";

    private static Attachment Described(ConversationKey key, InboundFile file)
    {
        var path = PathOf(key, file.Id);
        return new() { Name = file.Name, ContentType = file.Type, ContentUrl = path, ThumbnailUrl = file.Type.StartsWith("image/", StringComparison.Ordinal) ? path : null };
    }
}
