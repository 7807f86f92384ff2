using ComplaintBot.Desk.Handoff;
using ComplaintBot.Tests.Stores;

namespace ComplaintBot.Tests.Desk.Stores;

/// <summary>What every store of handoffs keeps. A new one inherits the suite and says how it is opened.</summary>
public abstract class HandoffStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The store, empty; closed by its own suite after the test.</summary>
    internal abstract IHandoffStore Store { get; }

    [Fact]
    public async Task A_conversation_is_handed_off_once_at_a_time()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.TryAskAsync(new(Given.Key, "{}"), Given.Now, None)));
        Assert.Single(asked, isNew => isNew);

        await Store.NoteAsync(Given.Key, "completed", None);

        Assert.True(await Store.TryAskAsync(new(Given.Key, """{"again":"\u0000"}"""), Given.Now, None));
        Assert.Equal(new HandoffItem(Given.Key, """{"again":"\u0000"}""", "asked", 0), await Store.FindAsync(Given.Key, None));
    }

    [Fact]
    public async Task What_was_not_sent_is_due_again_and_what_was_is_not()
    {
        var later = Given.Now + TimeSpan.FromMinutes(1);
        await Store.TryAskAsync(new(Given.Key, "{}"), Given.Now, None);
        await Store.SentAsync(Given.Key, "asked", later, None);

        Assert.Empty(await Store.DueAsync(later - TimeSpan.FromTicks(1), None));
        Assert.Equal([new HandoffItem(Given.Key, "{}", "asked", 1)], await Store.DueAsync(later, None));
        await Store.SentAsync(Given.Key, "sent", null, None);
        Assert.Empty(await Store.DueAsync(later, None));

        // The contact centre has answered meanwhile: a late word of sending changes nothing.
        await Store.NoteAsync(Given.Key, "accepted", None);
        await Store.SentAsync(Given.Key, "unreachable", later, None);
        Assert.Equal("accepted", (await Store.FindAsync(Given.Key, None))!.State);
        Assert.Null(await Store.FindAsync(new("web", "talk-2"), None));
    }

    [Fact]
    public async Task A_message_is_new_once_until_it_is_forgotten()
    {
        var until = Given.Now + TimeSpan.FromMinutes(10);
        var seen = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.IsNewAsync("signature", Given.Now, until, None)));
        Assert.Single(seen, isNew => isNew);

        Assert.False(await Store.IsNewAsync("signature", until - TimeSpan.FromTicks(1), until, None));
        Assert.True(await Store.IsNewAsync("signature", until, until + TimeSpan.FromMinutes(10), None));
        await Store.ForgetAsync("signature", None);
        Assert.True(await Store.IsNewAsync("signature", until, until + TimeSpan.FromMinutes(10), None));
    }
}
