using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Tests.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

/// <summary>Cases and playbooks for the tests of the policy.</summary>
internal static class Given
{
    private static readonly Lazy<PlaybookSet> Read = new(() => PlaybookReader.Read(ShippedPlaybookTests.Sources()).Playbooks
        ?? throw new InvalidOperationException("The shipped playbooks have mistakes: see ShippedPlaybookTests."));

    public static PlaybookSet Shipped => Read.Value;

    public static Playbook General => Shipped["general"];

    /// <summary>A case with one complaint.</summary>
    public static ComplaintCase Case(string category, Cause cause = Cause.Unknown)
    {
        var complaint = new ComplaintCase();
        complaint.Heads.Add(new Head { Category = category, Words = "what was said", Cause = cause });
        return complaint;
    }

    public static ComplaintCase With(this ComplaintCase complaint, string fact, string value, string? unit = null)
    {
        complaint.Facts.Add(new CaseFact { Name = fact, Text = value, Value = value, Unit = unit });
        return complaint;
    }

    public static ComplaintCase With(this ComplaintCase complaint, Trigger trigger, bool done = true, int count = 1, bool fired = false)
    {
        complaint.Triggers.Add(new SeenTrigger { Id = trigger, Words = trigger.Id(), Done = done, Count = count, Fired = fired });
        return complaint;
    }

    public static ComplaintCase WithAnger(this ComplaintCase complaint, params int[] levels)
    {
        complaint.Anger.AddRange(levels);
        return complaint;
    }

    public static ComplaintCase WithOffer(this ComplaintCase complaint, int rung, RemedyState state, decimal? amount = null, string? currency = null, int head = 0, int? alternative = null)
    {
        complaint.Offers.Add(new Offer { Kind = RemedyKind.Gift, Head = head, Rung = rung, Text = "an offer", Amount = amount, Currency = currency, By = "finance", State = state, Alternative = alternative });
        return complaint;
    }

    /// <summary>A category with a ladder of its own in a copy of the general playbook.</summary>
    public static Playbook Ladder(params Rung[] rungs) => Ladder(category => category, rungs);

    public static Playbook Ladder(Func<Category, Category> change, params Rung[] rungs)
    {
        var category = change(General.Categories["service"] with { Id = "test", Ladder = rungs });
        return General with { Categories = new Dictionary<string, Category> { ["test"] = category } };
    }

    public static Rung Rung(RemedyKind kind, RemedyValue? value = null, Role grant = Role.Bot, string answers = "", params Cause[] causes) => new()
    {
        Kind = kind,
        Offer = new("为您办", "do it for you"),
        Value = value,
        Due = TimeSpan.FromDays(1),
        By = "finance",
        Grant = grant,
        Causes = causes.Length > 0 ? causes : [Cause.Fault, Cause.Unknown],
        Answers = answers.Length > 0 ? new(answers.Split('|'), answers.Split('|')) : LocalizedList.Empty,
    };

    public static MessageAnalysis Message(string text = "", params Intent[] intents) => new() { Text = text, Intents = intents };
}
