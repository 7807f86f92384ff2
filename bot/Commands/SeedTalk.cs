using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Desk;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Commands;

/// <summary>One conversation of an invented busy hour: real turns, at the times they would have had.</summary>
/// <param name="customer">Who complains.</param>
/// <param name="people">Who works at the desk, by their keys in the script; empty when nobody does.</param>
/// <param name="parts">What runs the turns.</param>
/// <param name="time">The clock of the turns, and when the hour ends.</param>
internal sealed class SeedTalk(SeedCustomer customer, IReadOnlyDictionary<string, Colleague> people, (TurnRunner Runner, DeskCommands Commands) parts, (SessionClock Clock, DateTimeOffset End) time)
{
    private const int MostLines = 40;
    private const int MostLooks = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(35);

    private readonly ConversationKey key = DirectLineChannel.Key(DirectLineSettings.DefaultSite, customer.Id);
    private DateTimeOffset at;
    private DateTimeOffset? look;
    private ConversationState state = null!;
    private string expects = Expects.Vent;
    private int lines;

    /// <summary>Plays it.</summary>
    /// <returns>The conversation as it stands at the end of the hour.</returns>
    public async Task<ConversationState> PlayAsync()
    {
        at = time.End.AddMinutes(-customer.Ago);
        await ComeAsync().ConfigureAwait(false);
        await TalkAsync().ConfigureAwait(false);
        foreach (var act in customer.Then) await DoAsync(act).ConfigureAwait(false);
        await TalkAsync().ConfigureAwait(false);
        await PassAsync(time.End - at).ConfigureAwait(false);
        return state;
    }

    /// <summary>The customer opens the page and is greeted.</summary>
    private Task ComeAsync()
    {
        var members = (ChannelAccount[])[ClientActivity.Bot, Sender()];
        return RunAsync(new() { Type = ActivityTypes.ConversationUpdate, From = Sender(), Recipient = ClientActivity.Bot, MembersAdded = members, Locale = customer.Language });
    }

    /// <summary>The customer talks with the bot until it has no question left, a person is called, or the customer stops.</summary>
    private async Task TalkAsync()
    {
        while (state is { Over: false, Owner: Owner.Bot } && lines < MostLines && (customer.Stops == 0 || lines < customer.Stops) && customer.Say(expects) is { } line)
        {
            await PassAsync(Pause).ConfigureAwait(false);
            await SayAsync(line).ConfigureAwait(false);
        }
    }

    private async Task DoAsync(SeedAct act)
    {
        if (act.By != SeedAct.Customer && !people.ContainsKey(act.By)) return;
        await PassAsync(TimeSpan.FromSeconds(act.After)).ConfigureAwait(false);
        if (act.By == SeedAct.Customer)
        {
            await SayAsync(act.Text).ConfigureAwait(false);
            return;
        }

        time.Clock.Set(at);
        var outcome = await parts.Commands.RunAsync(people[act.By], key, $"seed {at.UtcTicks}", act.ToCommand(at)).ConfigureAwait(false);
        if (outcome?.Refusal is { } refusal) throw new InvalidOperationException($"seed.yaml: in {customer.Id} '{act.Do}' by {act.By} was refused: {refusal.Code} {refusal.Detail}");
        Note(outcome!);
    }

    private Task SayAsync(string line)
    {
        lines++;
        var message = Activity.Message(line);
        (message.From, message.Recipient, message.Locale) = (Sender(), ClientActivity.Bot, customer.Language);
        return RunAsync(message);
    }

    private async Task RunAsync(Activity activity)
    {
        time.Clock.Set(at);
        (activity.ChannelId, activity.Conversation) = ("directline", new() { Id = customer.Id });
        var site = new Site([customer.Playbook], TongueTags.TryParse(customer.Language, out var tongue) ? tongue : Tongue.ZhHans);
        Note(await parts.Runner.RunAsync(new(key, $"seed {at.UtcTicks}", activity, at), site).ConfigureAwait(false));
    }

    /// <summary>Time passes, and the conversation is looked at whenever it asked for it on the way. Nothing happens after the end of the hour.</summary>
    private async Task PassAsync(TimeSpan by)
    {
        var until = at + by < time.End ? at + by : time.End;
        for (var looks = 0; look <= until && looks < MostLooks; looks++)
        {
            at = look.Value > at ? look.Value : at;
            time.Clock.Set(at);
            Note(await parts.Runner.CommandAsync(ClockEvent.Of(key, new(true, state.Owner == Owner.Person, at), at), new([customer.Playbook], Tongue.ZhHans)).ConfigureAwait(false));
        }

        at = until;
    }

    private void Note(TurnOutcome outcome)
    {
        if (outcome.State is not { } next) return;
        (state, look) = (next, next.NextLook);
        if (outcome.Lines.LastOrDefault(line => line.Activity.Type == ActivityTypes.Message) is { } last) expects = TurnEntity.Read(last.Activity, "expects") ?? Expects.None;
    }

    private ChannelAccount Sender() => new() { Id = $"customer-{customer.Id}", Role = RoleTypes.User };
}
