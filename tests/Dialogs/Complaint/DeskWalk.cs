using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>People at the desk and the clock, doing things at random: fitting or not, in turn or out of turn. What is refused changes nothing.</summary>
internal static class DeskWalk
{
    public static readonly DeskPerson Agent = new("a-1", "Zhou Ning", Role.Agent);
    public static readonly DeskPerson Other = new("a-2", "Lin Hao", Role.Agent);
    public static readonly DeskPerson Supervisor = new("s-1", "Chen Jing", Role.Supervisor);

    private static readonly DeskPerson[] People = [Agent, Agent, Other, Supervisor, DeskPerson.System];
    private static readonly Stage[] Stages = [Stage.Apology, Stage.Facts, Stage.Remedy, Stage.Satisfaction];

    /// <summary>Now and then something happens between two lines of the customer.</summary>
    public static void Step(Talk talk, Random random)
    {
        for (var times = random.Next(4); times > 0; times--)
        {
            if (random.Next(8) == 0) talk.Hear((PlatformWord)random.Next(5));
            else if (random.Next(4) == 0) talk.Tick(TimeSpan.FromSeconds(random.Next(400)), Seen(talk, random));
            else talk.Try(People[random.Next(People.Length)], Any(talk, random));
        }
    }

    private static ClockTick Seen(Talk talk, Random random) => new(random.Next(2) == 0, random.Next(3) > 0, random.Next(3) == 0 ? null : talk.Now.AddSeconds(-random.Next(300)));

    private static DeskCommand Any(Talk talk, Random random) => random.Next(17) switch
    {
        0 or 1 => new TakeCommand(),
        2 => new ReplyCommand("I'm looking at it. 我在看。"),
        3 => new NoteCommand("内部：先别答应 / internal"),
        4 => new WhisperCommand("slow down"),
        5 => new HoldCommand(talk.Now.AddMinutes(random.Next(-5, 60))),
        6 => new TransferCommand(Person: random.Next(2) == 0 ? Other.Id : null, PersonName: Other.Name, Team: "complaints", TeamName: "Care", Reason: "knows it"),
        7 => new OfferCommand(RemedyKind.Refund, "退给您 / a refund", random.Next(1, 9_000)),
        8 => new AnswerOfferCommand(random.Next(2) == 0),
        9 => new ApproveCommand(random.Next(1, 4).ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(3) > 0, "fits"),
        10 => new CorrectFactCommand("name", "王女士", "misheard"),
        11 => new ClassifyCommand(talk.Playbook.Categories.Keys.ElementAt(random.Next(talk.Playbook.Categories.Count)), random.Next(2) == 0 ? null : (Severity)random.Next(3), "looked at it"),
        12 or 13 => new HandBackCommand(Stages[random.Next(Stages.Length)], talk.State.Speech.Tongue == Tongue.En ? "a call back tomorrow" : "明天回电", random.Next(2) == 0 ? null : ["discount", "place", "refund"]),
        14 => random.Next(4) == 0 ? new SettleCommand("那就这样办。That's how we do it.", "agreed") : new BoundaryCommand(),
        15 => random.Next(2) == 0 ? new EndChatCommand("abuse") : new CallBackCommand(talk.Now.AddHours(2), "13800138000"),
        _ => new ReleaseCommand((ReleaseReason)random.Next(4)),
    };
}
