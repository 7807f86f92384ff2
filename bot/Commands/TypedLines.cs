using System.Threading.Channels;
using ComplaintBot.Turns;

namespace ComplaintBot.Commands;

/// <summary>Lines as they are typed. While a customer is telling, what follows within the pause is one statement, so the bot never talks into a burst.</summary>
internal sealed class TypedLines
{
    private readonly Channel<string> typed = Channel.CreateUnbounded<string>();
    private readonly TimeProvider clock;
    private readonly bool waitsForBursts;

    /// <summary>Begins to read.</summary>
    /// <param name="input">Where the lines come from.</param>
    /// <param name="clock">Measures the pause.</param>
    /// <param name="waitsForBursts">False for input that is no person at a keyboard.</param>
    public TypedLines(TextReader input, TimeProvider clock, bool waitsForBursts)
    {
        (this.clock, this.waitsForBursts) = (clock, waitsForBursts);
        _ = Task.Run(() => ReadAsync(input));
    }

    /// <summary>The next line, or the next burst of lines; null when the input has ended.</summary>
    /// <param name="venting">Whether the customer is telling.</param>
    public async Task<string?> NextAsync(bool venting)
    {
        if (!await typed.Reader.WaitToReadAsync().ConfigureAwait(false) || !typed.Reader.TryRead(out var text)) return null;
        if (!venting || !waitsForBursts) return text.Trim();
        while (await MoreAsync().ConfigureAwait(false) is { } more) text = $"{text}\n{more}";
        return text.Trim();
    }

    private async Task<string?> MoreAsync()
    {
        using var pause = new CancellationTokenSource(Burst.Pause, clock);
        try
        {
            return await typed.Reader.ReadAsync(pause.Token).ConfigureAwait(false);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }

    private async Task ReadAsync(TextReader input)
    {
        try
        {
            while (await input.ReadLineAsync().ConfigureAwait(false) is { } line) typed.Writer.TryWrite(line);
        }
        finally
        {
            // A terminal that is gone ends the chat like an input that has ended; everything said is kept.
            typed.Writer.Complete();
        }
    }
}
