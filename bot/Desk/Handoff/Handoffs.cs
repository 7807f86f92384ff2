using System.Text.Json;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Handoff;

/// <summary>
/// Hands conversations to a contact centre of others by the handoff protocol of the Bot Framework: an event <c>handoff.initiate</c> with
/// the context and the whole transcript. What could not be sent is sent again; after the last try the conversation simply waits at our desk.
/// </summary>
internal sealed class Handoffs : IAsyncDisposable
{
    /// <summary>The name of the event.</summary>
    public const string Initiate = "handoff.initiate";

    private const int MostAttempts = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);

    private readonly HandoffParts parts;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
    private readonly DueWork work;

    /// <summary>Begins to send what is to be sent.</summary>
    public Handoffs(HandoffParts parts)
    {
        this.parts = parts;
        work = new DueWork(RoundAsync, failure => HandoffLog.RoundFailed(parts.Log, failure), BetweenRounds, parts.Clock);
    }

    /// <summary>Whether there is a contact centre.</summary>
    public bool IsSetUp => parts.Settings.Url is not null;

    /// <summary>What it was put together from.</summary>
    public HandoffParts Parts => parts;

    /// <summary>Carries commands to conversations; null as long as nobody does.</summary>
    public CarryCommand? Carry { get; set; }

    /// <summary>Asks the contact centre to take a conversation; once, however often it is called, until it failed or was completed.</summary>
    /// <returns>Whether it is asked now.</returns>
    public async Task<bool> AskAsync(HandoffCall call, CancellationToken cancellationToken)
    {
        if (!IsSetUp || !await parts.Handoffs.TryAskAsync(call, parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)) return false;
        work.Ring();
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await work.DisposeAsync().ConfigureAwait(false);
        http.Dispose();
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (!IsSetUp) return;
        foreach (var item in await parts.Handoffs.DueAsync(parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)) await SendAsync(item, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(HandoffItem item, CancellationToken cancellationToken)
    {
        var why = await TryAsync(item, cancellationToken).ConfigureAwait(false);
        var name = LogText.Of(item.Key.ToString());
        if (why is null)
        {
            HandoffLog.Sent(parts.Log, name);
            await parts.Handoffs.SentAsync(item.Key, "sent", null, cancellationToken).ConfigureAwait(false);
            return;
        }

        HandoffLog.NotSent(parts.Log, name, item.Attempts + 1, why);
        var isLast = item.Attempts + 1 >= MostAttempts;
        DateTimeOffset? next = isLast ? null : parts.Clock.GetUtcNow() + (FirstPause * Math.Pow(2, item.Attempts));
        await parts.Handoffs.SentAsync(item.Key, isLast ? "unreachable" : "asked", next, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> TryAsync(HandoffItem item, CancellationToken cancellationToken)
    {
        var lines = await parts.Transcript(item.Key, 0, cancellationToken).ConfigureAwait(false);
        var body = ActivityJson.Write(Event(item, lines));
        var time = HandoffSignature.Time(parts.Clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, parts.Settings.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add(HandoffSignature.TimeHeader, time);
        request.Headers.Add(HandoffSignature.Header, HandoffSignature.Of(parts.Settings.Secret, time, body));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : $"answered {(int)response.StatusCode}";
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException)
        {
            return failure is HttpRequestException { HttpRequestError: var error } ? error.ToString() : "no answer in time";
        }
    }

    /// <summary>The event. Lines that only colleagues of ours read stay with us.</summary>
    private static Activity Event(HandoffItem item, IReadOnlyList<TranscriptLine> lines)
    {
        using var context = JsonDocument.Parse(item.Context);
        var activity = Activity.Event(Initiate, context.RootElement.Clone());
        activity.Id = $"{item.Key}|handoff";
        activity.ChannelId = item.Key.Channel.Split('-')[0];
        activity.Conversation = new() { Id = item.Key.ToString() };
        activity.From = new() { Id = "bot", Role = RoleTypes.Bot };
        IReadOnlyList<Activity> said = [.. lines.Select(line => line.Activity).Where(line => !DeskEvents.IsInternal(line.Name))];
        var list = JsonSerializer.SerializeToElement(said, ActivityJson.Wire.IReadOnlyListActivity);
        using var content = JsonDocument.Parse($"{{\"activities\":{list.GetRawText()}}}");
        activity.Attachments = [new() { ContentType = "application/json", Name = "transcript", Content = content.RootElement.Clone() }];
        return activity;
    }
}
