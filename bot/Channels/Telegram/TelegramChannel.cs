using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Conversations with a bot on Telegram, each in a private chat.</summary>
internal sealed class TelegramChannel : IChannel, IDisposable
{
    /// <summary>How its part of a key begins; the bot's id follows.</summary>
    public const string Account = "telegram-";

    private const int LongestText = 4_096;
    private const int MostButtons = 8;
    private const int LongestLabel = 64;
    private const string All = "all";

    private readonly TelegramSettings settings;
    private readonly ChannelParts parts;
    private readonly TelegramClient client;
    private readonly TelegramIntake intake;
    private readonly TelegramConnection connection;
    private readonly SendPace chats;
    private readonly SendPace whole;

    private readonly SentPieces sent = new();

    /// <summary>Where chats have moved to.</summary>
    private readonly ConcurrentDictionary<long, long> moved = new();

    /// <summary>A channel for a bot.</summary>
    public TelegramChannel(TelegramSettings settings, ChannelParts parts)
    {
        (this.settings, this.parts) = (settings, parts);
        client = new TelegramClient(settings);
        intake = new TelegramIntake(settings, client, parts);
        connection = new TelegramConnection(settings, client, intake, parts);

        // What Telegram advises: about one a second to a chat with some at once tolerated, 30 a second in all.
        chats = new SendPace(TimeSpan.FromSeconds(1), 5, parts.Clock);
        whole = new SendPace(TimeSpan.FromSeconds(1) / 30, 30, parts.Clock);
    }

    /// <inheritdoc/>
    public string Prefix => Account;

    /// <inheritdoc/>
    public string Hook => TelegramWebhook.Path;

    /// <inheritdoc/>
    public string? Trouble => connection.Trouble;

    /// <summary>Whether choices are shown as buttons: few enough, and short enough to be read.</summary>
    public static bool FitButtons(IReadOnlyList<CardAction> choices) => choices.Count is > 0 and <= MostButtons && choices.All(choice => choice.Title!.Length <= LongestLabel);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => new TelegramWebhook(settings, intake, parts).Map(routes);

    /// <inheritdoc/>
    public void Start() => connection.Start();

    /// <inheritdoc/>
    public Task StopAsync() => connection.StopAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        client.Dispose();
    }

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound)
    {
        var all = parts.Playbooks();
        var own = settings.Playbooks.Count > 0 ? settings.Playbooks : all;
        var named = inbound.Activity is { Type: ActivityTypes.ConversationUpdate, ChannelData: { ValueKind: JsonValueKind.Object } data } ? data.Text("playbook") : null;
        return Site.For(named is not null && own.Contains(named) ? [named] : own, inbound.Activity.Locale);
    }

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => InboundFiles.ApologyFor(inbound);

    /// <inheritdoc/>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines) => parts.Committed(key);

    /// <summary>A person at the desk is writing: Telegram shows it for five seconds.</summary>
    public void Pass(ConversationKey key, Activity passing)
    {
        if (passing.Type == ActivityTypes.Typing && Chat(key) is { } chat) _ = client.TryAsync("sendChatAction", TelegramWire.Body(("chat_id", moved.GetValueOrDefault(chat, chat)), ("action", "typing")), parts.Log);
    }

    /// <inheritdoc/>
    public Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken) => InboundFiles.KeepAsync(
        parts.Store,
        inbound,
        async (file, cancel) => await client.FetchAsync(file.Reference, cancel).ConfigureAwait(false) ?? throw new UnusableInboundException(ChannelTexts.For(inbound.Activity.Locale)["media-too-large"]),
        cancellationToken);

    /// <inheritdoc/>
    public async Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        if (line.Activity.Type != ActivityTypes.Message) return;
        var chat = Chat(line.Key) ?? throw new DeliveryException($"{new Sentence("no-chat")}", permanent: true);
        var pieces = await PiecesAsync(line, cancellationToken).ConfigureAwait(false);
        try
        {
            await sent.SendAsync(line, pieces, async piece =>
            {
                await PaceAsync(line.Key.Conversation, cancellationToken).ConfigureAwait(false);
                await OneAsync(piece, moved.GetValueOrDefault(chat, chat)).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (TelegramException failure)
        {
            Note(failure, line.Key.Conversation);
            var told = failure.ForDelivery();
            if (told.IsPermanent) sent.Forget(line);
            throw told;
        }
    }

    /// <summary>Sends one piece. A stop of the server does not end it: nobody could say whether it had left.</summary>
    private async Task OneAsync(Func<long, bool, Task> piece, long chat)
    {
        try
        {
            await piece(chat, true).ConfigureAwait(false);
        }
        catch (TelegramException refused) when (refused.MovedTo is { } place && place != chat)
        {
            moved[chat] = place;
            await piece(place, true).ConfigureAwait(false);
        }
        catch (TelegramException refused) when (refused.IsAboutMarks)
        {
            await piece(chat, false).ConfigureAwait(false);
        }
    }

    /// <summary>What a line is sent as: its text in parts, the buttons under the last, then its files.</summary>
    private async Task<List<Func<long, bool, Task>>> PiecesAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        var choices = NumberedChoices.Of(line.Activity);
        var buttons = FitButtons(choices) ? choices : [];
        var texts = MessageText.Parts(line.Activity, (LongestText, TextUnit.Utf16Units), buttons.Count > 0 ? [] : choices, links: true);
        var keys = buttons.Index().Select(one => (one.Item, one.Item is { Type: ActionTypes.OpenUrl, Value: string url } ? url : TelegramWire.ButtonData(NumberedChoices.ValueOf(one.Item), line.Sequence, one.Index))).ToList();
        var pieces = new List<Func<long, bool, Task>>();
        foreach (var (i, text) in texts.Index())
            pieces.Add((chat, marked) => client.CallAsync("sendMessage", TelegramWire.Say(chat, text, i == texts.Count - 1 ? keys : [], marked), CancellationToken.None));
        foreach (var attachment in line.Activity.Attachments ?? [])
        {
            var file = await InboundFiles.OutgoingAsync(parts.Store, line.Key, attachment, cancellationToken).ConfigureAwait(false);
            if (file is not null) pieces.Add((chat, _) => client.UploadAsync(chat, file, CancellationToken.None));
        }

        return pieces.Count > 0 ? pieces : throw new DeliveryException($"{new Sentence("nothing-to-show", ("platform", "Telegram"))}", permanent: true);
    }

    private static long? Chat(ConversationKey key) => long.TryParse(key.Conversation, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat) ? chat : null;

    private async Task PaceAsync(string chat, CancellationToken cancellationToken)
    {
        var (own, shared) = (chats.Take(chat), whole.Take(All));
        if ((own > shared ? own : shared) is { Ticks: > 0 } wait) await Task.Delay(wait, parts.Clock, cancellationToken).ConfigureAwait(false);
    }

    private void Note(TelegramException failure, string chat)
    {
        if (failure.RetryAfter is { } wait) chats.Hold(chat, wait);
        connection.Note(failure);
    }
}
