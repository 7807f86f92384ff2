using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Conversations of a company's members with an application of WeCom.</summary>
internal sealed class WeComChannel : IChannel, IDisposable
{
    /// <summary>How its part of a key begins; the company's id follows.</summary>
    public const string Account = "wecom-";

    /// <summary>The path it is called at.</summary>
    public const string Path = "/channels/wecom";

    private const int LongestText = 2_048;
    private const string SendPath = "/cgi-bin/message/send";

    private readonly WeComSettings settings;
    private readonly ChannelParts parts;
    private readonly WeComApi api;
    private readonly WeComIntake intake;
    private readonly SendPace members;
    private readonly SentPieces sent = new();
    private readonly ChannelTrouble trouble;

    /// <summary>A channel for an application.</summary>
    public WeComChannel(WeComSettings settings, ChannelParts parts)
    {
        (this.settings, this.parts, trouble) = (settings, parts, new("wecom", parts.Log));
        api = new WeComApi(settings.Account, parts.Clock);
        intake = new WeComIntake(settings, parts);

        // What goes beyond thirty a minute to a member is dropped without a word.
        members = new SendPace(TimeSpan.FromSeconds(2), 28, parts.Clock);
    }

    /// <inheritdoc/>
    public string Prefix => Account;

    /// <inheritdoc/>
    public string Hook => Path;

    /// <inheritdoc/>
    public string? Trouble => trouble.Words;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => new WeComWebhook(Path, "wecom", new(settings.Account, parts.Clock), intake.TakeAsync, parts).Map(routes);

    /// <inheritdoc/>
    public void Dispose() => api.Dispose();

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound) => Site.For(settings.Playbooks.Count > 0 ? settings.Playbooks : parts.Playbooks(), inbound.Activity.Locale);

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => InboundFiles.ApologyFor(inbound);

    /// <inheritdoc/>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines) => parts.Committed(key);

    /// <summary>WeCom shows nobody that a person is writing.</summary>
    public void Pass(ConversationKey key, Activity passing)
    {
    }

    /// <inheritdoc/>
    public Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken) => InboundFiles.KeepAsync(
        parts.Store,
        inbound,
        async (file, cancel) => await api.FetchAsync(file.Reference, settings.MediaBytes, cancel).ConfigureAwait(false) ?? throw new UnusableInboundException(ChannelTexts.For(inbound.Activity.Locale)["media-too-large"]),
        cancellationToken);

    /// <inheritdoc/>
    public async Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        if (line.Activity.Type != ActivityTypes.Message) return;
        var (member, pieces) = (line.Key.Conversation, await PiecesAsync(line, cancellationToken).ConfigureAwait(false));
        try
        {
            await sent.SendAsync(line, pieces, async piece =>
            {
                if (members.Take(member) is { Ticks: > 0 } wait) await Task.Delay(wait, parts.Clock, cancellationToken).ConfigureAwait(false);

                // A stop of the server does not end it: nobody could say whether it had left.
                var answer = await api.CallAsync(SendPath, await piece().ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
                if (WeComWire.Missed(answer, member)) throw new WeComException(81013, settings.Account.Section);
            }).ConfigureAwait(false);
            trouble.End();
        }
        catch (WeComException failure)
        {
            trouble.Note(failure.Trouble);
            var told = failure.ForDelivery();
            if (told.IsPermanent) sent.Forget(line);
            throw told;
        }
    }

    private async Task<List<Func<Task<byte[]>>>> PiecesAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        var (member, pieces) = (line.Key.Conversation, new List<Func<Task<byte[]>>>());
        foreach (var text in MessageText.Parts(line.Activity, (LongestText, TextUnit.Utf8Bytes), NumberedChoices.Of(line.Activity), links: false).Select(MessageText.Plain))
            pieces.Add(() => Task.FromResult(WeComWire.Text(member, settings.Agent, text)));
        foreach (var attachment in line.Activity.Attachments ?? [])
        {
            if (await InboundFiles.OutgoingAsync(parts.Store, line.Key, attachment, cancellationToken).ConfigureAwait(false) is not { } file) continue;
            var kind = WeComApi.KindOf(file.Type);
            pieces.Add(async () => WeComWire.Media(member, settings.Agent, kind, await api.UploadAsync(file, kind, CancellationToken.None).ConfigureAwait(false)));
        }

        return pieces.Count > 0 ? pieces : throw new DeliveryException($"{new Sentence("nothing-to-show", ("platform", "WeCom"))}", permanent: true);
    }
}
