namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>
/// Asks for yes or no. The two choices, yes first, are its buttons and understood by their words; other ways to say it are the
/// recognizer's.
/// </summary>
/// <param name="id">The name in its set.</param>
/// <param name="recognize">Finds yes (true) or no (false) in free words. Asked before the choices are compared.</param>
/// <param name="validator">Decides whether the answer will do.</param>
public sealed class ConfirmPrompt(string id, Recognize<bool>? recognize = null, PromptValidator<bool>? validator = null)
    : Prompt<bool>(id, validator)
{
    /// <inheritdoc/>
    protected override PromptRecognizerResult<bool> OnRecognize(TurnContext context, PromptOptions options)
    {
        if (recognize?.Invoke(context) is { Succeeded: true } recognized)
        {
            return recognized;
        }

        return options.Choices is { Count: 2 } choices && ChoiceRecognizer.Recognize(context.Activity.Text, choices) is { } found
            ? PromptRecognizerResult.Found(found.Index == 0)
            : default;
    }

    /// <inheritdoc/>
    protected override void OnPrompt(TurnContext context, PromptOptions options, bool isRetry)
    {
        if (recognize is null && options.Choices is not { Count: 2 })
        {
            throw new ArgumentException($"Prompt '{Id}' could never be answered: it has no recognizer and not two choices, yes and no.", nameof(options));
        }

        base.OnPrompt(context, options, isRetry);
    }
}
