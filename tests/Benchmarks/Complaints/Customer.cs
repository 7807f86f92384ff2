using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Benchmarks.Complaints;

/// <summary>
/// A customer who answers what is asked, so that the conversation comes to its end however the bot's questions change. What else there
/// is to ask fills it up to <see cref="Messages"/> messages.
/// </summary>
internal sealed class Customer
{
    /// <summary>How many messages a conversation has.</summary>
    public const int Messages = 10;

    private readonly Queue<string> statements;
    private readonly Queue<string> offers;
    private readonly Queue<string> more;

    private Customer(Tongue tongue, string[] statements, string[] offers, string[] more)
    {
        Tongue = tongue;
        (this.statements, this.offers, this.more) = (new(statements), new(offers), new(more));
    }

    public Tongue Tongue { get; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string DontKnow { get; init; }

    public required string Score { get; init; }

    /// <summary>A message of about sixty characters: the length budgets are set for.</summary>
    public required string Sixty { get; init; }

    /// <summary>A Chinese customer, ready to begin.</summary>
    public static Customer Zh() => new(
        Tongue.ZhHans,
        ["周六晚上订了七点的位子，我们八个人到店以后在门口足足等了五十分钟，中间没有一个人出来解释，太让人恼火了！", "坐下以后上菜也慢，催了三回。", "就这些，说完了。"],
        ["不行，这个不够，老人站了那么久。", "好，就这样办吧。"],
        ["那我的事现在办到哪一步了？", "你是真人吗？", "现在进展怎么样了？", "我的资料你们会给别人看吗？"])
    {
        Yes = "对，没错。",
        No = "没有别的了。",
        DontKnow = "这个我不记得了。",
        Score = "4分",
        Sixty = "昨天中午点的双人餐，等了四十分钟才上第一道菜，鱼端上来是凉的，叫服务员换，她说后厨忙，让我们自己看着办，气死人。",
    };

    /// <summary>An English customer, ready to begin.</summary>
    public static Customer En() => new(
        Tongue.En,
        ["We had booked a table for seven on Saturday and the eight of us still waited fifty minutes at the door, and nobody came out to explain. This is so annoying!", "Once we sat down the food was slow as well, we asked three times.", "That's all."],
        ["No, that is not enough after my parents stood there for so long.", "All right, do it that way."],
        ["How far along is my complaint now?", "Am I talking to a person?", "Is there any progress on my case?", "Will you show my details to anybody else?"])
    {
        Yes = "Yes, that's right.",
        No = "No, nothing else.",
        DontKnow = "I don't remember.",
        Score = "4",
        Sixty = "We waited 40 minutes, the fish came cold and nobody was sorry.",
    };

    /// <summary>The next message.</summary>
    /// <param name="expects">What the bot waits for.</param>
    /// <param name="left">How many messages there may still be, this one included.</param>
    public string Say(string expects, int left) => expects switch
    {
        Expects.Vent or Expects.None => Next(statements, No),
        Expects.Readback => Yes,
        Expects.Offer => Next(offers, Yes),
        Expects.Satisfaction => Score,
        Expects.AnythingElse => left > 1 ? Next(more, No) : No,
        _ when Expects.FactOf(expects) == FactNames.Injured => No,
        _ when Expects.FactOf(expects) is not null => DontKnow,
        _ => Yes,
    };

    private static string Next(Queue<string> lines, string otherwise) => lines.TryDequeue(out var line) ? line : otherwise;
}
