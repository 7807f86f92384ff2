using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Desk;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Commands;

/// <summary>The desk of an invented busy hour: its people, and a channel whose pages are all closed by now.</summary>
internal sealed class SeedDesk(IReadOnlyList<Colleague> people, IReadOnlyList<SeedCustomer> customers) : IColleagues, IInboxOwner
{
    /// <inheritdoc/>
    public Task<Colleague?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(people.FirstOrDefault(one => one.Id == id));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellationToken) => Task.FromResult(people);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeskName>> TeamsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DeskName>>([]);

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound) => new([customers.First(one => DirectLineChannel.Key(DirectLineSettings.DefaultSite, one.Id) == inbound.Key).Playbook], Tongue.ZhHans);

    /// <inheritdoc/>
    public string AddressOf(ConversationKey key, string file) => throw new InvalidOperationException("Nobody of the invented hour sends files.");

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => "";

    /// <inheritdoc/>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines)
    {
    }

    /// <inheritdoc/>
    public void Pass(ConversationKey key, Activity passing)
    {
    }
}
