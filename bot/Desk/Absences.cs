using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk;

/// <summary>
/// Gives the chats of people who are gone back to the queue, at their old place. It looks at what is, and remembers nothing: so a start of
/// the process loses no absence. A customer who was asked to wait until a time is not passed on before it.
/// </summary>
internal sealed class Absences : IAsyncDisposable
{
    /// <summary>How long somebody may be gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly IChatIndex chats;
    private readonly DeskCommands commands;
    private readonly Presence presence;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ITimer timer;

    /// <summary>Begins to look.</summary>
    public Absences(IChatIndex chats, DeskCommands commands, Presence presence, TimeProvider clock, ILogger log)
    {
        (this.chats, this.commands, this.presence, this.clock, this.log) = (chats, commands, presence, clock, log);
        timer = clock.CreateTimer(_ => _ = oneAtATime.CurrentCount > 0 ? LookAsync() : Task.CompletedTask, null, Between, Between);
    }

    /// <summary>Stops after the look under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync().ConfigureAwait(false);
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        oneAtATime.Dispose();
    }

    /// <summary>Looks once, after the look under way.</summary>
    public async Task LookAsync()
    {
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            var now = clock.GetUtcNow();
            presence.Sweep(now - Forgotten);
            foreach (var chat in await chats.HeldAsync(CancellationToken.None).ConfigureAwait(false))
                if (!DeskPerson.IsOutside(chat.Agent) && !(chat.HeldUntil > now) && presence.GoneSince(chat.Agent) is { } since && now - since >= Patience) await commands.ReleaseAsync(chat, ReleaseReason.Disconnected).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            DeskLog.AbsencesNotLookedAfter(log, failure);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
