using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.WeChat;

/// <summary>Conversations with the followers of a WeChat Official Account. Messages are scarce there: what a turn says goes as one, and in the answer to the call where it can.</summary>
internal sealed class WeChatChannel : IChannel, IDisposable
{
    /// <summary>How its part of a key begins; the account's id follows.</summary>
    public const string Account = "wechat-";

    private const int LongestText = 2_048;
    private const int MostLines = 10;

    private readonly WeChatSettings settings;
    private readonly ChannelParts parts;
    private readonly WeChatClient client;
    private readonly ReplyWindows windows;
    private readonly PassiveReplies replies;
    private readonly WeChatIntake intake;
    private readonly PassingOn passing;

    private readonly SentPieces sent = new();
    private readonly ChannelTrouble trouble;

    /// <summary>A channel for an account.</summary>
    public WeChatChannel(WeChatSettings settings, ChannelParts parts)
    {
        (this.settings, this.parts, trouble) = (settings, parts, new("wechat", parts.Log));
        client = new WeChatClient(settings, parts.Clock);
        windows = new ReplyWindows(parts.Store, WeChatIntake.AfterMessage, parts.Clock);
        replies = new PassiveReplies(parts.Clock);
        passing = new PassingOn(this, parts);
        intake = new WeChatIntake(settings, windows, passing, parts);
    }

    /// <inheritdoc/>
    public string Prefix => Account;

    /// <inheritdoc/>
    public string Hook => WeChatWebhook.Path;

    /// <inheritdoc/>
    public string? Trouble => trouble.Words;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => new WeChatWebhook(settings, intake, (replies, passing), parts).Map(routes);

    /// <summary>Takes up what an earlier process left waiting for customers.</summary>
    public void Start()
    {
        _ = windows.ResumeAsync(Account + settings.AppId, parts.Log);
        if (settings.PushesMenu) _ = PushMenuAsync();
    }

    /// <inheritdoc/>
    public ValueTask<ReplyWindow?> WindowOfAsync(ConversationKey key, CancellationToken cancellationToken) => windows.LookAsync(key, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound) => Site.For(settings.Playbooks.Count > 0 ? settings.Playbooks : parts.Playbooks(), inbound.Activity.Locale);

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => InboundFiles.ApologyFor(inbound);

    /// <inheritdoc/>
    public TimeSpan? PauseOf(ConversationKey key) => settings.Pause;

    /// <summary>What waited for the customer goes with the answer to their message. A turn that says nothing leaves no call waiting.</summary>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines)
    {
        _ = ReleaseAsync();

        async Task ReleaseAsync()
        {
            try
            {
                var released = await windows.ReleaseAsync(key).ConfigureAwait(false);
                if (!released && lines.Count == 0 && await IsQuietAsync().ConfigureAwait(false)) replies.Close(key);
            }
            catch (StoreException)
            {
                // The line is due by itself within minutes.
            }

            parts.Committed(key);
        }

        // A turn that was given up has left a word although it is not among the lines.
        async Task<bool> IsQuietAsync()
        {
            var last = await parts.Store.LastSequenceAsync(key, parts.Clock.GetUtcNow(), CancellationToken.None).ConfigureAwait(false) ?? 0;
            return await parts.Store.TranscriptAsync(key, last - 1, CancellationToken.None).ConfigureAwait(false) is not [.., { Outgoing: true }];
        }
    }

    /// <summary>A person at the desk is writing. WeChat shows it where the customer wrote within half a minute, and costs no message of the window.</summary>
    public void Pass(ConversationKey key, Activity passing)
    {
        if (passing.Type == ActivityTypes.Typing) _ = client.TryTypingAsync(key.Conversation, parts.Log);
    }

    /// <inheritdoc/>
    public Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken) => InboundFiles.KeepAsync(
        parts.Store,
        inbound,
        async (file, cancel) => await client.FetchAsync(file.Reference, cancel).ConfigureAwait(false) ?? throw new UnusableInboundException(ChannelTexts.For(inbound.Activity.Locale)["media-too-large"]),
        cancellationToken);

    /// <summary>As many as fit into one message: each is one of five.</summary>
    public int Together(IReadOnlyList<OutboxLine> lines)
    {
        var count = 1;
        while (count < lines.Count && !lines.Take(count + 1).Any(line => line.Activity.Attachments is { Count: > 0 }) && Texts(JoinedLines.Of([.. lines.Take(count + 1)]).Activity, NumberedChoices.Of).Count <= 1) count++;
        return count;
    }

    /// <inheritdoc/>
    public async Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        if (line.Activity.Type != ActivityTypes.Message) return;
        var pieces = await PiecesAsync(line, cancellationToken).ConfigureAwait(false);
        try
        {
            await sent.SendAsync(line, pieces, piece => OneAsync(line, piece, cancellationToken)).ConfigureAwait(false);
            trouble.End();
        }
        catch (WeChatException failure)
        {
            if (failure.Outcome == WeChatOutcome.WaitForCustomer) windows.Wait(line.Key, line.Sequence);
            if (failure.Code is 45015 or 45047) windows.Close(line.Key);
            trouble.Note(failure.Trouble);
            var told = failure.ForDelivery();
            if (told.IsPermanent) sent.Forget(line);
            throw told;
        }
    }

    private async Task OneAsync(OutboxLine line, Piece piece, CancellationToken cancellationToken)
    {
        if (piece.Text is { } text && await replies.TrySayAsync(line.Key, text).ConfigureAwait(false)) return;
        if (!await windows.IsOpenAsync(line.Key, line.Sequence, cancellationToken).ConfigureAwait(false)) throw new WeChatException(windows.Find(line.Key) is { Left: 0 } ? 45047 : 45015);

        // A stop of the server does not end it: nobody could say whether it had left.
        await piece.Send(CancellationToken.None).ConfigureAwait(false);
        windows.Use(line.Key);
    }

    private async Task<List<Piece>> PiecesAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        var customer = line.Key.Conversation;
        var choices = NumberedChoices.Of(line.Activity);
        var pieces = Texts(line.Activity, NumberedChoices.Of).Select(text => new Piece(text, cancel => client.SendAsync(WeChatWire.Text(customer, text), cancel))).ToList();
        if (settings.HasTapLines && choices.Count is > 0 and <= MostLines && pieces.Count == 1)
        {
            var head = Texts(line.Activity, _ => []).FirstOrDefault("");
            pieces = [pieces[0] with { Send = cancel => client.SendAsync(WeChatWire.Menu(customer, head, choices), cancel) }];
        }

        foreach (var attachment in line.Activity.Attachments ?? [])
        {
            if (await InboundFiles.OutgoingAsync(parts.Store, line.Key, attachment, cancellationToken).ConfigureAwait(false) is not { } file) continue;
            var kind = KindOf(file.Type) ?? throw new DeliveryException($"{new Sentence("wechat-file-kind", ("type", file.Type))}", permanent: true);
            pieces.Add(new(null, async cancel => await client.SendAsync(WeChatWire.Media(customer, kind, await client.UploadAsync(file, kind, cancel).ConfigureAwait(false)), cancel).ConfigureAwait(false)));
        }

        return pieces.Count > 0 ? pieces : throw new DeliveryException($"{new Sentence("nothing-to-show", ("platform", "WeChat"))}", permanent: true);
    }

    private static List<string> Texts(Activity activity, Func<Activity, IReadOnlyList<CardAction>> numbered) =>
        [.. MessageText.Parts(activity, (LongestText, TextUnit.Utf8Bytes), numbered(activity), links: false).Select(MessageText.Plain)];

    private static string? KindOf(string type) => type switch
    {
        "image/png" or "image/jpeg" or "image/gif" => "image",
        "audio/amr" or "audio/mpeg" => "voice",
        "video/mp4" => "video",
        _ => null,
    };

    private async Task PushMenuAsync()
    {
        try
        {
            await client.PushMenuAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (WeChatException failure)
        {
            ChannelLog.NotDone(parts.Log, "wechat", "writing the menu", failure.Message);
            trouble.Note(failure.Trouble);
        }
        catch (ObjectDisposedException)
        {
            // The server is being stopped.
        }
    }

    /// <summary>One message of several that a line is sent as.</summary>
    /// <param name="Text">What it says, where it can be said in the answer to a call; null for files.</param>
    /// <param name="Send">Sends it from the account's side.</param>
    private sealed record Piece(string? Text, Func<CancellationToken, Task> Send);
}
