using System.Text.Json;
using ComplaintBot.Dialogs.Complaint.Desk;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>The row of a chat as a conversation's hash holds it.</summary>
internal static class RedisChatRow
{
    /// <summary>More than any time in milliseconds within a priority.</summary>
    private const double PerPriority = 1e14;

    /// <summary>The fields of the hash that make a row, in the order <see cref="Read"/> takes them.</summary>
    public static readonly RedisValue[] Fields = ["chat", "about", "began", "last_text", "last_from", "last_at", "sequence", "taken", "updated"];

    /// <summary>The summary as it is stored.</summary>
    public static byte[] Write(ChatSummary summary) => JsonSerializer.SerializeToUtf8Bytes(summary, ChatJson.Default.ChatSummary);

    /// <summary>Orders by priority, and then by time.</summary>
    public static RedisValue Urgency(int priority, DateTimeOffset time) => (priority * PerPriority) + Millis.Floor(time);

    /// <summary>Reads a row; null when the conversation has none.</summary>
    public static StoredChat? Read(string member, RedisValue[] fields)
    {
        if (fields[0].IsNull) return null;
        var summary = JsonSerializer.Deserialize((byte[])fields[0]!, ChatJson.Default.ChatSummary)!;
        var last = fields[4].IsNull ? null : new ChatLine(fields[3]!, fields[4]!, Millis.Time((long)fields[5]));
        var updated = new DateTimeOffset((long)fields[8], TimeSpan.Zero);
        var row = new ChatRow(summary with { StartedAt = Millis.Time((long)fields[2]), UpdatedAt = updated, LastLine = last, Sequence = (long)fields[6] }, fields[1] is { IsNullOrEmpty: false } about ? (string)about! : null);
        var taken = fields[7].IsNull ? (DateTimeOffset?)null : new DateTimeOffset(Millis.Number(((string)fields[7]!).Split(' ')[1]), TimeSpan.Zero);
        return new(ConversationKey.Parse(member), row, taken, updated);
    }
}
