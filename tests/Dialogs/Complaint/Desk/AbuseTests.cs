using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

public sealed class AbuseTests
{
    [Fact]
    public void Abuse_gets_one_calm_boundary_and_goes_to_a_person_the_second_time()
    {
        var talk = new Talk("catering");
        foreach (var line in (string[])["水煮鱼是馊的，你们这群混蛋", "废物，一群混蛋", "混蛋，说话啊"])
            if (talk.State.Owner == Owner.Bot) talk.Say(line);

        Assert.Equal(Owner.Waiting, talk.State.Owner);
        Assert.Equal(1, talk.State.Speech.Uses.GetValueOrDefault(Situation.Boundary));
        Assert.True(talk.State.Told.HasFlag(Told.Boundary));
        Assert.True(ChatSummary.Of(talk.State, talk.Playbook, new("web", "c", null, talk.Now, talk.Now, 1, null)).Abusive);
    }
}
