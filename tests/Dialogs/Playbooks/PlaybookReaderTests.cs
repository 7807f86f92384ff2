using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Playbooks.PlaybookTexts;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

public sealed class PlaybookReaderTests
{
    [Fact]
    public void A_good_file_becomes_a_playbook()
    {
        var reading = Read(BaseSource);

        Assert.Empty(reading.Errors);
        var playbook = reading.Playbooks!["base"];
        Assert.Equal(new LocalizedText("晨风小店", "Morning Wind"), playbook.Identity.Business);
        Assert.Equal(new TimeOnly(9, 0), playbook.Identity.Hours.Open);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], playbook.Identity.Hours.Days);
        Assert.Equal([new DateOnly(2027, 1, 1)], playbook.Identity.Hours.Holidays);
        Assert.Equal(1000, playbook.Authority.Limits["CNY"][Role.Agent]);
        Assert.Equal(500, playbook.Authority.SumPerCustomer);
        Assert.Equal(new Clock(TimeSpan.FromMinutes(30), false), playbook.Clocks[ClockNames.DepartmentTransfer]);
        Assert.Equal(new Clock(TimeSpan.FromDays(5), true), playbook.Clocks["written-reply"]);
        Assert.Equal(["pr", "supervisor"], playbook.Triggers[Trigger.Press].Tell);
        Assert.False(playbook.Triggers[Trigger.Regulator].HandsOverWhenAnnounced);
        Assert.Equal(["place"], playbook.Safety[Trigger.DangerToLife].Ask);
        Assert.Equal(3, Assert.Single(playbook.Laws).Multiple);
        Assert.Equal(["赔三倍"], playbook.Laws[0].Words.Zh);
        Assert.Equal("您好，我是{assistant}。", playbook.Phrases["opening"].Zh[0]);
    }

    [Fact]
    public void Facts_and_categories_keep_the_order_of_the_file()
    {
        var playbook = Good();

        Assert.Equal(["place", "amount", "charged", "expected", "seat"], playbook.Facts.Keys);
        Assert.Equal(["service", "money"], playbook.Categories.Keys);
        Assert.Equal(["inside", "outside"], playbook.Facts["seat"].Choices.Select(choice => choice.Id));
        Assert.Equal(["amount"], playbook.Facts["charged"].KnownBy);
    }

    [Fact]
    public void A_category_is_read_whole()
    {
        var category = Good().CategoryOf("service");

        Assert.Equal(Cause.Communication, category.PresumedCause);
        Assert.Equal(["place"], category.Needed);
        Assert.Equal(["seat"], category.Useful);
        Assert.Equal(new LocalizedText("已通知门店负责人", "the manager has been told"), category.AtOnce);
        Assert.Equal("seat", category.Misunderstanding!.Fact);
        Assert.Equal([RemedyKind.Explanation, RemedyKind.Gift], category.Ladder.Select(rung => rung.Kind));
        Assert.Null(category.Ladder[0].Value);
        Assert.Equal(TimeSpan.FromHours(2), category.Ladder[0].Due);
        Assert.Equal(new RemedyValue.Fixed(20), category.Ladder[1].Value);
        Assert.Equal(["on-site-manager"], category.Routes);
    }

    [Fact]
    public void A_remedy_takes_its_value_from_facts()
    {
        var ladder = Good().CategoryOf("money").Ladder;

        Assert.Equal(new RemedyValue.Difference("charged", "expected", "amount"), ladder[0].Value);
        Assert.Equal(new RemedyValue.ShareOf("amount", 50), ladder[1].Value);
        Assert.Equal(Role.Supervisor, ladder[1].Grant);
    }

    [Fact]
    public void No_files_are_a_mistake() => Assert.Equal("at least one playbook", Assert.Single(Read().Errors).Expected);

    [Fact]
    public void Mistakes_of_all_files_are_told_at_once_in_order()
    {
        var broken = Planted("country: CN", "country: China").Text.Replace("percent: 50", "percent: 500", StringComparison.Ordinal);
        var child = Child.Replace("severity: minor", "severity: small", StringComparison.Ordinal);

        var reading = Read(new PlaybookSource("child.yaml", child), new PlaybookSource("base.yaml", broken), new PlaybookSource("bad.yaml", "playbook: [x"));

        Assert.Equal(
            [("bad.yaml", 1), ("base.yaml", 6), ("base.yaml", 76), ("child.yaml", 18), ("child.yaml", 21)],
            reading.Errors.Select(error => (error.File, error.Line)));
    }
}
