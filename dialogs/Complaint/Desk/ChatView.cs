using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A chat with all the desk shows beside its transcript.</summary>
public sealed record ChatView
{
    /// <summary>The row of the lists.</summary>
    public required ChatSummary Chat { get; init; }

    /// <summary>What reads in fifteen seconds.</summary>
    public required ChatBrief Brief { get; init; }

    /// <summary>What is known.</summary>
    public IReadOnlyList<ChatFact> Facts { get; init; } = [];

    /// <summary>What the category needs and nobody knows.</summary>
    public IReadOnlyList<ChatMissing> Missing { get; init; } = [];

    /// <summary>What was offered.</summary>
    public IReadOnlyList<ChatOffer> Offers { get; init; } = [];

    /// <summary>What may be offered.</summary>
    public IReadOnlyList<ChatRung> Ladder { get; init; } = [];

    /// <summary>Remedies that wait for approval.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>What the chat may be placed under: the categories of its playbook.</summary>
    public IReadOnlyList<ChatCategory> Categories { get; init; } = [];

    /// <summary>What was promised and is to be done; the ledger knows.</summary>
    public IReadOnlyList<CaseTask> Tasks { get; init; } = [];

    /// <summary>Remedies and facts that must not be raised again.</summary>
    public IReadOnlyList<string> NotAgain { get; init; } = [];

    /// <summary>What was agreed.</summary>
    public string? Agreed { get; init; }

    /// <summary>What may still be said on a channel that counts messages; null on others.</summary>
    public ChatWindow? Window { get; init; }

    /// <summary>The view of a conversation.</summary>
    /// <param name="reading">The conversation and who reads it.</param>
    /// <param name="place">What its transcript says.</param>
    /// <param name="tasks">What the ledger knows is to be done.</param>
    public static ChatView Of(DeskReading reading, ChatPlace place, IReadOnlyList<CaseTask>? tasks = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var desk = reading.State.Desk;
        return new()
        {
            Chat = ChatSummary.Of(reading.State, reading.Playbook, place),
            Brief = ChatBrief.Of(reading),
            Facts = [.. FactsOf(reading)],
            Missing = MissingOf(reading),
            Offers = [.. reading.State.Case.Offers.Select(offer => Of(reading, offer))],
            Ladder = Desk.Ladder.Of(reading),
            Approvals = desk?.Approvals ?? [],
            Categories = [.. reading.Playbook.Categories.Values.Select(category => new ChatCategory(category.Id, category.Name))],
            Tasks = tasks ?? [],
            NotAgain = desk?.NotAgain ?? [],
            Agreed = desk?.Agreed,
        };
    }

    /// <summary>What the category needs and nobody knows, in the order in which it is asked; what the customer would rather not say is not missing.</summary>
    internal static IReadOnlyList<ChatMissing> MissingOf(DeskReading reading)
    {
        if (reading.Category is not { } category) return [];
        var (complaint, tongue) = (reading.State.Case, reading.State.Speech.Tongue);
        var missing = new List<ChatMissing>();
        foreach (var name in category.Needed)
        {
            if (!reading.Playbook.Facts.TryGetValue(name, out var definition) || QuestionPolicy.IsKnown(reading.Playbook, complaint, name)) continue;
            if (complaint.Facts.Exists(fact => fact.Name == name && fact.Declined)) continue;
            missing.Add(new(name, reading.In(definition.Label), reading.Book.Names.In(new LocalizedText(definition.Ask.Zh[0], definition.Ask.En[0]), tongue)));
        }

        return missing;
    }

    private static IEnumerable<ChatFact> FactsOf(DeskReading reading)
    {
        foreach (var fact in reading.State.Case.Facts)
        {
            if (fact is { Value: null, Declined: false }) continue;
            var definition = reading.Playbook.Facts.GetValueOrDefault(fact.Name);
            var text = fact.Value is null ? "" : definition is null ? fact.Text ?? "" : Summaries.Value(reading.Playbook, definition, fact, reading.Now, reading.Tongue);
            yield return new(fact.Name, definition is null ? fact.Name : reading.In(definition.Label), fact.Value, text, fact.By ?? "customer", fact.By is not null);
        }
    }

    private static ChatOffer Of(DeskReading reading, Offer offer) =>
        new(offer.Kind, reading.Book.Names.Of(offer.Kind, reading.Tongue), offer.Text, offer.Amount, offer.Currency, offer.State, offer.Due, offer.OfferedBy ?? "bot");
}
