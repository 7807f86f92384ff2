namespace ComplaintBot.Cases;

/// <summary>Takes case events from a store that is not the ledger's own, so that the ledger has them exactly once.</summary>
internal interface ICaseRegister
{
    /// <summary>Whether a case was opened under a number.</summary>
    Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken);

    /// <summary>Opens the cases of some turns and appends their events in order, of all of them or of none.</summary>
    /// <returns>How many of them were not filed before; of the others nothing was written.</returns>
    /// <exception cref="InvalidOperationException">A case was never opened, or is another conversation's: no try will ever do. Which turn it was is not told where there are several.</exception>
    Task<int> FileAsync(IReadOnlyList<FiledTurn> turns, CancellationToken cancellationToken);
}
