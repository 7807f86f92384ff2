using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language.Facts;

/// <summary>Reads facts in tests: on Friday 20 November 2026, 14:30 in China, with a small playbook of our own.</summary>
internal static class FactsOf
{
    private static readonly FactRecognizer Recognizer = new();

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 14, 30, 0, TimeSpan.FromHours(8));

    public static IReadOnlyList<FactMention> Read(string message, string? expected = null, Playbook? playbook = null) =>
        Recognizer.Recognize(NormalizedText.From(message), new FactContext(Now, [playbook ?? Shop], expected, null, message.Any(unit => unit >= 0x2E80) ? Tongue.ZhHans : Tongue.En));

    public static string? Value(string message, string fact, string? expected = null) => Read(message, expected).FirstOrDefault(mention => mention.Name == fact)?.Value;

    public static string? Words(string message, string fact, string? expected = null) => Read(message, expected).FirstOrDefault(mention => mention.Name == fact)?.Text;

    /// <summary>A playbook whose only part that matters is its facts.</summary>
    public static Playbook Shop { get; } = new()
    {
        Id = "shop",
        Fingerprint = "000000000000",
        Name = new("商店", "shop"),
        Identity = null!,
        Categories = new Dictionary<string, Category>(),
        Facts = new[]
        {
            Fact("name", FactType.Name), Fact("contact_phone", FactType.Phone), Fact("contact_email", FactType.Email), Fact("happened_at", FactType.When), Fact("since_when", FactType.When),
            Fact("promised_time", FactType.When), Fact("actual_time", FactType.When), Fact("place", FactType.Place), Fact("order_number", FactType.Code), Fact("case_number", FactType.Code),
            Fact("plate_or_vin", FactType.Code), Fact("batch_or_serial", FactType.Code), Fact("amount", FactType.Money), Fact("charged", FactType.Money), Fact("expected", FactType.Money), Fact("loss", FactType.Money),
            Fact("who", FactType.Text), Fact("people_affected", FactType.Number), Fact("party_size", FactType.Number), Fact("times_returned", FactType.Number), Fact("injured", FactType.Text), Fact("symptoms", FactType.Text),
            Fact("evidence", FactType.Attachment), Fact("wants", FactType.Text), Fact("earlier_contact", FactType.Text), Fact("workshop_dates", FactType.Text),
            Fact("remains_kept", FactType.YesNo) with { Cues = new(["还留着"], ["still have it"]) },
            Fact("dish", FactType.Text) with { Cues = new(["豆腐", "炒饭", "面"], ["curry", "wrap"]) },
            Fact("object", FactType.Text) with { Cues = new(["玻璃", "铁丝", "虫"], ["glass"]) },
            Fact("what_is_wrong", FactType.Text) with { FromGrievance = true, Cues = new(["坏"], ["broken"]) },
            Fact("dine_in_or_takeaway", FactType.Choice) with { Choices = [new("dine-in", new("堂食", "eating in"), new(["店里吃"], ["dine in"])), new("takeaway", new("外卖", "takeaway"), new(["打包"], ["delivered"]))] },
        }.ToDictionary(fact => fact.Name),
        Authority = null!,
        Thresholds = null!,
        Triggers = new Dictionary<Trigger, TriggerRule>(),
        Clocks = new Dictionary<string, Clock>(),
        Safety = new Dictionary<Trigger, SafetyAdvice>(),
    };

    private static FactDefinition Fact(string name, FactType type) => new() { Name = name, Type = type, Label = new(name, name), Ask = new([name], [name]), Why = new(name, name) };
}
