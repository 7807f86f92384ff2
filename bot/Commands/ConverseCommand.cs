using System.Text.Json;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Commands;

/// <summary>Answers JSON lines with JSON lines: the whole bot, with the clock of the script and no waiting for bursts.</summary>
internal sealed class ConverseCommand(Composition parts, SessionClock clock, ConsoleTexts texts)
{
    private readonly Dictionary<string, long> deliveries = [];

    /// <summary>Works off lines until the input ends; blank ones are passed over. A line that can't be answered gets <c>{"session","error"}</c> and changes nothing.</summary>
    public async Task RunAsync(TextReader input, TextWriter output)
    {
        for (var line = 1; await input.ReadLineAsync().ConfigureAwait(false) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            await output.WriteLineAsync(await AnswerAsync(text, line).ConfigureAwait(false)).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
        }
    }

    private async Task<string> AnswerAsync(string line, int number)
    {
        string? session = null;
        try
        {
            var input = Read(line, number);
            session = input.Session;
            return JsonSerializer.Serialize(await AnswerAsync(input).ConfigureAwait(false), CommandJson.Lines.ConverseOutput);
        }
        catch (CommandException mistake)
        {
            return CommandJson.Error("session", session, mistake.Message);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Nothing of that turn was written. One that fails must not take the other conversations of the script along.
            return CommandJson.Error("session", session, texts["error-not-answered", ("line", $"{number}"), ("reason", failure.Message)]);
        }
    }

    private ConverseInput Read(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(HalfCharacters.Mend(line), CommandJson.Lines.ConverseInput) is { Session: not null } input ? input : throw new JsonException("\"session\" is missing");
        }
        catch (JsonException mistake)
        {
            throw new CommandException(texts["error-bad-line", ("line", $"{number}"), ("reason", mistake.Message)]);
        }
    }

    private async Task<ConverseOutput> AnswerAsync(ConverseInput input)
    {
        clock.Set(input.Now);
        var site = new Site(Sites.Of(parts.Brain.Shelf, input.Playbook is { } playbook ? [playbook] : [], texts), Tongue.ZhHans);
        var at = input.Now ?? clock.GetLocalNow();
        var key = new ConversationKey("converse", input.Session);
        var activity = Activity.Message(input.Text ?? "");
        activity.ChannelId = "converse";
        deliveries[input.Session] = deliveries.GetValueOrDefault(input.Session) + 1;
        var outcome = await parts.Runner.RunAsync(new(key, $"{deliveries[input.Session]}", activity, at), site).ConfigureAwait(false);
        var state = outcome.State!;
        return new(input.Session, [.. outcome.Lines.Where(line => line.Activity.Type == ActivityTypes.Message).Select(line => Reply(line.Activity))], state.Owner, Case(state), await TimelineAsync(state).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<ConverseEntry>> TimelineAsync(ConversationState state)
    {
        var events = state.Case.Number is { } number
            ? (await parts.Ledger.TimelineAsync(number, CancellationToken.None).ConfigureAwait(false)).Select(entry => entry.Event)
            : state.Held;
        return [.. events.OrderBy(entry => entry.At).Select(entry => new ConverseEntry(StepOf(entry), entry.Kind.Id(), entry.At))];
    }

    /// <summary>The step of an entry: its own, or the one its task stands for.</summary>
    private static Step? StepOf(Dialogs.Cases.CaseEvent entry) =>
        entry.Step ?? (entry.Data.TryGetValue("step", out var id) && Identifiers.TryParse<Step>(id, out var step) ? step : null);

    private static ConverseReply Reply(Activity activity) => new(activity.Text ?? "",
        TurnEntity.Read(activity, "stage"), TurnEntity.Read(activity, "step"), TurnEntity.Read(activity, "expects"), TurnEntity.Read(activity, "owner"),
        [.. activity.SuggestedActions?.Actions?.Select(action => action.Title ?? "") ?? []]);

    private static ConverseCase Case(ConversationState state)
    {
        var complaint = state.Case;
        return new()
        {
            Number = complaint.Number,
            State = complaint.State,
            Playbook = state.Playbook,
            Category = complaint.Category,
            Categories = [.. complaint.Heads.Select(head => head.Category)],
            Severity = complaint.Severity,
            Cause = complaint.Heads.Count > 0 && complaint.HasDone(Step.JudgeCause) ? complaint.Heads[0].Cause : null,
            Facts = complaint.Facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!),
            Triggers = [.. complaint.Triggers.Select(seen => new ConverseTrigger(seen.Id, seen.Words, seen.Fired))],
            Handoff = state.Handover is { } note ? new(note.Trigger, note.Words, note.Priority, note.To, note.At) : null,
            Remedy = complaint.Offers.Find(offer => offer.State == RemedyState.Accepted) is { } accepted ? Remedy(accepted) : complaint.LastOffer is { } last ? Remedy(last) : null,
            Satisfaction = complaint.Satisfaction,
        };
    }

    private static ConverseRemedy Remedy(Dialogs.Cases.Offer offer) => new(offer.Kind, offer.Amount, offer.State, offer.State == RemedyState.Accepted);
}
