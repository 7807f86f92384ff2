namespace ComplaintBot.Channels;

/// <summary>
/// The access token of an account: fetched when it is first needed, again five minutes before it runs out, and once when the other side rejects
/// it. However many ask at the same time, one fetches.
/// </summary>
/// <param name="fetch">Fetches a token; it is told the one that was rejected, or null.</param>
/// <param name="clock">Our clock.</param>
internal sealed class AccessTokens(Func<string?, CancellationToken, Task<(string Token, TimeSpan Life)>> fetch, TimeProvider clock)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly Lock guard = new();
    private Task<string>? fetching;
    private string? current;
    private DateTimeOffset until;

    /// <summary>A token to use.</summary>
    /// <param name="rejected">The one the other side has just rejected; null when none was.</param>
    public Task<string> GetAsync(string? rejected = null)
    {
        lock (guard)
        {
            if (current is not null && current != rejected && clock.GetUtcNow() < until) return Task.FromResult(current);
            if (fetching is { IsCompleted: false }) return fetching;
            return fetching = FetchAsync(rejected);
        }
    }

    private async Task<string> FetchAsync(string? rejected)
    {
        // It is nobody's request alone, so nobody's going away ends it; the client's own time limit does.
        var (token, life) = await fetch(rejected, CancellationToken.None).ConfigureAwait(false);
        lock (guard) (current, until) = (token, clock.GetUtcNow() + (life > Early * 2 ? life - Early : life / 2));
        return token;
    }
}
