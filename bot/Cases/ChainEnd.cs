namespace ComplaintBot.Cases;

/// <summary>Where a timeline ends, kept apart from its entries: so it shows when the last of them are missing.</summary>
/// <param name="Sequence">The number of the last entry; 0 when there is none.</param>
/// <param name="Hash">Its hash, or the root of the case.</param>
internal sealed record ChainEnd(long Sequence, byte[] Hash);
