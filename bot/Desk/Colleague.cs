using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk;

/// <summary>Somebody at the desk, with what decides which chats are theirs to take.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name customers and colleagues read.</param>
/// <param name="Role">The identifier of the role.</param>
internal sealed record Colleague(string Id, string Name, string Role)
{
    /// <summary>Ids of the person's teams.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Tags of the languages the person writes; none stands for all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The playbooks the person knows; none stands for all.</summary>
    public IReadOnlyList<string> Playbooks { get; init; } = [];

    /// <summary>Whether the person was trained for abusive customers.</summary>
    public bool TakesAbuse { get; init; }

    /// <summary>How far the person may go with a customer; null for who only reads, or has nothing to do with chats.</summary>
    public Role? Authority => Role switch
    {
        "agent" or "pr" => Dialogs.Vocabulary.Role.Agent,
        "supervisor" => Dialogs.Vocabulary.Role.Supervisor,
        "manager" => Dialogs.Vocabulary.Role.Manager,
        _ => null,
    };

    /// <summary>Whether the person may do something to chats.</summary>
    public bool MayAct => Authority is not null;

    /// <summary>Whether the person may read chats.</summary>
    public bool MayRead => MayAct || Role == "auditor";

    /// <summary>Whether the person leads others: they see who looks away, and whispers.</summary>
    public bool Leads => Authority >= Dialogs.Vocabulary.Role.Supervisor;

    /// <summary>The person as the sender of commands.</summary>
    /// <exception cref="InvalidOperationException">The person may not send any.</exception>
    public DeskPerson ToPerson() => new(Id, Name, Authority ?? throw new InvalidOperationException($"The role {Role} does nothing to chats."));

    /// <summary>
    /// Whether a complaint is about this person, as far as a name can tell: the one written in the complaint holds the other, or is held by it.
    /// </summary>
    public bool IsMeant(string? about)
    {
        if (about is null) return false;
        var (mine, theirs) = (Bare(Name), Bare(about));
        return mine.Length > 1 && theirs.Length > 1 && (theirs.Contains(mine, StringComparison.Ordinal) || mine.Contains(theirs, StringComparison.Ordinal));
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
