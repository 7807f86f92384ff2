using System.Globalization;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Telegram;

/// <summary>
/// Takes updates, whichever way they come. Only a private chat holds a conversation: in a group whoever speaks to the bot is asked, once a minute,
/// to write to it alone, and everything else there is nobody's business.
/// </summary>
internal sealed class TelegramIntake(TelegramSettings settings, TelegramClient client, ChannelParts parts)
{
    private static readonly TimeSpan BetweenInvitations = TimeSpan.FromMinutes(1);

    private readonly SendPace invitations = new(BetweenInvitations, 1, parts.Clock);

    /// <summary>The bot's name on Telegram, once it is known.</summary>
    public string? Name { get; set; }

    /// <summary>The key of a chat.</summary>
    public ConversationKey Key(long chat) => new(TelegramChannel.Account + settings.Bot, chat.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes an update. When this returns it is durable, or concerns nobody.</summary>
    public async Task TakeAsync(TelegramUpdate update, CancellationToken cancellationToken)
    {
        if (update.Press is { } press) await PressAsync(update.Id, press, cancellationToken).ConfigureAwait(false);
        else if (update.Message is { From.IsBot: false } message && message.IsPrivate) await MessageAsync(update, message, cancellationToken).ConfigureAwait(false);
        else if (update is { IsEdited: false, Message: { From.IsBot: false } spoken } && IsForBot(spoken)) _ = InviteAsync(spoken);
    }

    private async Task MessageAsync(TelegramUpdate update, TelegramMessage message, CancellationToken cancellationToken)
    {
        var key = Key(message.Chat);
        if (message.Command is { Name: "start" } start)
        {
            await parts.TakeAsync(new(key, Delivery(update.Id), Join(message, start.Argument), parts.Now), cancellationToken).ConfigureAwait(false);
            return;
        }

        if (message.Text.Length == 0 && message.Files.Count == 0) return;
        var text = await NumberedChoices.ResolveAsync(parts.Store, (key, message.Text), parts.Clock, choices => !TelegramChannel.FitButtons(choices), cancellationToken).ConfigureAwait(false);
        if (update.IsEdited) text = ChannelTexts.For(message.From!.Language ?? "zh")["edited"].Replace("{text}", text, StringComparison.Ordinal);
        InboundFile[] files = update.IsEdited ? [] : [.. message.Files.Select(file => new InboundFile(parts.Ids.Delivery(), file.Id, InboundFiles.Named(file.Name, "file"), file.Type))];
        var activity = Said(message.From!, message.Chat, text, message.Id, files);
        InboundFiles.Attach(activity, key, files);
        await parts.TakeAsync(new(key, Delivery(update.Id), activity, parts.Now), cancellationToken).ConfigureAwait(false);
    }

    private async Task PressAsync(long update, TelegramPress press, CancellationToken cancellationToken)
    {
        if (press.Message is { IsPrivate: true } at && await SaidByAsync(Key(at.Chat), press.Data, cancellationToken).ConfigureAwait(false) is { Length: > 0 } text)
        {
            var isNew = await parts.TakeAsync(new(Key(at.Chat), Delivery(update), Said(press.From, at.Chat, text, at.Id, []), parts.Now), cancellationToken).ConfigureAwait(false);
            if (isNew) _ = client.TryAsync("editMessageReplyMarkup", TelegramWire.WithoutButtons(at.Chat, at.Id), parts.Log);
        }

        _ = client.TryAsync("answerCallbackQuery", TelegramWire.Body(("callback_query_id", press.Query)), parts.Log);
    }

    /// <summary>What pressing a button says.</summary>
    private async Task<string?> SaidByAsync(ConversationKey key, string data, CancellationToken cancellationToken)
    {
        if (TelegramWire.ButtonKey(data) is not { } place) return data;
        var lines = await parts.Store.TranscriptAsync(key, place.Line - 1, cancellationToken).ConfigureAwait(false);
        var choices = lines is [{ Outgoing: true } line, ..] && line.Sequence == place.Line ? NumberedChoices.Of(line.Activity) : [];
        return place.Index < choices.Count ? NumberedChoices.ValueOf(choices[place.Index]) : null;
    }

    private Activity Said(TelegramUser from, long chat, string text, long message, IReadOnlyList<InboundFile> files)
    {
        var activity = Activity.Message(TextSplitter.Shorten(text, parts.Limits.TextCharacters, TextUnit.Utf16Units));
        Address(activity, from, chat);
        activity.ChannelData = WireJson.Element(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("message_id", message);
            InboundFiles.Write(json, files);
            json.WriteEndObject();
        });
        return activity;
    }

    private static Activity Join(TelegramMessage message, string argument)
    {
        var activity = new Activity { Type = ActivityTypes.ConversationUpdate };
        Address(activity, message.From!, message.Chat);
        activity.MembersAdded = [activity.Recipient!, activity.From!];
        if (argument.Length is > 0 and <= 64) activity.ChannelData = WireJson.Element(json => Playbook(json, argument));
        return activity;
    }

    private static void Playbook(Utf8JsonWriter json, string argument)
    {
        json.WriteStartObject();
        json.WriteString("playbook", argument);
        json.WriteEndObject();
    }

    private static void Address(Activity activity, TelegramUser from, long chat)
    {
        activity.ChannelId = "telegram";
        activity.From = new() { Id = from.Id.ToString(CultureInfo.InvariantCulture), Name = from.Name, Role = RoleTypes.User };
        activity.Recipient = new() { Id = "bot", Role = RoleTypes.Bot };
        activity.Conversation = new() { Id = chat.ToString(CultureInfo.InvariantCulture) };
        activity.Locale = from.Language;
    }

    /// <summary>Whether a message in a group speaks to the bot: by its name, by a command with its name, or as an answer to it.</summary>
    private bool IsForBot(TelegramMessage message)
    {
        var json = message.Json;
        if (json.Object("reply_to_message")?.Object("from")?.Number("id")?.ToString(CultureInfo.InvariantCulture) == settings.Bot) return true;
        if (Name is not { } name) return false;
        foreach (var entity in json.Objects("entities").Concat(json.Objects("caption_entities")))
        {
            // Offsets are counted in UTF-16 units, as .NET does.
            if (entity.Text("type") is not ("mention" or "bot_command") || entity.Number("offset") is not { } offset || entity.Number("length") is not { } length) continue;
            if (offset >= 0 && length > 0 && offset + length <= message.Text.Length && message.Text.AsSpan((int)offset, (int)length).EndsWith($"@{name}", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private async Task InviteAsync(TelegramMessage message)
    {
        if (Name is not { } name || invitations.Take(message.Chat.ToString(CultureInfo.InvariantCulture)) > TimeSpan.Zero) return;
        var text = ChannelTexts.For(message.From!.Language ?? "zh")["group"].Replace("{address}", $"https://t.me/{name}?start=group", StringComparison.Ordinal);
        await client.TryAsync("sendMessage", TelegramWire.Say(message.Chat, [new(text)], []), parts.Log).ConfigureAwait(false);
    }

    private static string Delivery(long update) => string.Create(CultureInfo.InvariantCulture, $"update {update}");
}
