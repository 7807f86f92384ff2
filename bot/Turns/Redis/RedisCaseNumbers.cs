using System.Collections.Concurrent;
using ComplaintBot.Cases;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// Sees to it that a case number is given once. It is reserved before the turn is written, for it lies in another slot than the conversation; whoever
/// dies in between has wasted a number of that day, nothing else.
/// </summary>
/// <param name="link">Where reservations are kept.</param>
/// <param name="register">What knows the numbers Redis has forgotten.</param>
/// <param name="ids">Tells one reservation from another.</param>
internal sealed class RedisCaseNumbers(RedisLink link, ICaseRegister register, IIdSource ids)
{
    /// <summary>How many numbers are remembered as opened, so that they are not asked for in every turn.</summary>
    private const int MostRemembered = 20_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    private readonly ConcurrentDictionary<string, bool> opened = new(StringComparer.Ordinal);

    /// <summary>Makes sure that every event belongs to a case that was opened.</summary>
    /// <exception cref="InvalidOperationException">One does not.</exception>
    public async Task CheckAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        foreach (var filed in commit.Events)
        {
            if (filed.Case == commit.OpenedCase || opened.ContainsKey(filed.Case)) continue;
            if (!await IsOpenAsync(filed.Case, cancellationToken).ConfigureAwait(false))
                throw new InvalidOperationException($"An event was filed for case {filed.Case}, which was never opened.");
            if (opened.Count >= MostRemembered) opened.Clear();
            opened[filed.Case] = true;
        }
    }

    /// <summary>Reserves a number.</summary>
    /// <returns>What to give it back with; null when it is taken.</returns>
    public async Task<RedisValue?> ReserveAsync(string number, string member, CancellationToken cancellationToken)
    {
        RedisValue reservation = $"{member} {ids.Delivery()}";
        var isFree = await link.AskAsync(database => database.StringSetAsync(link.Keys.Case(number), reservation, KeptFor, When.NotExists), cancellationToken).ConfigureAwait(false);
        if (!isFree) return null;
        if (!await register.IsOpenAsync(number, cancellationToken).ConfigureAwait(false)) return reservation;

        // Redis had forgotten it, the ledger has not.
        return null;
    }

    /// <summary>Gives a number back that was reserved in vain.</summary>
    public Task FreeAsync(string number, RedisValue? reservation) =>
        link.RunAsync(RedisScript.Free, [link.Keys.Case(number)], [reservation ?? RedisValue.Null], CancellationToken.None);

    private async Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken) =>
        await link.AskAsync(database => database.KeyExistsAsync(link.Keys.Case(number)), cancellationToken).ConfigureAwait(false)
        || await register.IsOpenAsync(number, cancellationToken).ConfigureAwait(false);
}
