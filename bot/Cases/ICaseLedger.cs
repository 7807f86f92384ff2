using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Cases;

/// <summary>Reads what is kept of cases. It is written only by the commit of a turn.</summary>
internal interface ICaseLedger
{
    /// <summary>The whole timeline of a case, in order; empty when there is no such case.</summary>
    Task<IReadOnlyList<LedgerEntry>> TimelineAsync(string number, CancellationToken cancellationToken);

    /// <summary>Checks the timeline of a case.</summary>
    /// <returns>The sequence number of the first entry that is missing, changed or not in its place; null when all is well, or there is no such case.</returns>
    Task<long?> FirstBreakAsync(string number, CancellationToken cancellationToken);

    /// <summary>A case as its own customer may see it: only from the conversation that it belongs to; else null.</summary>
    /// <param name="number">The case.</param>
    /// <param name="conversation">Who asks.</param>
    /// <param name="filed">The last turn of the conversation that filed for a case (<see cref="Turns.StoredConversation.Filed"/>): the answer knows of it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<KnownCase?> FindForAsync(string number, string conversation, long filed, CancellationToken cancellationToken);

    /// <summary>What a customer was granted and accepted since a point in time: remedies with a price, over all cases of their conversation.</summary>
    /// <param name="customer">Their conversation.</param>
    /// <param name="since">The time.</param>
    /// <param name="filed">The last turn of the conversation that filed for a case (<see cref="Turns.StoredConversation.Filed"/>): the answer knows of it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<IReadOnlyList<Grant>> GrantedAsync(string customer, DateTimeOffset since, long filed, CancellationToken cancellationToken);

    /// <summary>Deletes the personal part and the salt of every entry of a case; the chain still holds.</summary>
    Task ForgetAsync(string number, CancellationToken cancellationToken);
}
