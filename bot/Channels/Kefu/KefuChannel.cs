using System.Text.Json;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.Kefu;

/// <summary>Conversations with customers of service accounts (微信客服). Messages are scarce there: what a turn says goes as one.</summary>
internal sealed class KefuChannel : IChannel, IDisposable
{
    /// <summary>How its part of a key begins; the service account follows.</summary>
    public const string Account = "kefu-";

    /// <summary>The path it is called at.</summary>
    public const string Path = "/channels/kefu";

    private const int LongestText = 2_048;

    private readonly KefuSettings settings;
    private readonly ChannelParts parts;
    private readonly WeComApi api;
    private readonly ReplyWindows windows;
    private readonly KefuIntake intake;
    private readonly KefuPuller puller;
    private readonly SentPieces sent = new();
    private readonly PassingOn passing;
    private readonly ChannelTrouble trouble;

    /// <summary>A channel for the service accounts of an application.</summary>
    public KefuChannel(KefuSettings settings, ChannelParts parts)
    {
        (this.settings, this.parts, trouble) = (settings, parts, new("kefu", parts.Log));
        api = new WeComApi(settings.Account, parts.Clock);
        windows = new ReplyWindows(parts.Store, KefuIntake.AfterMessage, parts.Clock);
        passing = new PassingOn(this, parts);
        intake = new KefuIntake(windows, passing, parts);
        puller = new KefuPuller(api, intake.TakeAsync, parts);
    }

    /// <inheritdoc/>
    public string Prefix => Account;

    /// <inheritdoc/>
    public string Hook => Path;

    /// <inheritdoc/>
    public string? Trouble => puller.Trouble ?? trouble.Words;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => new WeComWebhook(Path, "kefu", new(settings.Account, parts.Clock), CalledAsync, parts).Map(routes);

    /// <inheritdoc/>
    public void Start()
    {
        _ = windows.ResumeAsync(Account, parts.Log);
        foreach (var account in settings.Accounts) puller.Ring(account, null);
    }

    /// <inheritdoc/>
    public Task StopAsync() => puller.StopAsync();

    /// <inheritdoc/>
    public ValueTask<ReplyWindow?> WindowOfAsync(ConversationKey key, CancellationToken cancellationToken) => windows.LookAsync(key, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        puller.Dispose();
        api.Dispose();
    }

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound) => Site.For(settings.Playbooks.Count > 0 ? settings.Playbooks : parts.Playbooks(), inbound.Activity.Locale);

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => InboundFiles.ApologyFor(inbound);

    /// <summary>What waited for the customer goes now that they have written.</summary>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines)
    {
        _ = ReleaseAsync();

        async Task ReleaseAsync()
        {
            try
            {
                await windows.ReleaseAsync(key).ConfigureAwait(false);
            }
            catch (StoreException)
            {
                // The line is due by itself within minutes.
            }

            parts.Committed(key);
        }
    }

    /// <summary>Kefu shows nobody that a person is writing.</summary>
    public void Pass(ConversationKey key, Activity passing)
    {
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        if (inbound.Activity.Type == ActivityTypes.Message) await LookAfterAsync(inbound.Key, cancellationToken).ConfigureAwait(false);
        await InboundFiles.KeepAsync(
            parts.Store,
            inbound,
            async (file, cancel) => await api.FetchAsync(file.Reference, settings.MediaBytes, cancel).ConfigureAwait(false) ?? throw new UnusableInboundException(ChannelTexts.For(inbound.Activity.Locale)["media-too-large"]),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As many as fit into one message: each is one of five.</summary>
    public int Together(IReadOnlyList<OutboxLine> lines)
    {
        var count = 1;
        while (count < lines.Count && !lines.Take(count + 1).Any(line => line.Activity.Attachments is { Count: > 0 }) && Texts(JoinedLines.Of([.. lines.Take(count + 1)]).Activity, true).Count <= 1) count++;
        return count;
    }

    /// <inheritdoc/>
    public async Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        if (line.Activity.Type != ActivityTypes.Message) return;
        var pieces = await PiecesAsync(line, cancellationToken).ConfigureAwait(false);
        try
        {
            await sent.SendAsync(line, [.. pieces.Index()], piece => OneAsync(line, piece.Item, KefuWire.Id(line.Key, line.Sequence, piece.Index), cancellationToken)).ConfigureAwait(false);
            trouble.End();
            if (settings.UsesPlatformDesk) await MoveAsync(line.Key, line.Last, cancellationToken).ConfigureAwait(false);
        }
        catch (WeComException failure)
        {
            if (failure.WaitsForCustomer)
            {
                windows.Wait(line.Key, line.Sequence);
                windows.Close(line.Key);
            }

            trouble.Note(failure.Trouble);
            var told = failure.ForDelivery();
            if (told.IsPermanent) sent.Forget(line);

            // Whoever waits for a person must not wait for a line that can't be said: people in WeCom may still write.
            if (settings.UsesPlatformDesk && failure.WaitsForCustomer) await MoveAsync(line.Key, long.MaxValue, cancellationToken).ConfigureAwait(false);
            throw told;
        }
    }

    private Task CalledAsync(WeChatPush push, CancellationToken cancellationToken)
    {
        if (push.Event == "kf_msg_or_event" && KefuMessage.IsId(push.Get("OpenKfId"))) puller.Ring(push.Get("OpenKfId"), push.Get("Token") is { Length: > 0 and <= 256 } token ? token : null);
        return Task.CompletedTask;
    }

    private async Task OneAsync(OutboxLine line, Piece piece, string id, CancellationToken cancellationToken)
    {
        if (piece.IsText && intake.Welcome(line.Key) is { } code && await WelcomeAsync(code, id, await piece.Content().ConfigureAwait(false)).ConfigureAwait(false)) return;
        if (!await windows.IsOpenAsync(line.Key, line.Sequence, cancellationToken).ConfigureAwait(false)) throw new WeComException(windows.Find(line.Key) is { Left: 0 } ? WeComException.UsedUp : WeComException.TooLate);

        // A stop of the server does not end it: nobody could say whether it had left.
        await api.CallAsync("/cgi-bin/kf/send_msg", KefuWire.To(line.Key, id, await piece.Content().ConfigureAwait(false)), CancellationToken.None).ConfigureAwait(false);
        windows.Use(line.Key);
    }

    private async Task<bool> WelcomeAsync(string code, string id, Action<Utf8JsonWriter> content)
    {
        try
        {
            await api.CallAsync("/cgi-bin/kf/send_msg_on_event", KefuWire.OnEvent(code, id, content), CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (WeComException late) when (late.Trouble is null && late.Code != WeComException.Unreachable)
        {
            return false;
        }
    }

    /// <summary>Moves a customer who was handed over to people in WeCom; once, and after what we had to say. From then on nothing of ours reaches them.</summary>
    private Task MoveAsync(ConversationKey key, long after, CancellationToken cancellationToken) => passing.PassOnAsync(
        key,
        after,
        async () =>
        {
            try
            {
                await api.CallAsync("/cgi-bin/kf/service_state/trans", KefuWire.Move(key, KefuSession.Waiting), CancellationToken.None).ConfigureAwait(false);
                return PlatformEvent.Accepted;
            }
            catch (WeComException failure)
            {
                // Whether it may be moved is WeCom's to say; where it may not, the chat waits at our desk.
                ChannelLog.NotDone(parts.Log, "kefu", "moving a session", failure.Message);
                trouble.Note(failure.Trouble);
                return failure.Code == WeComException.Unreachable ? null : PlatformEvent.Failed;
            }
        },
        cancellationToken);

    /// <summary>
    /// WeCom says when its people end a session, and is silent when one runs out after two days: whoever writes then is nobody's there, and
    /// must not stay without an answer here.
    /// </summary>
    private async Task LookAfterAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (await parts.Runner.HandsAsync(key, cancellationToken).ConfigureAwait(false) != Hands.Platform) return;
        try
        {
            var session = await api.CallAsync("/cgi-bin/kf/service_state/get", KefuWire.Look(key), cancellationToken).ConfigureAwait(false);
            if (session.Number("service_state") is (long)KefuSession.New or (long)KefuSession.Bot or (long)KefuSession.Ended) await passing.NoteAsync(PlatformEvent.Completed(key, parts.Ids.Delivery(), parts.Now)).ConfigureAwait(false);
        }
        catch (WeComException failure)
        {
            ChannelLog.NotDone(parts.Log, "kefu", "looking at a session", failure.Message);
            trouble.Note(failure.Trouble);
        }
    }

    private async Task<List<Piece>> PiecesAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        var (choices, plain) = (NumberedChoices.Of(line.Activity), Texts(line.Activity, false));
        var pieces = plain.Count == 1 && KefuWire.FitMenu(plain[0], choices)
            ? [new(true, () => Task.FromResult(KefuWire.Menu(plain[0], choices)))]
            : Texts(line.Activity, true).Select(text => new Piece(true, () => Task.FromResult(KefuWire.Text(text)))).ToList();
        foreach (var attachment in line.Activity.Attachments ?? [])
        {
            if (await InboundFiles.OutgoingAsync(parts.Store, line.Key, attachment, cancellationToken).ConfigureAwait(false) is not { } file) continue;
            var kind = WeComApi.KindOf(file.Type);
            pieces.Add(new(false, async () => KefuWire.Media(kind, await api.UploadAsync(file, kind, CancellationToken.None).ConfigureAwait(false))));
        }

        return pieces.Count > 0 ? pieces : throw new DeliveryException($"{new Sentence("nothing-to-show", ("platform", "WeChat"))}", permanent: true);
    }

    private static List<string> Texts(Activity activity, bool numbered) =>
        [.. MessageText.Parts(activity, (LongestText, TextUnit.Utf8Bytes), numbered ? NumberedChoices.Of(activity) : [], links: false).Select(MessageText.Plain)];

    /// <summary>One message of several that a line is sent as.</summary>
    /// <param name="IsText">Whether it is words.</param>
    /// <param name="Content">Makes what is sent.</param>
    private sealed record Piece(bool IsText, Func<Task<Action<Utf8JsonWriter>>> Content);
}
