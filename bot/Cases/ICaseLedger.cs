using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Cases;

/// <summary>Reads what is kept of cases. It is written only by the commit of a turn.</summary>
internal interface ICaseLedger
{
    /// <summary>The whole timeline of a case, in order; empty when there is no such case.</summary>
    Task<IReadOnlyList<LedgerEntry>> TimelineAsync(string number, CancellationToken cancellationToken);

    /// <summary>A case as its own customer may see it: only from the conversation that it belongs to; else null.</summary>
    Task<KnownCase?> FindForAsync(string number, string conversation, CancellationToken cancellationToken);

    /// <summary>What the bot granted a customer since a point in time.</summary>
    Task<CustomerGrants> GrantsAsync(string customer, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Deletes the personal part and the salt of every entry of a case; the chain still holds.</summary>
    Task ForgetAsync(string number, CancellationToken cancellationToken);
}
