using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>How far each role may go. The limits are read in one place only: <c>Policy/RemedyAuthority</c>.</summary>
public sealed record Authority
{
    /// <summary>The largest sum a role may grant in one case, by ISO 4217 currency; <c>"*"</c> holds for currencies not named.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<Role, decimal>> Limits { get; init; }

    /// <summary>How many remedies the bot may grant one customer within <see cref="WindowDays"/>.</summary>
    public int GrantsPerCustomer { get; init; } = 3;

    /// <summary>The sum the bot may grant one customer within <see cref="WindowDays"/>, in the playbook's currency.</summary>
    public decimal SumPerCustomer { get; init; } = 500;

    /// <summary>The window of the two limits above, days.</summary>
    public int WindowDays { get; init; } = 90;
}
