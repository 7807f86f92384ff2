using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>Carries commands to their conversation: each is a turn of it, committed like any other, and its channel is told afterwards.</summary>
internal sealed class DeskCommands(TurnRunner runner, Func<ConversationKey, IInboxOwner?> channelOf, IColleagues colleagues, DeskFiles files, TimeProvider clock)
{
    /// <summary>Runs a command of a person.</summary>
    /// <param name="person">Who.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="id">The command's id, made by who sends it: the same one is the same command.</param>
    /// <param name="command">What to do.</param>
    /// <param name="only">What must still be so when its turn comes; null for nothing.</param>
    /// <returns>What came of it; null when no channel of this process has the conversation.</returns>
    public async Task<TurnOutcome?> RunAsync(Colleague person, ConversationKey key, string id, DeskCommand command, Func<ConversationState, bool>? only = null)
    {
        if (command is TransferCommand transfer)
        {
            if (await NamedAsync(transfer).ConfigureAwait(false) is not { } named) return TurnOutcome.Refused(new(UnknownPerson, transfer.Person ?? transfer.Team ?? ""));
            command = named;
        }

        if (command is ReplyCommand reply)
        {
            if (await files.ProvenAsync(key, reply).ConfigureAwait(false) is not { } proven) return TurnOutcome.Refused(new(DeskFiles.UnknownFile));
            command = proven;
        }

        return await RunAsync(person.ToPerson(), key, $"desk {person.Id} {id}", command, only).ConfigureAwait(false);
    }

    /// <summary>The code of a transfer to nobody.</summary>
    public const string UnknownPerson = "unknown-person";

    /// <summary>Gives a chat back to the queue because who has it is gone; one that somebody else has by now stays there.</summary>
    public Task<TurnOutcome?> ReleaseAsync(HeldChat chat, ReleaseReason why) => RunAsync(
        DeskPerson.System, chat.Key, $"desk release {chat.Agent} {clock.GetUtcNow().UtcTicks}", new ReleaseCommand(why), state => state.Owner == Owner.Person && state.Desk?.Agent?.Id == chat.Agent);

    /// <summary>Tells a conversation that somebody who was called has confirmed.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="call">The id of the call.</param>
    /// <param name="name">Who confirmed.</param>
    public Task<TurnOutcome?> ConfirmCallAsync(ConversationKey key, string call, string name) => RunAsync(DeskPerson.System, key, $"desk call {call}", new ConfirmCallCommand(name), null);

    /// <summary>Runs a command in the name of a contact centre of others.</summary>
    /// <param name="person">The centre, or who took the chat there.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="id">The command's id: the same one is the same command.</param>
    /// <param name="command">What to do.</param>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<DeskRefusal?> CarryAsync(DeskPerson person, ConversationKey key, string id, DeskCommand command) =>
        await RunAsync(person, key, $"desk centre {id}", command, null).ConfigureAwait(false) is { } outcome ? outcome.Refusal : new(DeskRefusal.NotWaiting);

    private async Task<TurnOutcome?> RunAsync(DeskPerson person, ConversationKey key, string delivery, DeskCommand command, Func<ConversationState, bool>? only)
    {
        if (channelOf(key) is not { } channel) return null;
        var activity = Activity.Event(DeskEvents.Command);
        (activity.From, activity.Recipient) = (person.ToAccount(), new() { Id = "bot", Role = RoleTypes.Bot });
        (activity.ChannelId, activity.Conversation) = (key.Channel.Split('-')[0], new() { Id = key.Conversation });
        activity.Value = DeskCommandJson.ToElement(command);
        var inbound = new Inbound(key, delivery, activity, clock.GetUtcNow());
        var outcome = await runner.CommandAsync(inbound, channel.SiteOf(inbound), only).ConfigureAwait(false);
        if (outcome is { Refusal: null, IsDuplicate: false }) channel.Answered(key, outcome.Lines);
        return outcome;
    }

    /// <summary>A transfer with the names customers and colleagues will read; null when it goes to nobody there is.</summary>
    private async Task<TransferCommand?> NamedAsync(TransferCommand transfer)
    {
        if (transfer.Person is { } id)
            return await colleagues.FindAsync(id, CancellationToken.None).ConfigureAwait(false) is { MayAct: true } person ? transfer with { PersonName = person.Name, Team = null, TeamName = null } : null;
        return (await colleagues.TeamsAsync(CancellationToken.None).ConfigureAwait(false)).FirstOrDefault(team => team.Id == transfer.Team) is { } named ? transfer with { TeamName = named.Name, PersonName = null } : null;
    }
}
