using System.Collections.Concurrent;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels;

/// <summary>Sends lines that are more than one message: a piece that fails is sent again, those before it are not.</summary>
internal sealed class SentPieces
{
    private readonly ConcurrentDictionary<(ConversationKey Key, long Line), int> done = new();

    /// <summary>Sends what has not left yet of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="pieces">All of it, in order.</param>
    /// <param name="send">Sends one; its failure ends the line for now.</param>
    public async Task SendAsync<T>(OutboxLine line, IReadOnlyList<T> pieces, Func<T, Task> send)
    {
        var id = (line.Key, line.Sequence);
        for (var next = done.GetValueOrDefault(id); next < pieces.Count; next++)
        {
            await send(pieces[next]).ConfigureAwait(false);
            done[id] = next + 1;
        }

        done.TryRemove(id, out _);
    }

    /// <summary>A line is given up, or goes as something else.</summary>
    public void Forget(OutboxLine line) => done.TryRemove((line.Key, line.Sequence), out _);
}
