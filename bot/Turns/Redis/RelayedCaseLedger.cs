using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// The ledger as turns and the desk read it: what was filed is brought to it first, so nobody reads behind a commit. For a customer that is what
/// their own conversation filed; for a case it is everything, for other conversations may have filed for it.
/// </summary>
internal sealed class RelayedCaseLedger(ICaseLedger ledger, CaseRelay relay, RedisLink link) : ICaseLedger
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerEntry>> TimelineAsync(string number, CancellationToken cancellationToken)
    {
        await relay.BringAllAsync(cancellationToken).ConfigureAwait(false);
        return await ledger.TimelineAsync(number, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<long?> FirstBreakAsync(string number, CancellationToken cancellationToken)
    {
        await relay.BringAllAsync(cancellationToken).ConfigureAwait(false);
        return await ledger.FirstBreakAsync(number, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<KnownCase?> FindForAsync(string number, string conversation, long filed, CancellationToken cancellationToken)
    {
        await relay.BringAsync(link.Keys.Of(conversation).Partition, filed, cancellationToken).ConfigureAwait(false);
        return await ledger.FindForAsync(number, conversation, filed, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Grant>> GrantedAsync(string customer, DateTimeOffset since, long filed, CancellationToken cancellationToken)
    {
        await relay.BringAsync(link.Keys.Of(customer).Partition, filed, cancellationToken).ConfigureAwait(false);
        return await ledger.GrantedAsync(customer, since, filed, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(string number, CancellationToken cancellationToken)
    {
        // What is still on its way must not outlive the deletion.
        await relay.BringAllAsync(cancellationToken).ConfigureAwait(false);
        await ledger.ForgetAsync(number, cancellationToken).ConfigureAwait(false);
    }
}
