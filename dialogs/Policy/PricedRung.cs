using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>A rung with its worth in this case.</summary>
/// <param name="Index">Its place on the ladder, from 0.</param>
/// <param name="Rung">The rung.</param>
/// <param name="Amount">Its worth; null for what has no price.</param>
/// <param name="Currency">ISO 4217 currency of the worth.</param>
public sealed record PricedRung(int Index, Rung Rung, decimal? Amount, string Currency);
