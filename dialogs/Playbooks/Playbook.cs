using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>
/// One industry's way to handle complaints, as read from its YAML file with what it inherits already filled in. Immutable; a
/// conversation finishes on the playbook it began with, found again by <see cref="Fingerprint"/>.
/// </summary>
public sealed record Playbook
{
    /// <summary>The identifier, for example <c>catering</c>.</summary>
    public required string Id { get; init; }

    /// <summary>First 12 hexadecimal digits of the SHA-256 over the text of the file and of the files it inherits from.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What people call this kind of business.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Who speaks and where: names, hours, currency, numbers to call.</summary>
    public required Identity Identity { get; init; }

    /// <summary>Courteous without tactics, ladder and score (procurement), or the common warm manner.</summary>
    public Manner Manner { get; init; }

    /// <summary>What complaints are told apart, heaviest first.</summary>
    public required IReadOnlyDictionary<string, Category> Categories { get; init; }

    /// <summary>Every fact a category may ask for, by name.</summary>
    public required IReadOnlyDictionary<string, FactDefinition> Facts { get; init; }

    /// <summary>How far each role may go, and how often.</summary>
    public required Authority Authority { get; init; }

    /// <summary>When what is counted becomes an escalation.</summary>
    public required Thresholds Thresholds { get; init; }

    /// <summary>What each trigger does.</summary>
    public required IReadOnlyDictionary<Trigger, TriggerRule> Triggers { get; init; }

    /// <summary>How long things may take, by clock name (<c>progress</c>, <c>progress-important</c>, <c>department-contact</c>, <c>review</c>, <c>follow-up</c> …).</summary>
    public required IReadOnlyDictionary<string, Clock> Clocks { get; init; }

    /// <summary>What is said first, and asked, when somebody is in danger; by trigger.</summary>
    public required IReadOnlyDictionary<Trigger, SafetyAdvice> Safety { get; init; }

    /// <summary>Claims that the law backs, which only a person settles.</summary>
    public IReadOnlyList<StatutoryClaim> Laws { get; init; } = [];

    /// <summary>Phrases that differ from the common ones, by situation.</summary>
    public IReadOnlyDictionary<string, LocalizedList> Phrases { get; init; } = new Dictionary<string, LocalizedList>();

    /// <summary>The category of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    public Category CategoryOf(string id) => Categories.TryGetValue(id, out var category)
        ? category
        : throw new KeyNotFoundException($"Playbook '{Id}' has no category '{id}'. Known: {string.Join(", ", Categories.Keys)}.");
}
