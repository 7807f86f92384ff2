namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>An answer and its circumstances, for a <see cref="PromptValidator{T}"/>.</summary>
/// <typeparam name="T">What the prompt looks for.</typeparam>
public sealed class PromptValidatorContext<T>
{
    internal PromptValidatorContext(TurnContext context, PromptOptions options, PromptRecognizerResult<T> recognized, int attemptCount)
    {
        Context = context;
        Options = options;
        Recognized = recognized;
        AttemptCount = attemptCount;
    }

    /// <summary>The turn.</summary>
    public TurnContext Context { get; }

    /// <summary>What was asked.</summary>
    public PromptOptions Options { get; }

    /// <summary>What was recognized. A validator may put a cleaner or corrected value here.</summary>
    public PromptRecognizerResult<T> Recognized { get; set; }

    /// <summary>Which answer to the question this is: 1 for the first.</summary>
    public int AttemptCount { get; }
}
