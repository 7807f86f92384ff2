using System.Globalization;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What somebody who takes a chat has to know, in the language of the desk; it reads in fifteen seconds.</summary>
public sealed record ChatBrief
{
    /// <summary>Who the customer is, as far as they said.</summary>
    public required string Who { get; init; }

    /// <summary>The matter in the customer's own words.</summary>
    public required string What { get; init; }

    /// <summary>Since when, as they said it; empty when they did not.</summary>
    public string Since { get; init; } = "";

    /// <summary>The anger of each message, the last 20.</summary>
    public IReadOnlyList<int> AngerCurve { get; init; } = [];

    /// <summary>What was offered, and what became of it.</summary>
    public IReadOnlyList<BriefOffer> Offered { get; init; } = [];

    /// <summary>What the customer wants, in their words; empty when they did not say.</summary>
    public string Wanted { get; init; } = "";

    /// <summary>How far the reader may go.</summary>
    public string Limits { get; init; } = "";

    /// <summary>What comparable cases got; empty when there are too few.</summary>
    public string Fair { get; init; } = "";

    /// <summary>Why a person was called.</summary>
    public string Why { get; init; } = "";

    /// <summary>The trigger, or null.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>The customer's words behind it.</summary>
    public string TriggerWords { get; init; } = "";

    /// <summary>The best next step.</summary>
    public required string Next { get; init; }

    /// <summary>The article of a claim that the law may back; empty when there is none.</summary>
    public string Law { get; init; } = "";

    /// <summary>The brief of a conversation.</summary>
    public static ChatBrief Of(DeskReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var (complaint, names, tongue) = (reading.State.Case, reading.Book.Names, reading.Tongue);
        return new()
        {
            Who = WhoOf(reading),
            What = complaint.Head?.Words is { Length: > 0 } words ? words : names.Brief(BriefWords.NoWords, tongue),
            Since = SinceOf(reading),
            AngerCurve = [.. complaint.Anger.TakeLast(ChatSummary.Curve)],
            Offered = [.. complaint.Offers.Select(offer => new BriefOffer(offer.Text, offer.State, names.Of(offer.State, tongue)))],
            Wanted = complaint.Find(FactNames.Wants)?.Text ?? "",
            Limits = LimitsOf(reading),
            Fair = FairOf(reading),
            Why = WhyOf(reading),
            Trigger = reading.State.Handover?.Trigger,
            TriggerWords = reading.State.Handover?.Words ?? "",
            Law = LawOf(reading),
            Next = NextStep.Of(reading),
        };
    }

    private static string WhoOf(DeskReading reading)
    {
        var (complaint, names) = (reading.State.Case, reading.Book.Names);
        List<string> parts = [complaint.Find(FactNames.Name)?.Text ?? names.Brief(BriefWords.NoName, reading.Tongue)];
        if (complaint.Find(FactNames.ContactPhone)?.Value is { } phone) parts.Add(Summaries.Masked(phone));
        if (complaint.Find(FactNames.OnBehalfOf)?.Text is { } other) parts.Add(names.Brief(BriefWords.OnBehalf, reading.Tongue, other));
        if (complaint.HasSeen(Vocabulary.Trigger.Vulnerable)) parts.Add(names.Brief(BriefWords.Vulnerable, reading.Tongue));
        return string.Join(" · ", parts);
    }

    private static string SinceOf(DeskReading reading)
    {
        foreach (var name in (ReadOnlySpan<string>)[FactNames.SinceWhen, FactNames.HappenedAt])
            if (reading.State.Case.Find(name) is { } fact && reading.Playbook.Facts.TryGetValue(name, out var definition)) return Summaries.Value(reading.Playbook, definition, fact, reading.Now, reading.Tongue);
        return "";
    }

    private static string LimitsOf(DeskReading reading)
    {
        var currency = reading.Playbook.Identity.Currency;
        return RemedyAuthority.LimitOf(reading.Playbook, reading.Role, currency) is var limit and > 0
            ? reading.Book.Names.Brief(BriefWords.Limit, reading.Tongue, MoneyText.Of(limit, currency, reading.Tongue))
            : reading.Book.Names.Brief(BriefWords.NoLimit, reading.Tongue);
    }

    private static string FairOf(DeskReading reading)
    {
        if (reading.Fairness is not { Cases: >= FairnessRange.Enough } range) return "";
        var currency = reading.Playbook.Identity.Currency;
        return reading.Book.Names.Brief(BriefWords.Fair, reading.Tongue, string.Create(CultureInfo.InvariantCulture, $"{MoneyText.Of(range.Low, currency, reading.Tongue)}–{MoneyText.Of(range.High, currency, reading.Tongue)}"));
    }

    private static string WhyOf(DeskReading reading)
    {
        if (reading.State.Handover is not { } note) return "";
        if (note.Trigger is not { } trigger) return reading.Book.Names.Brief(BriefWords.CalledByMatter, reading.Tongue);
        var name = reading.Book.Names.Of(trigger, reading.Tongue);
        return reading.State.Case.Triggers.Exists(seen => seen.Id == trigger && !seen.Done) ? reading.Book.Names.Brief(BriefWords.Announced, reading.Tongue, name) : name;
    }

    private static string LawOf(DeskReading reading)
    {
        if (reading.State.Case.Triggers.Find(seen => seen.Id == Vocabulary.Trigger.StatutoryClaim) is not { } claim) return "";
        var law = reading.Playbook.Laws.FirstOrDefault(law => law.Words.Zh.Concat(law.Words.En).Any(word => claim.Words.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return law is null ? "" : reading.In(law.Article);
    }
}
