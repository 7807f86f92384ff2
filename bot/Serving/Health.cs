using System.Buffers;
using System.Text.Json;
using ComplaintBot.Channels;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Serving;

/// <summary>
/// Whether the server lives, and whether it should be sent customers. What is degraded still serves them and is said; only a store that
/// can't be used, and stopping, make it unavailable.
/// </summary>
/// <param name="parts">What is looked at.</param>
/// <param name="inbox">Works off what was accepted.</param>
/// <param name="outbox">Sends what was committed.</param>
/// <param name="pages">Why the pages can't be served, or null.</param>
/// <param name="stopping">Ends when the server is being stopped.</param>
internal sealed class Health(ServerParts parts, InboxWorker inbox, OutboxPump outbox, string? pages, CancellationToken stopping)
{
    private static readonly ConversationKey Nobody = new("health", "nobody");

    /// <summary>Answers that the process lives.</summary>
    public static Task LiveAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, "live", []);

    /// <summary>Answers whether customers may be sent here, and what is degraded.</summary>
    public async Task ReadyAsync(HttpContext context)
    {
        if (stopping.IsCancellationRequested)
        {
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "unavailable", ["The server is being stopped."]).ConfigureAwait(false);
            return;
        }

        try
        {
            await parts.Store.LastSequenceAsync(Nobody, parts.Clock.GetUtcNow(), context.RequestAborted).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "unavailable", [failure.Message]).ConfigureAwait(false);
            return;
        }

        var degraded = Degraded().ToList();
        if (await parts.LedgerTrouble(context.RequestAborted).ConfigureAwait(false) is { } ledger) degraded.Add(ledger);
        await WriteAsync(context, StatusCodes.Status200OK, degraded.Count == 0 ? "ready" : "degraded", degraded).ConfigureAwait(false);
    }

    private IEnumerable<string> Degraded()
    {
        if (pages is not null) yield return pages;
        if (parts.Shared?.Trouble is { } store) yield return store;
        if (parts.PlaybookTrouble() is { } trouble) yield return $"The playbooks have mistakes and the earlier ones stay in use: {trouble}";
        if (parts.LanguageTrouble() is { } alone) yield return alone;
        foreach (var channel in parts.ChannelTroubles()) yield return channel;
        if (inbox.Failing > 0) yield return $"Turns of {inbox.Failing} conversations failed and are tried again; the log says why.";
        if (outbox.Failing) yield return "What was committed can't be sent; the log says why.";
    }

    private static Task WriteAsync(HttpContext context, int status, string state, List<string> degraded)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, RelaxedJson.Options);
        json.WriteStartObject();
        json.WriteString("status", state);
        if (degraded.Count > 0)
        {
            json.WriteStartArray("degraded");
            foreach (var one in degraded) json.WriteStringValue(one);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return DirectLineEndpoints.JsonAsync(context, status, buffer.WrittenMemory);
    }
}
