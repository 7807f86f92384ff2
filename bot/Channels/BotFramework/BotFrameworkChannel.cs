using System.Collections.Concurrent;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>Conversations over Azure Bot Service with whatever channels are connected there, with the Emulator, and as a skill of other bots.</summary>
internal sealed class BotFrameworkChannel : IChannel, IDisposable
{
    private const int MostPlaces = 10_000;
    private const int LargestInMessage = 200_000;

    private readonly BotFrameworkSettings settings;
    private readonly ChannelParts parts;
    private readonly BotFrameworkClient client;
    private readonly BotFrameworkSignature signature;
    private readonly HttpClient keys;
    private readonly ConcurrentDictionary<ConversationKey, BotFrameworkPlace> places = new();
    private readonly PassingOn passing;
    private readonly ChannelTrouble trouble;

    /// <summary>A channel for a bot.</summary>
    public BotFrameworkChannel(BotFrameworkSettings settings, ChannelParts parts)
    {
        (this.settings, this.parts, trouble) = (settings, parts, new("bot", parts.Log));
        client = new BotFrameworkClient(settings, parts.Clock);
        keys = ChannelHttp.Client(settings.Cloud.Channels);
        passing = new PassingOn(this, parts);
        signature = new BotFrameworkSignature(settings, new(keys, settings.Cloud.ChannelMetadata, parts.Clock), new(keys, settings.Cloud.DirectoryMetadata, parts.Clock), parts.Clock);
    }

    /// <inheritdoc/>
    public string Prefix => BotFrameworkPlace.Account;

    /// <inheritdoc/>
    public string Hook => BotFrameworkWebhook.Path;

    /// <inheritdoc/>
    public string? Trouble => trouble.Words;

    /// <summary>Calls that want what is said in their answer.</summary>
    public ExpectedReplies Replies { get; } = new();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => new BotFrameworkWebhook(this, signature, parts).Map(routes);

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        keys.Dispose();
    }

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound) => Site.For(settings.Playbooks.Count > 0 ? settings.Playbooks : parts.Playbooks(), inbound.Activity.Locale);

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => InboundFiles.ApologyFor(inbound);

    /// <inheritdoc/>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines) => parts.Committed(key);

    /// <summary>Whether a caller's address may be spoken to.</summary>
    public bool IsReachable(Uri service, BotFrameworkCaller caller) => client.IsReachable(service, caller.Kind == BotFrameworkCallerKind.Emulator);

    /// <summary>Remembers where a conversation is held; a channel may move it.</summary>
    public void Remember(Inbound inbound)
    {
        if (places.Count >= MostPlaces) places.Clear();
        places[inbound.Key] = new(inbound.Key, inbound.Activity.ServiceUrl!, inbound.Activity);
    }

    /// <summary>What was said after a line up to the customer's next one, as it is sent, and the number of the last.</summary>
    public async Task<(IReadOnlyList<Activity> Said, long Last)> SaidAsync(ConversationKey key, long after)
    {
        var (said, last) = (new List<Activity>(), 0L);
        foreach (var line in (await parts.Store.TranscriptAsync(key, after, CancellationToken.None).ConfigureAwait(false)).TakeWhile(line => line.Outgoing))
        {
            last = line.Sequence;
            if (line.Activity.Type != ActivityTypes.Message || await PlaceAsync(key).ConfigureAwait(false) is not { } place) continue;
            said.Add(BotFrameworkWire.Outgoing(place, line.Activity, await FilesAsync(key, line.Activity, CancellationToken.None).ConfigureAwait(false)));
        }

        return (said, last);
    }

    /// <inheritdoc/>
    public Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken) => InboundFiles.KeepAsync(parts.Store, inbound, (file, cancel) => FetchAsync(inbound, file, cancel), cancellationToken);

    /// <summary>A person at the desk is writing.</summary>
    public void Pass(ConversationKey key, Activity passing)
    {
        if (passing.Type == ActivityTypes.Typing) _ = TypeAsync();

        async Task TypeAsync()
        {
            try
            {
                if (await PlaceAsync(key).ConfigureAwait(false) is { } place) await PostAsync(place, BotFrameworkWire.Outgoing(place, new() { Type = ActivityTypes.Typing }, [])).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is BotFrameworkException or StoreException or ObjectDisposedException)
            {
                ChannelLog.NotDone(parts.Log, "bot", "typing", failure.Message);
            }
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        if (line.Activity.Type != ActivityTypes.Message) return;
        if (!await Replies.TookAsync(line.Key, line.Sequence).ConfigureAwait(false)) await SayAsync(line, cancellationToken).ConfigureAwait(false);
        if (settings.UsesPlatformDesk) await HandOverAsync(line.Key, line.Sequence, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes what people on the other side say of a customer who was passed on to them. When this returns it is durable, or concerns nobody.</summary>
    public async Task HearAsync(ConversationKey key, Activity status, CancellationToken cancellationToken)
    {
        var state = status.Value is { ValueKind: JsonValueKind.Object } value ? value.Text("state") : null;
        Func<ConversationKey, string, DateTimeOffset, Inbound>? news = state switch
        {
            "accepted" => PlatformEvent.Accepted,
            "failed" => PlatformEvent.Failed,
            "completed" => PlatformEvent.Completed,
            _ => null,
        };
        if (news is null || !settings.UsesPlatformDesk) return;
        ChannelLog.Said(parts.Log, "bot", $"handoff {state}");
        await passing.TakeAsync(news(key, BotFrameworkIntake.DeliveryOf(status) ?? parts.Ids.Delivery(), parts.Now), cancellationToken).ConfigureAwait(false);
    }

    private async Task SayAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(line.Key).ConfigureAwait(false) ?? throw new DeliveryException($"{new Sentence("bot-nowhere")}", permanent: true);
        var outgoing = BotFrameworkWire.Outgoing(place, line.Activity, await FilesAsync(line.Key, line.Activity, cancellationToken).ConfigureAwait(false));
        try
        {
            // A stop of the server does not end it: nobody could say whether it had left.
            await PostAsync(place, outgoing).ConfigureAwait(false);
            trouble.End();
        }
        catch (BotFrameworkException failure)
        {
            trouble.Note(failure.Trouble);
            throw failure.ForDelivery();
        }
    }

    /// <summary>Passes a customer who was handed over on to people on the other side; once, and after what we had to say.</summary>
    private Task HandOverAsync(ConversationKey key, long after, CancellationToken cancellationToken) => passing.PassOnAsync(
        key,
        after,
        async () =>
        {
            if (await PlaceAsync(key).ConfigureAwait(false) is not { } place) return null;
            try
            {
                await PostAsync(place, BotFrameworkWire.Handoff(place, await parts.Store.TranscriptAsync(key, 0, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
                return PlatformEvent.Asked;
            }
            catch (BotFrameworkException failure)
            {
                // The chat waits at our desk all the same; with the next thing that is said it is tried again.
                ChannelLog.NotDone(parts.Log, "bot", "handing over", failure.Message);
                trouble.Note(failure.Trouble);
                return null;
            }
        },
        cancellationToken);

    /// <summary>Where a conversation is held, also after a start of the process.</summary>
    private async Task<BotFrameworkPlace?> PlaceAsync(ConversationKey key)
    {
        if (places.TryGetValue(key, out var known)) return known;
        var lines = await parts.Store.TranscriptAsync(key, 0, CancellationToken.None).ConfigureAwait(false);
        return lines.LastOrDefault(line => line.Activity is { ServiceUrl: not null, Conversation.Id: not null }) is { } line ? places.GetOrAdd(key, new BotFrameworkPlace(key, line.Activity.ServiceUrl!, line.Activity)) : null;
    }

    private async Task<byte[]> FetchAsync(Inbound inbound, InboundFile file, CancellationToken cancellationToken)
    {
        byte[]? bytes = null;
        if (file.Reference.StartsWith("data:", StringComparison.Ordinal)) bytes = DataAddress.Read(file.Reference, settings.MediaBytes);
        else if (Uri.TryCreate(file.Reference, UriKind.Absolute, out var address)) bytes = await client.FetchAsync(new(inbound.Key, inbound.Activity.ServiceUrl ?? "", inbound.Activity), address, cancellationToken).ConfigureAwait(false);
        return bytes ?? throw new UnusableInboundException(ChannelTexts.For(inbound.Activity.Locale)["media-too-large"]);
    }

    /// <summary>The files of a line as a channel can have them: by our address, or within the message.</summary>
    private async Task<IReadOnlyList<Attachment>> FilesAsync(ConversationKey key, Activity said, CancellationToken cancellationToken)
    {
        var files = new List<Attachment>();
        foreach (var one in said.Attachments ?? [])
        {
            if (await InboundFiles.OutgoingAsync(parts.Store, key, one, cancellationToken).ConfigureAwait(false) is not { } file) continue;
            if (settings.PublicUrl is null && file.Bytes.Length > LargestInMessage) throw new DeliveryException($"{new Sentence("bot-large-file")}", permanent: true);
            files.Add(new() { Name = file.Name, ContentType = file.Type, ContentUrl = settings.PublicUrl is { } home ? new Uri(home, one.ContentUrl).AbsoluteUri : DataAddress.Of(file) });
        }

        return files;
    }

    private Task PostAsync(BotFrameworkPlace place, Activity outgoing) =>
        client.PostAsync(place, BotFrameworkWire.Address(place.Service, place.Line.Conversation!.Id!, outgoing.ReplyToId), ActivityJson.Write(outgoing));
}
