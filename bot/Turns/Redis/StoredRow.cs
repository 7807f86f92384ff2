using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>What a turn asks for of a conversation's hash, whether it is loaded or comes along with an acceptance.</summary>
internal static class StoredRow
{
    /// <summary>The conversation; null when no turn has been run on it yet.</summary>
    public static StoredConversation? Read(RedisValue version, RedisValue state, RedisValue filed) =>
        version.IsNull || (long)version == 0 ? null : new((long)version, state!) { Filed = filed.IsNull ? 0 : (long)filed };
}
