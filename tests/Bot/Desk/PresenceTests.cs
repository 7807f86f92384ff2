using ComplaintBot.Desk;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Desk;

public sealed class PresenceTests
{
    private static readonly Colleague Ann = new("ann", "Ann", "agent");
    private static readonly ConversationKey Key = new("web", "talk");

    private readonly ManualClock clock = new();

    [Fact]
    public void After_a_start_everybody_counts_as_gone_since_then()
    {
        var presence = new Presence(clock);
        var start = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(start, presence.GoneSince("ann"));
        Assert.Equal(start, presence.SeenAt("ann", Key));
    }

    [Fact]
    public void A_person_is_there_until_the_last_connection_closes()
    {
        var presence = new Presence(clock);
        presence.Join("1", Ann);
        presence.Join("2", Ann);
        presence.Leave("1");
        Assert.True(presence.IsOnline("ann"));

        clock.Advance(TimeSpan.FromMinutes(1));
        presence.Leave("2");

        Assert.Equal((false, clock.GetUtcNow()), (presence.IsOnline("ann"), presence.GoneSince("ann")));
    }

    [Fact]
    public void Looking_and_typing_count_as_being_at_a_chat()
    {
        var presence = new Presence(clock);
        presence.Join("1", Ann);
        Assert.Null(presence.SeenAt("ann", Key));

        presence.Look("1", Key);
        clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(clock.GetUtcNow(), presence.SeenAt("ann", Key));

        presence.Look("1", null);
        var left = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(left, presence.SeenAt("ann", Key));
        presence.Does("ann", Key);
        Assert.Equal(clock.GetUtcNow(), presence.SeenAt("ann", Key));
    }

    [Fact]
    public void Who_looks_at_a_chat_is_known_once_however_many_pages_they_have()
    {
        var presence = new Presence(clock);
        presence.Join("1", Ann);
        presence.Join("2", Ann);
        presence.Look("1", Key);
        presence.Look("2", Key);

        Assert.Equal(["Ann"], presence.Looking(Key).Select(one => one.Name));
        Assert.Equal(["1", "2"], presence.Watching(Key).Order());
        Assert.Equal(Key, presence.Leave("1"));
    }
}
