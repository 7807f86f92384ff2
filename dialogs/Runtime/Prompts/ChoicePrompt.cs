namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Asks to choose one of the choices in its options. It understands what <see cref="ChoiceRecognizer"/> does.</summary>
/// <param name="id">The name in its set.</param>
/// <param name="recognize">Finds a choice that was said in other words. Asked only when the choices' own words and places were not found.</param>
/// <param name="validator">Decides whether the choice will do.</param>
public sealed class ChoicePrompt(string id, Recognize<FoundChoice>? recognize = null, PromptValidator<FoundChoice>? validator = null)
    : Prompt<FoundChoice>(id, validator)
{
    /// <inheritdoc/>
    protected override PromptRecognizerResult<FoundChoice> OnRecognize(TurnContext context, PromptOptions options)
    {
        var found = ChoiceRecognizer.Recognize(context.Activity.Text, options.Choices ?? []);
        return found is not null
            ? PromptRecognizerResult.Found(found)
            : recognize?.Invoke(context) ?? default;
    }

    /// <inheritdoc/>
    protected override void OnPrompt(TurnContext context, PromptOptions options, bool isRetry)
    {
        if (options.Choices is not { Count: > 0 })
        {
            throw new ArgumentException($"Prompt '{Id}' has nothing to choose from.", nameof(options));
        }

        base.OnPrompt(context, options, isRetry);
    }
}
