using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>What a prompt asks. Of it the state keeps the texts, choices and <see cref="Validations"/> only, never an activity.</summary>
public sealed class PromptOptions
{
    /// <summary>The question; null asks nothing, for what was asked already.</summary>
    public Activity? Prompt { get; init; }

    /// <summary>What to say after an answer that would not do; the question again when null.</summary>
    public Activity? RetryPrompt { get; init; }

    /// <summary>What there is to choose from. Offered as buttons.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>A short note to the prompt's validator and recognizer, such as the name of the fact asked for.</summary>
    public string? Validations { get; init; }

    /// <summary>Options from plain texts.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="retryPrompt">What to say after an answer that would not do.</param>
    /// <param name="choices">What there is to choose from.</param>
    public static PromptOptions Of(string prompt, string? retryPrompt = null, IReadOnlyList<Choice>? choices = null) => new()
    {
        Prompt = Activity.Message(prompt),
        RetryPrompt = retryPrompt is null ? null : Activity.Message(retryPrompt),
        Choices = choices,
    };
}
