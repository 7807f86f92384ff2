namespace ComplaintBot.Desk.Accounts;

/// <summary>Where sessions are kept, and attempts to begin one.</summary>
internal interface ISessionStore
{
    /// <summary>Keeps a new session.</summary>
    Task KeepAsync(DeskSession session, CancellationToken cancellationToken);

    /// <summary>The session of an id, or null.</summary>
    Task<DeskSession?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The sessions of a person, the latest first.</summary>
    Task<IReadOnlyList<DeskSession>> OfAsync(string account, CancellationToken cancellationToken);

    /// <summary>Notes that a session is used.</summary>
    Task TouchAsync(string id, DateTimeOffset seen, CancellationToken cancellationToken);

    /// <summary>Lets a session outlive a change of the person's stamp.</summary>
    Task RenewAsync(string id, string stamp, CancellationToken cancellationToken);

    /// <summary>Ends a session of a person; false when the person has none of the id.</summary>
    Task<bool> EndAsync(string account, string id, CancellationToken cancellationToken);

    /// <summary>Ends all sessions of a person but one.</summary>
    Task EndAllAsync(string account, string? except, CancellationToken cancellationToken);

    /// <summary>Forgets sessions that ended, or were last used before a time.</summary>
    Task ExpireAsync(DateTimeOffset now, DateTimeOffset unusedSince, CancellationToken cancellationToken);

    /// <summary>Counts an attempt to sign in under a name, whether there is such a person or not.</summary>
    /// <param name="name">The hash of the name.</param>
    /// <param name="now">The time.</param>
    /// <param name="rule">How many may fail, and how long that is remembered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<SignInAttempt> BeginAttemptAsync(string name, DateTimeOffset now, (int Most, TimeSpan For) rule, CancellationToken cancellationToken);

    /// <summary>Takes one attempt back: nothing was wrong with it, something is still missing.</summary>
    Task TakeBackAttemptAsync(string name, CancellationToken cancellationToken);

    /// <summary>Forgets the attempts of a name: somebody is in.</summary>
    Task ForgetAttemptsAsync(string name, CancellationToken cancellationToken);
}
