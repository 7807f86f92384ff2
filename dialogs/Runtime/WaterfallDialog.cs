using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// A dialog of named steps that follow each other. A step that asks ends the turn; the next step gets the answer. Between turns the
/// name of the step that will get it is stored, so that steps can be added and moved while conversations are under way.
/// </summary>
/// <param name="id">The name in its set.</param>
public class WaterfallDialog(string id) : Dialog(id)
{
    private readonly List<(string Name, WaterfallStep Run)> steps = [];

    /// <summary>Appends a step.</summary>
    /// <param name="name">The step's name, unique in the waterfall and stored: a renamed step loses the conversations waiting for it.</param>
    /// <param name="run">What it does.</param>
    /// <returns>This waterfall.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public WaterfallDialog Step(string name, WaterfallStep run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
        if (Find(name) >= 0)
        {
            throw new ArgumentException($"Waterfall '{Id}' has two steps '{name}'; the stored conversations could not tell them apart.", nameof(name));
        }

        steps.Add((name, run));
        return this;
    }

    /// <inheritdoc/>
    public sealed override DialogTurnResult BeginDialog(DialogContext dc, object? state)
    {
        ArgumentNullException.ThrowIfNull(dc);
        dc.ActiveDialog!.State = BeginState(state);
        return RunStep(dc, 0, DialogReason.BeginCalled, null);
    }

    /// <summary>Runs the step that waits, with the text as its result. Anything but a message leaves it waiting.</summary>
    /// <param name="dc">The stack, with this dialog active.</param>
    public override DialogTurnResult ContinueDialog(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var activity = dc.Context.Activity;
        return activity.Type == ActivityTypes.Message ? ResumeDialog(dc, DialogReason.ContinueCalled, activity.Text) : EndOfTurn;
    }

    /// <inheritdoc/>
    public override DialogTurnResult ResumeDialog(DialogContext dc, DialogReason reason, object? result)
    {
        ArgumentNullException.ThrowIfNull(dc);
        int index = dc.ActiveDialog!.Step is { } step ? IndexOf(step) : steps.Count;
        return RunStep(dc, index, reason, result);
    }

    /// <inheritdoc/>
    internal override string ReadStep(ref Utf8JsonReader reader)
    {
        foreach (var (name, _) in steps)
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(name))
            {
                return name;
            }
        }

        var unknown = base.ReadStep(ref reader);
        throw UnknownStep(unknown);
    }

    internal string NameOf(int index) => steps[index].Name;

    internal int IndexOf(string name)
    {
        int index = Find(name);
        return index >= 0 ? index : throw UnknownStep(name);
    }

    internal DialogTurnResult RunStep(DialogContext dc, int index, DialogReason reason, object? result)
    {
        if (index >= steps.Count)
        {
            return dc.EndDialog(result);
        }

        var (name, run) = steps[index];
        dc.Context.CountTransition(Id, name);

        // Stored is the step that takes the answer, not the one that asks: a step put between the two must not swallow the answer.
        dc.ActiveDialog!.Step = index + 1 < steps.Count ? steps[index + 1].Name : null;
        var turn = run(CreateStepContext(dc, index, reason, result));
        return turn.Status != DialogTurnStatus.Empty
            ? turn
            : throw new InvalidOperationException(
                $"Step '{name}' of '{Id}' neither waited, went on nor ended. Return Prompt, BeginDialog, Next, GoTo, EndDialog or Dialog.EndOfTurn.");
    }

    /// <summary>Turns what the caller gave into the state to store.</summary>
    private protected virtual object? BeginState(object? state) => state is null
        ? null
        : throw new ArgumentException($"Waterfall '{Id}' keeps no state. Make it a WaterfallDialog<{state.GetType().Name}>.", nameof(state));

    private protected virtual WaterfallStepContext CreateStepContext(DialogContext dc, int index, DialogReason reason, object? result) =>
        new(this, dc, index, reason, result);

    private UnknownDialogException UnknownStep(string name) => UnknownDialogException.StepOf(Id, name, string.Join(", ", steps.ConvertAll(step => step.Name)));

    private int Find(string name)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
