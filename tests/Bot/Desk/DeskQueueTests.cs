using ComplaintBot.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Stores;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Desk;

public sealed class DeskQueueTests
{
    private static readonly Colleague Ann = new("ann", "Ann Lee", "agent") { Playbooks = ["retail"], Languages = ["en"], Teams = ["returns"] };

    [Fact]
    public void Longest_wait_comes_first_within_a_priority() =>
        Assert.Equal(["old", "new"], Order(Chat("new", 5), Chat("old", 1)));

    [Fact]
    public void Priority_goes_before_everything() =>
        Assert.Equal(["urgent", "mine", "fits"], Order(Chat("fits", 1), Chat("mine", 2) with { AddressedTo = "ann" }, Chat("urgent", 9) with { Priority = 0, Playbook = "bank" }));

    [Fact]
    public void What_was_given_to_a_person_comes_first_for_them_and_last_for_others()
    {
        var given = Chat("given", 9) with { AddressedTo = "ann" };

        Assert.Equal(["given", "other"], Order(Chat("other", 1), given));
        Assert.Equal(["other", "given"], Order(Chat("other", 9), given with { AddressedTo = "bob", QueuedAt = Given.Now }));
    }

    [Fact]
    public void What_was_given_to_a_person_who_is_gone_is_anybodys() =>
        Assert.Equal(["given", "other"], Order(Chat("other", 9), Chat("given", 1) with { AddressedTo = "gone" }));

    [Fact]
    public void What_one_has_no_skill_for_comes_after_what_one_has() =>
        Assert.Equal(["fits", "language", "playbook", "team"], Order(
            Chat("playbook", 2) with { Playbook = "bank" }, Chat("language", 1) with { Language = Tongue.ZhHans }, Chat("team", 3) with { Team = "fraud" }, Chat("fits", 9)));

    [Fact]
    public void Abuse_is_for_who_was_trained_for_it()
    {
        var abusive = Chat("abusive", 1) with { IsAbusive = true };

        Assert.False(DeskQueue.Fits(abusive, Ann));
        Assert.True(DeskQueue.Fits(abusive, Ann with { TakesAbuse = true }));
        Assert.True(DeskQueue.Fits(abusive, Ann with { Role = "supervisor" }));
    }

    [Fact]
    public void Who_had_a_chat_before_gets_it_again() =>
        Assert.Equal(["had", "nobody", "bobs"], Order(Chat("nobody", 2), Chat("had", 9) with { LastAgent = "ann" }, Chat("bobs", 1) with { LastAgent = "bob" }));

    [Theory]
    [InlineData("Ann Lee", true)]
    [InlineData("the woman at the till, Ann Lee", true)]
    [InlineData("ann", true)]
    [InlineData("Bob", false)]
    [InlineData("A", false)]
    [InlineData(null, false)]
    public void A_complaint_about_a_person_is_known_by_the_name(string? about, bool meant) => Assert.Equal(meant, Ann.IsMeant(about));

    private static IEnumerable<string> Order(params WaitingChat[] waiting) => DeskQueue.Order(waiting, Ann, person => person is "ann" or "bob").Select(chat => chat.Key.Conversation);

    private static WaitingChat Chat(string name, double minutes) => new(new("web", name), 2, Given.Now + TimeSpan.FromMinutes(minutes)) { Playbook = "retail", Language = Tongue.En };
}
