namespace ComplaintBot.Cases;

/// <summary>Takes case events from a store that is not the ledger's own, so that the ledger has them exactly once.</summary>
internal interface ICaseRegister
{
    /// <summary>Whether a case was opened under a number.</summary>
    Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken);

    /// <summary>Opens the case of a turn and appends its events, all of it or nothing.</summary>
    /// <returns>False when the turn was filed before: nothing was written then.</returns>
    /// <exception cref="InvalidOperationException">A case was never opened, or is another conversation's: no try will ever do.</exception>
    Task<bool> FileAsync(FiledTurn turn, CancellationToken cancellationToken);
}
