using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>Says in a sentence what Redis or the way to it reports, and what to do about it.</summary>
internal static class RedisFailure
{
    /// <summary>Whether an exception is one that <see cref="Explain"/> knows.</summary>
    public static bool IsKnown(Exception error) => error is RedisException or RedisCommandException or TimeoutException;

    /// <summary>The error as whoever runs the bot should read it.</summary>
    public static StoreException Explain(Exception error, RedisSettings settings) => new(Sentence(error, $"Redis at {settings}"), error);

    /// <summary>The error of a first connection. The library says of a refused password only that there is no connection; what it noted on the way tells more.</summary>
    public static StoreException AtStart(Exception error, string noted, RedisSettings settings)
    {
        string[] signs = ["NOAUTH", "WRONGPASS", "invalid password", "AuthenticationFailure"];
        var isPassword = signs.Any(sign => noted.Contains(sign, StringComparison.OrdinalIgnoreCase) || $"{error.Message} {error.InnerException?.Message}".Contains(sign, StringComparison.OrdinalIgnoreCase));
        if (isPassword) return new(PasswordRefused($"Redis at {settings}"), error);
        return error as StoreException ?? Explain(error, settings);
    }

    private static string PasswordRefused(string redis) => $"{redis} refuses the password. Correct Store:Redis:Password.";

    private static string Sentence(Exception error, string redis) => error switch
    {
        RedisServerException refused => Refusal(refused.Message, redis),
        TimeoutException => $"{redis} did not answer in time. Look whether it is overloaded or its disk is slow; what was asked for may have been written, and asking again does no harm.",
        _ => $"{redis} cannot be reached. Start it, or correct Store:Redis:Endpoints; the bot goes on by itself once it is there. What was under way may have been written, and asking again does no harm.",
    };

    private static string Refusal(string message, string redis) => message.Split(' ')[0] switch
    {
        "OOM" => $"{redis} has no memory left for more. Raise maxmemory; nothing was written and the bot goes on once there is room.",
        "MISCONF" => $"{redis} cannot write to its disk and refuses changes. Look at its log and free some space; nothing was written.",
        "READONLY" => $"{redis} is a replica and cannot be written. Name the primary in Store:Redis:Endpoints.",
        "LOADING" => $"{redis} is still reading its file. The bot goes on by itself once that is done.",
        "CLUSTERDOWN" => $"{redis} is a Cluster of which a part is missing. Look at 'redis-cli cluster info'; the bot goes on by itself once it is whole.",
        "NOAUTH" or "WRONGPASS" => PasswordRefused(redis),
        _ => $"{redis} refused what was asked: {LogText.Of(message.Length <= 200 ? message : message[..200])}",
    };
}
