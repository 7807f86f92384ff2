using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>Whether a server keeps what it has acknowledged: through a crash, a loss of power, and a shortage of memory.</summary>
internal static class RedisPersistence
{
    private static readonly Version Oldest = new(6, 2);

    private static readonly (string Name, string Needed, string Else)[] Needs =
    [
        ("appendonly", "yes", "what was acknowledged is lost when it stops suddenly"),
        ("appendfsync", "always", "what was acknowledged in the last moments is lost when it stops suddenly"),
        ("maxmemory-policy", "noeviction", "it throws conversations away when memory is short"),
    ];

    /// <summary>A sentence for each setting of a server that is weaker than the bot's promise.</summary>
    public static async Task<IReadOnlyList<string>> WeaknessesAsync(IServer server)
    {
        var (found, name) = (new List<string>(), server.EndPoint.ToString());
        if (server.Version < Oldest) found.Add($"Redis at {name} is version {server.Version}; the bot is tested with {Oldest} and later.");
        foreach (var (setting, needed, consequence) in Needs)
            if (await ReadAsync(server, setting).ConfigureAwait(false) is var value && value != needed)
                found.Add(value is null
                    ? $"Redis at {name} does not tell its setting {setting}; make sure that it is '{needed}', else {consequence}."
                    : $"Redis at {name} has {setting} '{value}': {consequence}. Write '{setting} {needed}' into its configuration.");
        return found;
    }

    private static async Task<string?> ReadAsync(IServer server, string setting)
    {
        try
        {
            return (await server.ConfigGetAsync(setting).ConfigureAwait(false)) is [{ Value: var value }] ? value : null;
        }
        catch (RedisServerException)
        {
            // Managed services keep their configuration to themselves.
            return null;
        }
    }
}
