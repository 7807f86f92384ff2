using System.Text.Json.Serialization.Metadata;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>A dialog that asks one question until an answer will do, and ends with the answer.</summary>
/// <typeparam name="T">What it asks for.</typeparam>
/// <param name="id">The name in its set.</param>
/// <param name="validator">Decides whether an answer will do; without one, all that is recognized will.</param>
public abstract class Prompt<T>(string id, PromptValidator<T>? validator) : Dialog(id)
{
    /// <summary>
    /// Makes the question anew each time it is needed, so that nothing of it is stored and it follows a change of language. For
    /// questions with cards, many choices or long texts. With it the prompt is begun without options.
    /// </summary>
    public Func<TurnContext, PromptOptions>? Ask { get; init; }

    /// <inheritdoc/>
    public sealed override JsonTypeInfo StateType => PromptJson.Default.PromptState;

    /// <inheritdoc/>
    public sealed override DialogTurnResult BeginDialog(DialogContext dc, object? state)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var options = (state, Ask) switch
        {
            (PromptOptions given, null) => given,
            (null, { } ask) => ask(dc.Context),
            (null, null) => throw new ArgumentNullException(nameof(state), $"Prompt '{Id}' does not know what to ask. Give it PromptOptions, or set Ask."),
            ({ } given, null) => throw new ArgumentException($"Prompt '{Id}' is begun with PromptOptions, not with a {given.GetType().Name}.", nameof(state)),
            _ => throw new ArgumentException($"Prompt '{Id}' has its own question in Ask and takes no other.", nameof(state)),
        };
        dc.ActiveDialog!.State = Ask is null ? PromptState.From(options) : null;
        OnPrompt(dc.Context, options, isRetry: false);
        return EndOfTurn;
    }

    /// <summary>Looks for the answer in a message: ends with it, or asks again. Anything but a message leaves it waiting.</summary>
    /// <param name="dc">The stack, with this prompt active.</param>
    public sealed override DialogTurnResult ContinueDialog(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var context = dc.Context;
        if (context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var instance = dc.ActiveDialog!;
        var options = OptionsOf(context, instance);
        var state = (PromptState?)instance.State ?? new PromptState();
        state.Attempts++;
        instance.State = state;

        int answersBefore = context.Outgoing.Count;
        var recognized = OnRecognize(context, options);
        if (validator is null)
        {
            if (recognized.Succeeded)
            {
                return dc.EndDialog(recognized.Value);
            }
        }
        else
        {
            var prompt = new PromptValidatorContext<T>(context, options, recognized, state.Attempts);
            if (validator(prompt))
            {
                return dc.EndDialog(prompt.Recognized.Value);
            }
        }

        if (context.Outgoing.Count == answersBefore)
        {
            OnPrompt(context, options, isRetry: true);
        }

        return EndOfTurn;
    }

    /// <summary>Asks again: whatever was begun above the prompt, its own question is still open.</summary>
    /// <param name="dc">The stack, with this prompt active again.</param>
    /// <param name="reason">Why it is called.</param>
    /// <param name="result">What the other ended with.</param>
    public sealed override DialogTurnResult ResumeDialog(DialogContext dc, DialogReason reason, object? result)
    {
        ArgumentNullException.ThrowIfNull(dc);
        RepromptDialog(dc.Context, dc.ActiveDialog!);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public sealed override void RepromptDialog(TurnContext context, DialogInstance instance)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(instance);
        OnPrompt(context, OptionsOf(context, instance), isRetry: false);
    }

    /// <summary>Looks for the answer in the message.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="options">What was asked.</param>
    protected abstract PromptRecognizerResult<T> OnRecognize(TurnContext context, PromptOptions options);

    /// <summary>Sends the question, with its choices as buttons.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="options">What to ask.</param>
    /// <param name="isRetry">Whether an answer before would not do.</param>
    protected virtual void OnPrompt(TurnContext context, PromptOptions options, bool isRetry)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        if (question is null)
        {
            return;
        }

        // The options may be shared by all conversations; what is sent is addressed to one.
        var activity = question.Copy();
        activity.InputHint ??= InputHints.ExpectingInput;
        activity.SuggestedActions ??= ButtonsFor(options.Choices);
        context.SendActivity(activity);
    }

    private static SuggestedActions? ButtonsFor(IReadOnlyList<Choice>? choices)
    {
        if (choices is null || choices.Count == 0)
        {
            return null;
        }

        var buttons = new CardAction[choices.Count];
        for (int i = 0; i < buttons.Length; i++)
        {
            buttons[i] = CardAction.ImBack(choices[i].Title);
        }

        return new SuggestedActions { Actions = buttons };
    }

    private PromptOptions OptionsOf(TurnContext context, DialogInstance instance) =>
        Ask is not null ? Ask(context) : ((PromptState?)instance.State)?.ToOptions() ?? new PromptOptions();
}
