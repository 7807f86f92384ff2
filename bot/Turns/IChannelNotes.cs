namespace ComplaintBot.Turns;

/// <summary>What channels must not forget and no conversation holds: how far an account has been read, and who reads it.</summary>
internal interface IChannelNotes
{
    /// <summary>What is noted under a name; null when nothing is.</summary>
    Task<string?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Notes something in place of what was noted.</summary>
    Task KeepAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>Claims a name for a holder until a time, unless another holds it and its time has not come.</summary>
    /// <returns>Whether the holder has it now.</returns>
    Task<bool> ClaimAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);
}
