namespace ComplaintBot.Dialogs.Policy;

/// <summary>What the bot has already granted this customer within the playbook's window; looked up before the turn.</summary>
/// <param name="Count">Remedies with a price.</param>
/// <param name="Sum">Their worth in the playbook's currency.</param>
public readonly record struct CustomerGrants(int Count, decimal Sum);
