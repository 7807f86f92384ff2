namespace ComplaintBot.Cases;

/// <summary>Who read which case: personal data are not looked at without a trace.</summary>
internal interface IReadLog
{
    /// <summary>Notes that a person read a case; once an hour is enough.</summary>
    /// <param name="subject">The number of the case, or the key of a conversation that has none.</param>
    /// <param name="person">The id of the person.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    Task NoteReadAsync(string subject, string person, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Who read a case and when, the oldest first.</summary>
    Task<IReadOnlyList<(string Person, DateTimeOffset At)>> ReadersAsync(string subject, CancellationToken cancellationToken);
}
