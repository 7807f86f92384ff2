using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Handoff;

/// <summary>What the contact centre says about a conversation.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="State"><c>accepted</c>, <c>failed</c> or <c>completed</c>; null for messages alone.</param>
/// <param name="Agent">The name of who answers there, or null.</param>
/// <param name="Messages">What the customer is to read, in order.</param>
/// <param name="Agreed">What was agreed with the customer, for the bot that goes on; or null.</param>
internal sealed record HandoffStatus(ConversationKey Key, string? State, string? Agent, IReadOnlyList<string> Messages, string? Agreed = null)
{
    /// <summary>The name of the event.</summary>
    public const string Event = "handoff.status";

    private const int MostMessages = 20;
    private const int MostCharacters = 4_000;
    private const int MostName = 64;

    /// <summary>Reads a message; null when it is none.</summary>
    /// <param name="body">An activity of type event whose conversation is the one of <c>handoff.initiate</c>.</param>
    public static HandoffStatus? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var activity = ActivityJson.Read(body);
            if (activity is not { Type: ActivityTypes.Event, Name: Event, Conversation.Id: { Length: <= 1_000 } id, Value: { ValueKind: JsonValueKind.Object } value }) return null;
            var (state, agent) = (Text(value, "state"), AgentOf(value));
            var messages = ReadMessages(value);
            if (messages is null || state is not (null or "accepted" or "failed" or "completed") || (state is null && messages.Length == 0)) return null;
            return new(ConversationKey.Parse(id), state, agent is { Length: > 0 and <= MostName } ? agent : null, messages, Text(value, "agreed") is { } agreed && !string.IsNullOrWhiteSpace(agreed) ? agreed : null);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? AgentOf(JsonElement value) =>
        value.TryGetProperty("agent", out var agent) ? agent.ValueKind == JsonValueKind.Object ? Text(agent, "name") : agent.ValueKind == JsonValueKind.String ? agent.GetString() : null : null;

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) && text.ValueKind != JsonValueKind.Null ? text.GetString() : null;

    private static string[]? ReadMessages(JsonElement value)
    {
        if (!value.TryGetProperty("messages", out var list) || list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostMessages) return null;
        string[] messages = [.. list.EnumerateArray().Select(one => one.GetString() ?? "")];
        return messages.All(one => !string.IsNullOrWhiteSpace(one) && one.Length <= MostCharacters) ? messages : null;
    }
}
