using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>What a prompt keeps between turns: failed answers, and of options given by value what is needed to ask again. Never an activity.</summary>
internal sealed class PromptState
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempts { get; set; }

    public string? Prompt { get; init; }

    public string? Retry { get; init; }

    public IReadOnlyList<Choice>? Choices { get; init; }

    public string? Validations { get; init; }

    public static PromptState From(PromptOptions options) => new()
    {
        Prompt = options.Prompt?.Text,
        Retry = options.RetryPrompt?.Text,
        Choices = options.Choices,
        Validations = options.Validations,
    };

    public PromptOptions ToOptions() => new()
    {
        Prompt = Prompt is null ? null : Activity.Message(Prompt),
        RetryPrompt = Retry is null ? null : Activity.Message(Retry),
        Choices = Choices,
        Validations = Validations,
    };
}
